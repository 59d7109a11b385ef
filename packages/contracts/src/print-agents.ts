import { PRINTER_LANGUAGES, PRINTER_TROUBLES } from '@restow/domain'
import { type Static, Type } from 'typebox'
import { listOf, listQuery, orNull } from './lists.ts'
import { Called, oneOf } from './words.ts'

/** What a print agent and the server say to each other, and what supervisors see of agents. */

const strict = { additionalProperties: false }
const Uuid = Type.String({ pattern: '^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$' })

/** `POST /api/print-agents`, by a supervisor. The token is shown this once. */
export const AddPrintAgent = Type.Object({ name: Called }, strict)
export const AddedPrintAgent = Type.Object(
  { id: Type.String(), name: Type.String(), token: Type.String() },
  strict,
)
export type AddedPrintAgent = Static<typeof AddedPrintAgent>
export const PrintAgentParams = Type.Object({ id: Uuid }, strict)
export const PrintAgentsQuery = listQuery({})
export const PrintAgentItem = Type.Object(
  {
    id: Type.String(),
    name: Type.String(),
    madeBy: Type.String(),
    madeAt: Type.String(),
    lastSeen: orNull(Type.String()),
    revokedAt: orNull(Type.String()),
    revokedBy: orNull(Type.String()),
    /** The codes of its printers. */
    printers: Type.Array(Type.String()),
  },
  strict,
)
export type PrintAgentItem = Static<typeof PrintAgentItem>
export const PrintAgentList = listOf(PrintAgentItem)

/** `POST /api/print-agent/next`: the next labels for one of the agent's printers; 204 when nothing came within the wait. */
export const NextWork = Type.Object({ waitS: Type.Integer({ minimum: 0, maximum: 30 }) }, strict)
export const AgentWork = Type.Object(
  {
    /** What all that is said about these labels goes by. */
    attempt: Type.String(),
    printer: Type.Object(
      {
        code: Type.String(),
        host: Type.String(),
        port: Type.Integer(),
        language: oneOf(PRINTER_LANGUAGES),
        tells: Type.Boolean(),
      },
      strict,
    ),
    /** How many labels, and their bytes in base64. */
    count: Type.Integer(),
    bytes: Type.String(),
    /** The agent has to say within so many seconds that it is still at it. */
    leaseS: Type.Number(),
  },
  strict,
)
export type AgentWork = Static<typeof AgentWork>
export const AttemptParams = Type.Object({ attempt: Uuid }, strict)
const Trouble = oneOf(PRINTER_TROUBLES)
/** `POST /api/print-agent/attempts/{attempt}/begin`: so many labels are about to leave; 409 where they must not. */
export const AgentBegin = Type.Object({ count: Type.Integer({ minimum: 1, maximum: 10_000 }) }, strict)
/** `POST /api/print-agent/attempts/{attempt}/alive`: it is still at it, and what is in the printer's way. */
export const AgentAlive = Type.Object({ trouble: orNull(Trouble) }, strict)
/** `POST /api/print-agent/attempts/{attempt}/result`. */
export const AgentResult = Type.Union([
  Type.Object({ state: oneOf(['printed', 'sent'] as const) }, strict),
  Type.Object({ state: oneOf(['unsent', 'unsure'] as const), trouble: Trouble }, strict),
])
export type AgentResult = Static<typeof AgentResult>
