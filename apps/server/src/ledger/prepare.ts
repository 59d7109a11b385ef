import { COMMAND_SCHEMAS, type Outcome } from '@restow/contracts'
import {
  type Act,
  type Command,
  fillSentence,
  REJECTIONS,
  type RejectionCode,
  type RejectionFacts,
} from '@restow/domain'
import { Ajv, type ErrorObject, type ValidateFunction } from 'ajv'
import { contentHash } from './chain.ts'

/** Who sends commands: a person of the warehouse, signed in. */
export interface Sender {
  readonly user: string
  readonly role: Act['actor']['role']
  readonly warehouse: string
  readonly timeZone: string
  /** Set where work is sent off one device, and of no other. */
  readonly device?: string
}

/** A command that can be decided. */
export interface Prepared {
  readonly sender: Sender
  readonly commandId: string
  readonly contentHash: Buffer
  readonly command: Command | null
  /** Why it can not, when `command` is null. */
  readonly problem: string
  readonly envelope: Omit<Act, 'recordedAt' | 'actor' | 'warehouse' | 'commandId'>
  readonly expectedVersion: number | null
}

const ajv = new Ajv({
  allErrors: false,
  coerceTypes: false,
  removeAdditional: false,
  strict: false,
  unicodeRegExp: true,
})
const validators = new Map<string, ValidateFunction>(
  Object.entries(COMMAND_SCHEMAS).map(([type, schema]) => [type, ajv.compile(schema)]),
)
const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/

const isRecord = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** What is wrong with a value, without repeating any of it: a log or an answer may be read by others. */
function describe(errors: readonly ErrorObject[] | null | undefined): string {
  const error = errors?.[0]
  if (!error) return 'it does not have the shape of its type'
  const where = error.instancePath === '' ? 'the command' : error.instancePath.slice(1).replaceAll('/', '.')
  const { params } = error
  if (error.keyword === 'required') return `${where} lacks ${String(params.missingProperty)}`
  if (error.keyword === 'additionalProperties') return `${where} has a field that does not belong there`
  if (error.keyword === 'maxLength') return `${where} is longer than ${String(params.limit)} characters`
  if (error.keyword === 'pattern') return `${where} does not have the right form`
  if (error.keyword === 'const' || error.keyword === 'anyOf')
    return `${where} is none of the values that may stand there`
  return `${where} ${error.message ?? 'is not right'}`
}

function problemOf(raw: unknown): string {
  if (!isRecord(raw)) return 'it is not an object'
  if (typeof raw.type !== 'string') return 'it has no type'
  const validate = validators.get(raw.type)
  if (!validate) return 'there is no command of that type'
  if (!validate(raw)) return describe(validate.errors)
  return Number.isNaN(Date.parse(String(raw.scannedAt))) ? 'scannedAt is no time' : ''
}

/** Splits a wire command into its envelope and the facts that the rules see. */
function open(raw: Record<string, unknown>): Pick<Prepared, 'command' | 'envelope' | 'expectedVersion'> {
  const { commandId: _, deviceId, deviceSeq, scannedAt, performed, expectedVersion, ...command } = raw
  return {
    command: command as unknown as Command,
    expectedVersion: typeof expectedVersion === 'number' ? expectedVersion : null,
    envelope: {
      deviceId: String(deviceId),
      deviceSeq: Number(deviceSeq),
      scannedAt: String(scannedAt),
      performed: performed === 'earlier' ? 'earlier' : 'now',
    },
  }
}

const MAX_DEPTH = 32

/** Hashing what is nested thousands of times over would exhaust the stack, and with it the whole batch. */
function isTooDeep(raw: unknown): boolean {
  let level: unknown[] = [raw]
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > MAX_DEPTH) return true
    level = level.flatMap((v) => (typeof v === 'object' && v !== null ? Object.values(v) : []))
  }
  return false
}

const NO_ENVELOPE = { deviceId: '', deviceSeq: 0, scannedAt: '', performed: 'now' } as const

/**
 * Reads one command off the wire. Whatever is wrong with it stays with it.
 * @returns the prepared command, or an outcome at once where it has no id under which to keep an answer
 */
export function prepare(raw: unknown, sender: Sender): Prepared | Outcome {
  const problem = problemOf(raw)
  const commandId = isRecord(raw) && typeof raw.commandId === 'string' ? raw.commandId : ''
  if (!UUID_V7.test(commandId)) {
    const named = commandId.length > 0 && commandId.length <= 80 ? commandId : null
    return rejection(named, 'malformed', { problem: problem || 'commandId is no UUIDv7' }, sender, '')
  }
  const hash = contentHash(problem !== '' && isTooDeep(raw) ? 'nested too deeply' : raw)
  const base = { sender, commandId, contentHash: hash, problem }
  if (problem !== '' || !isRecord(raw))
    return { ...base, command: null, envelope: NO_ENVELOPE, expectedVersion: null }
  return { ...base, ...open(raw) }
}

/** An outcome that says why not, with its sentence in the warehouse's time. */
export function rejection(
  commandId: string | null,
  code: RejectionCode,
  facts: RejectionFacts,
  sender: Sender,
  now: string,
): Outcome {
  const message = fillSentence(REJECTIONS[code], facts, { timeZone: sender.timeZone, now })
  return { commandId, outcome: 'rejected', code, message, facts: { ...facts } }
}
