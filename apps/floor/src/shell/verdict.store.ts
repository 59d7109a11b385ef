import type { Outcome } from '@restow/contracts'
import { tell } from '@restow/ui/floor'
import { create } from 'zustand'
import { feel, type Tone } from './feedback.ts'

/** What became of a scan or a tap, as the worker sees and hears it. */
export interface Verdict {
  readonly tone: Tone
  readonly title: string
  /** The plate, bin or number that it is about. */
  readonly code?: string
  readonly sentence?: string
  /** More words in one line: carrier, seller, lines. */
  readonly facts?: string
  /** The unit that it is about, where that leads on: refused a bin, or just registered. */
  readonly lpn?: string
  /** The rejection's code. */
  readonly why?: string
  readonly at: number
}
/** How far the server has what a scan did: only on this device, told and taken, or told and refused. */
export type Sent = 'saved' | 'sent' | 'refused'
export interface Recent {
  readonly code: string
  readonly words: string
  readonly tone: Tone
  readonly at: number
  /** The command that it led to, and what became of it; none where it only showed or asked something. */
  readonly commandId?: string
  readonly sent?: Sent
}

interface VerdictState {
  verdict: Verdict | null
  recent: readonly Recent[]
}

/** The verdict that stands, and the last scans. A wrong one stands until it is acknowledged or something right follows. */
export const useVerdict = create<VerdictState>(() => ({ verdict: null, recent: [] }))

const KEPT = 20

/** Puts a scan on the list, with its sound, and without a card. */
export function noteScan(tone: Tone, code: string, words: string, commandId?: string): void {
  feel(tone)
  const led = commandId === undefined ? {} : { commandId, sent: 'saved' as const }
  const entry: Recent = { tone, code, words, at: Date.now(), ...led }
  useVerdict.setState(({ recent }) => ({ recent: [entry, ...recent].slice(0, KEPT) }))
}

/** Notes how far the server has what a scan did. @param outcome what it says to that, when it does */
export function followScan(commandId: string, outcome: Promise<Outcome>): void {
  const note = (sent: Sent) =>
    useVerdict.setState(({ recent }) => ({
      recent: recent.map((scan) => (scan.commandId === commandId ? { ...scan, sent } : scan)),
    }))
  note('saved')
  void outcome.then((said) => note(said.outcome === 'accepted' ? 'sent' : 'refused'))
}

/** Says what became of it: seen, heard and felt at once. @param commandId what it led to, where that is to be sent */
export function say(verdict: Omit<Verdict, 'at'>, commandId?: string): void {
  noteScan(verdict.tone, verdict.code ?? '', listed(verdict), commandId)
  useVerdict.setState({ verdict: { ...verdict, at: Date.now() } })
}

const listed = ({ title, sentence, facts, tone }: Omit<Verdict, 'at'>): string =>
  tone === 'look'
    ? (sentence ?? title)
    : [title.toLocaleLowerCase(), tone === 'right' && facts].filter(Boolean).join(' ')

/** Takes the verdict away: acknowledged, or overtaken by what came after. */
export function acknowledge(): void {
  useVerdict.setState({ verdict: null })
}

/**
 * Takes away what is right or only to be looked at, when the screen changes; what is wrong stays.
 * @param older than so many milliseconds
 */
export function leaveVerdictBehind(older: number): void {
  const { verdict } = useVerdict.getState()
  if (verdict && verdict.tone !== 'wrong' && Date.now() - verdict.at > older) acknowledge()
}

/** A scan that leads somewhere: an error that stood is acknowledged by it. */
export function sayRight(code: string, words: string): void {
  if (useVerdict.getState().verdict) acknowledge()
  noteScan('right', code, words)
}

/** Neither right nor wrong: something is to be looked at, or done first. */
export function sayLook(code: string, sentence: string): void {
  say({ tone: 'look', title: tell('verdict.look'), code, sentence })
}

/** The network is silent, and this cannot wait in the outbox. */
export function sayNoConnection(code: string): void {
  say({ tone: 'wrong', title: tell('verdict.wrong'), code, sentence: tell('verdict.noConnection') })
}
