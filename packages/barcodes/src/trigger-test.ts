import { GS } from './clean.ts'

/**
 * What a scanner is tried with: a GS1 code of 90 characters, with two group separators and every sign that keyboards of
 * other countries, shifts and full ASCII modes get wrong. It stands for no goods: its GTIN is of GS1's own examples.
 */
export const TRIGGER_TEST = [
  '0109506000134352',
  '10YZ-50%/yz+A.B_C:1;2=',
  GS,
  '2101234567890123456789',
  GS,
  '2409876543210987654321098765',
].join('')

/** The same as a maker of barcodes is told it. */
export const TRIGGER_TEST_FNC1 = `^FNC1${TRIGGER_TEST.replaceAll(GS, '^FNC1')}`
