/**
 * Printing: labels are asked for, wait in the queue of one printer, go to it in order, and come out, or nobody can say
 * whether they did. A label that is printed twice is put on two things, so nothing is sent again that may have come out.
 */

/** How a printer is reached: by the server, or by an agent in the printer's own network. */
export const PRINTER_WAYS = ['tcp', 'agent'] as const
export type PrinterWay = (typeof PRINTER_WAYS)[number]

/**
 * `sent`: all of it was handed over, to a printer that does not tell. `printed`: the printer said that nothing is left.
 * `maybe_printed`: some of it was handed over and nobody confirmed it; a person says whether it came out.
 */
export const PRINT_STATES = [
  'queued',
  'sending',
  'sent',
  'printed',
  'maybe_printed',
  'failed',
  'cancelled',
] as const
export type PrintState = (typeof PRINT_STATES)[number]

/** What keeps a printer from printing: by its own words, or by its silence. */
export const PRINTER_TROUBLES = [
  'paper_out',
  'head_open',
  'ribbon_out',
  'paused',
  'buffer_full',
  'too_cold',
  'too_hot',
  'label_waiting',
  /** It still prints what others, or we before, have sent. */
  'busy',
  'unreachable',
  'refused',
  'no_answer',
  /** The line broke off while it was printing. */
  'cut',
  /** Its address is none that this server may reach. */
  'not_allowed',
  /** The server or agent that was sending stopped. */
  'sender_gone',
  /** The labels could not be drawn for it, such as on paper too small. */
  'not_drawn',
] as const
export type PrinterTrouble = (typeof PRINTER_TROUBLES)[number]

/** Why labels are printed once more. */
export const REPRINT_REASONS = ['lost', 'damaged', 'smudged', 'not_printed', 'relabelled', 'other'] as const
export type ReprintReason = (typeof REPRINT_REASONS)[number]

/** Has it come to its end, whatever end that is? */
export const isPrintOver = (state: PrintState): boolean => state !== 'queued' && state !== 'sending'

/** Labels that come out by themselves when a step is done, before anybody asks for them. */
export const PRINTED_UNASKED = ['plate', 'relabel', 'refurbish', 'scrap', 'hold', 'parcel'] as const
export type PrintedUnasked = (typeof PRINTED_UNASKED)[number]
