import { readFileSync } from 'node:fs'
import { parseArgs } from 'node:util'

/** What the agent is told at its start. */
export interface Options {
  readonly server: URL
  readonly token: string
  /** A certificate authority of the server's own, as `npm start -- --lan` makes one. */
  readonly ca: Buffer | null
}

export const USAGE =
  'node restow-print-agent.mjs --server https://returns.example.com --token rpa_… [--ca ca.crt]\n' +
  'The token may be in RESTOW_PRINT_AGENT_TOKEN instead, where other users of this machine do not see it.'

export class WrongOptions extends Error {}

function serverOf(text: string | undefined): URL {
  if (text === undefined) throw new WrongOptions('--server is missing: the address of Restow.')
  if (!URL.canParse(text)) throw new WrongOptions(`--server is “${text}”, which is no address.`)
  const server = new URL(text)
  const isHere = ['localhost', '127.0.0.1', '[::1]'].includes(server.hostname)
  if (server.protocol !== 'https:' && !(server.protocol === 'http:' && isHere))
    throw new WrongOptions(
      `--server is “${text}”; it has to begin with https://, or the token is seen on the way.`,
    )
  return server
}

function caOf(path: string | undefined): Buffer | null {
  if (path === undefined) return null
  try {
    return readFileSync(path)
  } catch {
    throw new WrongOptions(`--ca names ${path}, which cannot be read.`)
  }
}

/** @throws WrongOptions with the sentence to show */
export function readOptions(words: string[], env: Readonly<Record<string, string | undefined>>): Options {
  let values: { server?: string; token?: string; ca?: string }
  try {
    const one = { type: 'string' } as const
    values = parseArgs({ args: words, options: { server: one, token: one, ca: one } }).values
  } catch (error) {
    throw new WrongOptions((error as Error).message)
  }
  const token = values.token ?? env.RESTOW_PRINT_AGENT_TOKEN
  if (!token) throw new WrongOptions('--token is missing: it was shown when the agent was added.')
  if (!/^rpa_[\w-]{43}$/.test(token))
    throw new WrongOptions('--token is none of a print agent: it begins with rpa_.')
  return { server: serverOf(values.server), token, ca: caOf(values.ca) }
}
