import { calledIn, nodesOf, sourcesOf, ts } from '../../../../packages/testkit/src/sources.ts'

/** What the client of both apps asks: each of its functions called once, and the types that stand in its source. */

export interface ClientCall {
  readonly name: string
  readonly method: string
  readonly path: string
  /** Null where none is sent. */
  readonly body: unknown
  /** The contracts that it takes, and the one that it says comes back; null where it says none of JSON. */
  readonly takes: readonly string[]
  readonly gives: string | null
}

interface Written {
  readonly params: readonly string[]
  readonly takes: readonly string[]
  readonly gives: string | null
}

/** `Static<typeof ApiKeyList>` and `ApiKeyList` are one contract; what the client adds by itself is left out of what it takes. */
const contractOf = (type: string): string => /^(?:Static<typeof |Omit<)(\w+)/.exec(type)?.[1] ?? type
const JSON_OF = ['jsonOf', 'put', 'list']

function writtenIn(node: ts.PropertyAssignment): Written {
  const made = node.initializer
  const params = ts.isArrowFunction(made) ? [...made.parameters] : []
  const types = params.flatMap(({ type }) => (type ? [contractOf(type.getText())] : []))
  const [asked] = [...nodesOf(made)].filter(
    (one): one is ts.CallExpression =>
      ts.isCallExpression(one) && JSON_OF.includes(calledIn(one)) && !!one.typeArguments,
  )
  const gives = asked?.typeArguments?.at(-1)?.getText()
  return {
    params: params.map(({ name }) => name.getText()),
    takes: types,
    gives: gives === undefined ? null : contractOf(gives),
  }
}

/** The client's functions as they are written, by their names. */
function written(): Map<string, Written> {
  const all = new Map<string, Written>()
  for (const { tree } of sourcesOf('packages/client/src'))
    for (const node of nodesOf(tree))
      if (
        ts.isPropertyAssignment(node) &&
        (ts.isArrowFunction(node.initializer) || ts.isCallExpression(node.initializer))
      )
        all.set(node.name.getText(), writtenIn(node))
  return all
}

/** Stands for whatever a function takes: any text, and any thing with any texts in it. */
const anything: object = new Proxy(
  {},
  {
    get: (_, name) =>
      name === Symbol.toPrimitive || name === 'toJSON' || name === 'toString'
        ? () => 'x'
        : name === 'then'
          ? undefined
          : 'x',
  },
)

const ARGUMENTS: Readonly<Record<string, () => unknown>> = {
  signal: () => new AbortController().signal,
  patienceMs: () => 1000,
  name: () => 'bins',
}

/** By its place alone: what is written for browsers does not go by the types of a server. */
const CLIENT = '../../../../packages/client/src/index.ts'
interface ClientModule {
  createDeskClient(options: { fetch: typeof fetch }): Readonly<Record<string, unknown>>
}

/** Calls every function of the client once. @returns also those that asked for nothing */
export async function clientCalls(): Promise<{ calls: ClientCall[]; silent: string[] }> {
  const calls: ClientCall[] = []
  const silent: string[] = []
  let asked: { method: string; path: string; body: unknown } | null = null
  const { createDeskClient } = (await import(/* @vite-ignore */ CLIENT)) as ClientModule
  const client = createDeskClient({
    fetch: async (url, { method = 'GET', body } = {}) => {
      const path = String(url).split('?')[0] ?? ''
      asked = { method, path, body: typeof body === 'string' ? JSON.parse(body) : null }
      return Response.json({})
    },
  })
  const sources = written()
  for (const [name, made] of Object.entries(client)) {
    const { params = [], takes = [], gives = null } = sources.get(name) ?? {}
    asked = null
    const args = params.map((param) => ARGUMENTS[param]?.() ?? anything)
    await (made as (...args: unknown[]) => Promise<unknown>)(...(args.length > 0 ? args : [anything])).catch(
      () => {},
    )
    const heard = asked as { method: string; path: string; body: unknown } | null
    if (heard) calls.push({ name, ...heard, takes, gives })
    else silent.push(name)
  }
  return { calls, silent }
}
