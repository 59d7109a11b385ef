/**
 * The flow as a page for people (docs/flow.md), told by the state table itself: who reads it sees what the
 * code allows, and a test fails when the page says something else.
 */
import { COMMAND_TYPES, type CommandType } from './commands.ts'
import type { ParcelEventData, UnitEventData } from './events.ts'
import { REJECTION_CODES, REJECTIONS, type RejectionCode } from './rejections.ts'
import { leadsTo, PARCEL_TRANSITIONS, type Transition, UNIT_TRANSITIONS } from './transitions.ts'
import { PARCEL_STATES, UNIT_STATES } from './words.ts'

type EventType = keyof UnitEventData | keyof ParcelEventData
interface Rule {
  readonly file: string
  readonly events: readonly EventType[]
}

/** Where the rule of each command stands, and what it may record. */
export const FLOW: Readonly<Record<CommandType, Rule>> = {
  ReceiveParcel: { file: 'receive.ts', events: ['ParcelReceived'] },
  ReportParcel: { file: 'receive.ts', events: ['ParcelReported'] },
  RegisterUnit: { file: 'register.ts', events: ['UnitRegistered', 'UnitAdded', 'UnitHeld', 'ParcelClaimed'] },
  IdentifyUnit: { file: 'register.ts', events: ['UnitIdentified', 'UnitAdded'] },
  CloseParcel: { file: 'register.ts', events: ['ParcelClosed'] },
  ReopenParcel: { file: 'register.ts', events: ['ParcelReopened'] },
  DescribeParcel: { file: 'describe.ts', events: ['ParcelDescribed'] },
  ClaimParcel: {
    file: 'claim.ts',
    events: ['ParcelClaimed', 'UnitClaimed', 'UnitHeld', 'UnitRemoved', 'UnitAdded'],
  },
  ForfeitParcel: { file: 'forfeit.ts', events: ['ParcelForfeited', 'UnitForfeited'] },
  AliasParcel: {
    file: 'alias.ts',
    events: ['ParcelAliased', 'ParcelClaimed', 'UnitClaimed', 'UnitHeld', 'UnitRemoved', 'UnitAdded'],
  },
  MatchParcel: {
    file: 'match.ts',
    events: ['ParcelClaimed', 'ParcelMatched', 'UnitClaimed', 'UnitHeld', 'UnitRemoved', 'UnitAdded'],
  },
  AttachPhoto: { file: 'register.ts', events: ['PhotoAttached'] },
  InspectUnit: { file: 'inspect.ts', events: ['UnitInspected', 'UnitHeld'] },
  ClassifyUnit: { file: 'classify.ts', events: ['UnitClassified'] },
  PutAwayUnit: { file: 'putaway.ts', events: ['UnitPutAway'] },
  MoveUnit: { file: 'putaway.ts', events: ['UnitMoved'] },
  HoldUnit: { file: 'hold.ts', events: ['UnitHeld'] },
  ReleaseUnit: { file: 'hold.ts', events: ['UnitReleased'] },
  SplitUnit: { file: 'plates.ts', events: ['UnitSplit', 'UnitSplitOff', 'UnitAdded'] },
  ReplacePlate: { file: 'plates.ts', events: ['PlateReplaced'] },
  StartRefurbishment: { file: 'refurbish.ts', events: ['RefurbishmentStarted'] },
  FinishRefurbishment: { file: 'refurbish.ts', events: ['RefurbishmentFinished'] },
  AnswerScrap: { file: 'veto.ts', events: ['ScrapAgreed', 'ScrapObjected', 'UnitHeld'] },
  ApproveScrap: { file: 'scrap.ts', events: ['ScrapApproved', 'ScrapDeclined'] },
  ScrapUnit: { file: 'scrap.ts', events: ['UnitScrapped'] },
  DispatchUnit: { file: 'leave.ts', events: ['UnitDispatched'] },
  LoseUnit: { file: 'whereabouts.ts', events: ['UnitLost'] },
  FindUnit: { file: 'whereabouts.ts', events: ['UnitFound'] },
  WriteOffUnit: { file: 'whereabouts.ts', events: ['UnitWrittenOff'] },
  CountBin: { file: 'whereabouts.ts', events: ['UnitLost', 'UnitFound', 'UnitMoved'] },
  SettleException: { file: 'settle.ts', events: ['ExceptionSettled'] },
  TakeBack: { file: 'take-back.ts', events: ['StepTakenBack', 'UnitRemoved', 'UnitAdded'] },
}

type Table = Readonly<Record<string, Transition<string>>>
const UNIT_TABLE: Table = UNIT_TRANSITIONS
const PARCEL_TABLE: Table = PARCEL_TRANSITIONS

/** The arrows between different states, each with all commands that lead along it. */
function arrows(table: Table, states: readonly string[]): string[] {
  return states.flatMap((from) => {
    const commands = new Map<string, string[]>()
    for (const [command, rule] of Object.entries(table))
      for (const to of leadsTo(rule, from))
        if (to !== from) commands.set(to, [...(commands.get(to) ?? []), command])
    const begin = from === 'void' ? '[*]' : from
    return [...commands].map(([to, names]) => `  ${begin} --> ${to}: ${names.join(', ')}`)
  })
}

