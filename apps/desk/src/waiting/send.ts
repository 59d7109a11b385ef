import { type DeskCommand, inEnvelope } from '@restow/client'
import type { Outcome, WaitingItem, WireCommand } from '@restow/contracts'
import { tell } from '@restow/ui/desk'
import { whyNot } from '../asking/why-not.ts'
import { api } from '../shell/api.ts'
import { dayAndTime } from '../shell/words.ts'
import { commandOf, type Deed, isSellers, type Said, undoOf } from './decisions.ts'

/** What became of one of those that were decided together. */
export interface Result {
  readonly item: WaitingItem
  /** Why it was not taken; null where it was. */
  readonly why: string | null
  readonly undo: DeskCommand | null
}

/** Something said to several at once. Its commands keep their ids, so that sending it again does nothing twice. */
export interface Errand {
  readonly deed: Deed | 'undo'
  readonly items: readonly WaitingItem[]
  readonly commands: readonly WireCommand[]
}

export function errandOf(items: readonly WaitingItem[], deed: Deed, said: Said): Errand {
  const asked = items.flatMap((item) => {
    const command = commandOf(item, deed, said)
    return command || deed === 'acknowledge' ? [{ item, command }] : []
  })
  return {
    deed,
    items: asked.map(({ item }) => item),
    commands: asked.flatMap(({ command }) => (command ? [inEnvelope(command)] : [])),
  }
}

/** Takes back what was just decided, each by itself. */
export const undoing = (results: readonly Result[]): Errand => {
  const done = results.flatMap(({ item, undo }) => (undo ? [{ item, undo }] : []))
  return {
    deed: 'undo',
    items: done.map(({ item }) => item),
    commands: done.map(({ undo }) => inEnvelope(undo)),
  }
}

/** Who was first, where the sentence itself does not say it. */
function because(outcome: Outcome): string | null {
  const why = whyNot(outcome)
  const { by, at } = outcome.facts ?? {}
  if (why === null || typeof by !== 'string' || by === '' || typeof at !== 'string' || why.includes(by))
    return why
  return `${why} ${tell('waiting.lastStep', { by, at: dayAndTime(at) })}`
}

async function acknowledge(items: readonly WaitingItem[]): Promise<Result[]> {
  const ids = items.flatMap(({ dropped }) => (dropped ? [dropped.commandId] : []))
  const { outcomes } = await api.acknowledgeDropped(ids)
  return items.map((item, n) => {
    const told = outcomes[n]
    const first = { by: told?.by ?? '', at: told?.at ? dayAndTime(told.at) : '' }
    const late = told?.outcome === 'already' ? tell('waiting.already', first) : tell('problem.notFound')
    return { item, why: told?.outcome === 'acknowledged' ? null : late, undo: null }
  })
}

/** What a seller says goes through its own doors, one after the other. */
async function sayAsSeller(commands: readonly WireCommand[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = []
  for (const command of commands) {
    const { commandId } = command
    if (command.type === 'ReleaseUnit')
      outcomes.push(await api.answerHold(command.lpn, { commandId, answer: command.answer ?? '' }))
    if (command.type === 'AnswerScrap') {
      const { lpn, agreed, note } = command
      const said = agreed ? { agreed, ...(note ? { note } : {}) } : { agreed, note }
      outcomes.push(await api.answerScrap(lpn, { commandId, ...said }))
    }
  }
  return outcomes
}

/** Sends it. @throws where no answer came; then sending the same errand again is safe */
export async function send({ deed, items, commands }: Errand): Promise<Result[]> {
  if (deed === 'acknowledge') return acknowledge(items)
  if (commands.length === 0) return []
  const mine = isSellers(deed)
  const outcomes = mine ? await sayAsSeller(commands) : (await api.sendCommands(commands)).outcomes
  return items.map((item, n) => {
    const outcome = outcomes[n]
    if (!outcome) throw new Error('A command got no outcome.')
    return { item, why: because(outcome), undo: deed === 'undo' || mine ? null : undoOf(item, outcome) }
  })
}