const diagram = (lines: readonly string[]): string =>
  ['```mermaid', 'stateDiagram-v2', ...lines, '```'].join('\n')

const code = (words: readonly string[]): string => words.map((w) => `\`${w}\``).join(' ')
/** A cell of a table; a bar in a sentence would end it. */
const row = (...cells: readonly string[]): string =>
  `| ${cells.map((c) => c.replaceAll('|', '\\|')).join(' | ')} |`

/** What a command needs and leaves behind, where the state table does not say it. */
const OTHER: Partial<Record<CommandType, readonly [from: string, to: string]>> = {
  CountBin: ['any unit in the bin or counted there', 'the same, missing or found'],
  SettleException: ['any parcel or unit with something on record', 'the same'],
  TakeBack: ['any, after a step that can be undone', 'as before that step; `void` where it was the first'],
}

function reach(rule: Transition<string>): string {
  if (rule.to === 'same') return 'the same'
  return code([...new Set(rule.from.flatMap((from) => leadsTo(rule, from)))])
}

function flowRow(command: CommandType): string {
  const rule = UNIT_TABLE[command] ?? PARCEL_TABLE[command]
  const whose = command in PARCEL_TABLE ? 'parcel ' : ''
  const made = command === 'RegisterUnit' ? ', unit `registered`' : ''
  const [from, to] = rule
    ? [whose + code(rule.from), whose + reach(rule) + made]
    : (OTHER[command] ?? ['', ''])
  const { file, events } = FLOW[command]
  return row(`\`${command}\``, code(events), from, to, `[${file}](../packages/domain/src/${file})`)
}

/** The reasons that the state alone gives: states with the same reason stand in one row. */
function whyNotRows(command: CommandType): string[] {
  const [rule, states] =
    command in UNIT_TABLE ? [UNIT_TABLE[command], UNIT_STATES] : [PARCEL_TABLE[command], PARCEL_STATES]
  if (!rule) return []
  const reasons = new Map<RejectionCode, string[]>()
  for (const state of states) {
    if (rule.from.includes(state)) continue
    const why = rule.whyNot[state] ?? rule.whyNot.otherwise
    reasons.set(why, [...(reasons.get(why) ?? []), state])
  }
  return [...reasons].map(([why, when], i) =>
    row(i === 0 ? `\`${command}\`` : '', code(when), `\`${why}\``, REJECTIONS[why]),
  )
}

function asides(): string {
  const names = (wanted: (rule: Transition<string>) => boolean) =>
    code(Object.entries(UNIT_TABLE).flatMap(([name, rule]) => (wanted(rule) ? [name] : [])))
  return [
    `A unit **on hold** takes no step until it is released. What can still be done to it: ${names((r) => r.whenHeld === true)};`,
    'it is put away into hold or quarantine bins only, at whatever step it is, and is not shelved by that.',
    '',
    `A **missing** unit has to be found first. What can still be done to it: ${names((r) => r.whenMissing === true)}.`,
  ].join('\n')
}

const INTRO = `# The flow

<!-- Made from packages/domain/src/transitions.ts: \`UPDATE_FLOW=1 npx vitest run --project unit packages/domain/src/flow.test.ts\` -->

A parcel comes in at the dock and is **received**. Each thing taken out of it gets a licence plate and is
**registered**, then **inspected** against its category's checklist, then **classified**: resell, refurbish or
scrap. What is resold is **shelved** and in the end **dispatched**; what is refurbished comes back to a new
inspection; what is scrapped is, above its seller's limit, **approved** by a second person first, and where the
seller has a say in it not before the seller has agreed or let its time to object pass. The last step
can be taken back, as long as it can be undone at all.`

/** docs/flow.md, whole. */
export function flowDocument(): string {
  return `${INTRO}

## Parcels

${diagram([...arrows(PARCEL_TABLE, PARCEL_STATES), '  received --> [*]: TakeBack'])}

The beginning is also where a parcel is whose receipt was taken back (\`void\`).

## Units

${diagram([
  '  [*] --> registered: RegisterUnit',
  ...arrows(UNIT_TABLE, UNIT_STATES),
  '  registered --> [*]: TakeBack',
  '  scrapped --> [*]',
  '  dispatched --> [*]',
])}

${asides()}

## Commands

${row('command', 'event', 'from', 'to', 'rule')}
${row('---', '---', '---', '---', '---')}
${COMMAND_TYPES.map(flowRow).join('\n')}

## Why not

What the state alone speaks against. A \`{word}\` stands for a fact of the case.

${row('command', 'not in', 'code', 'what a person reads')}
${row('---', '---', '---', '---')}
${COMMAND_TYPES.flatMap(whyNotRows).join('\n')}

## Every refusal

${row('code', 'what a person reads')}
${row('---', '---')}
${REJECTION_CODES.map((why) => row(`\`${why}\``, REJECTIONS[why])).join('\n')}
`
}
