import { readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { ROOT } from './operations.process.ts'

/** The deployment's files, read as Docker and Compose read them, as far as ours go. */

const textOf = (path: string): string => readFileSync(join(ROOT, path), 'utf8')

// Both are the server's: the one its own, the other that of the package that writes its API's description.
const ofServer = createRequire(join(ROOT, 'apps/server/package.json'))
const { parse } = createRequire(ofServer.resolve('@fastify/swagger'))('yaml') as {
  parse(text: string, options: { merge: boolean }): unknown
}
const { Ajv } = ofServer('ajv') as { Ajv: new (options: object) => Checker }

/** What is used of ajv. */
interface Checker {
  readonly errors?: readonly { readonly instancePath: string; readonly message?: string }[] | null
  addFormat(name: string, fits: (text: string) => boolean): void
  validate(schema: object, data: unknown): boolean
}

export interface Service {
  readonly environment?: Readonly<Record<string, string | number>>
  readonly volumes?: readonly string[]
  readonly [key: string]: unknown
}
export interface Compose {
  readonly services: Readonly<Record<'database' | 'server' | 'caddy', Service>>
  readonly configs: { readonly roles: { readonly content: string } }
  readonly volumes: Readonly<Record<string, unknown>>
}

/** docker-compose.yml as it stands, nothing filled in. */
export const composeText = (): string => textOf('docker-compose.yml')

/** `${NAME}`, `${NAME:-otherwise}` and `${NAME:?why}`, as Compose fills them in; `$$` is a dollar. */
function fillIn(text: string, env: Readonly<Record<string, string>>): string {
  return text.replace(/\$(?:\$|\{(\w+)(?::([-?])([^}]*))?\})/g, (all, name, how, rest) => {
    if (all === '$$') return '$'
    const value = env[name]
    if (value) return value
    if (how === '?') throw new Error(`required variable ${name} is missing a value: ${rest}`)
    return how === '-' ? rest : ''
  })
}

/** docker-compose.yml with an .env file's values filled in. @throws where a required one is missing */
export function readCompose(env: Readonly<Record<string, string>>): Compose {
  const filled = (value: unknown): unknown => {
    if (typeof value === 'string') return fillIn(value, env)
    if (Array.isArray(value)) return value.map(filled)
    if (value === null || typeof value !== 'object') return value
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, filled(inner)]))
  }
  return filled(parse(composeText(), { merge: true })) as Compose
}

/** What the Compose Specification's schema finds wrong. */
export function schemaErrors(compose: unknown): string[] {
  const { $schema: _, ...schema } = JSON.parse(
    textOf('packages/e2e/src/fixtures/compose-spec.schema.json'),
  ) as Record<string, unknown>
  const checker = new Ajv({ strict: false, allErrors: true, allowUnionTypes: true })
  for (const format of ['ports', 'expose', 'duration', 'subnet_ip_address'])
    checker.addFormat(format, (text) =>
      format === 'duration' ? /^(\d+(\.\d+)?(us|ms|s|m|h))+$/.test(text) : true,
    )
  checker.validate(schema, compose)
  return (checker.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message}`)
}

/** The variables of an .env file; those left empty too. */
export function readEnvExample(): Record<string, string> {
  const lines = [...textOf('.env.example').matchAll(/^(\w+)=(.*)$/gm)]
  return Object.fromEntries(lines.map(([, name, value]) => [name ?? '', value ?? '']))
}

export interface Step {
  /** Of which stage, by its name or, of the last one, ''. */
  readonly stage: string
  readonly does: string
  readonly rest: string
}

/** The Dockerfile's steps in order, continued lines joined. */
export function readDockerfile(): Step[] {
  const lines = textOf('Dockerfile')
    .replace(/\\\n\s*/g, '')
    .split('\n')
  let stage = ''
  return lines
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [does = '', ...words] = line.split(' ')
      const rest = words.join(' ')
      if (does === 'FROM') stage = / AS (\S+)$/.exec(rest)?.[1] ?? ''
      return { stage, does, rest }
    })
}

/** Whether .dockerignore lets a path of the checkout into the build. */
export function isSent(path: string): boolean {
  const rules = textOf('.dockerignore')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
  const [top = ''] = path.split('/')
  return rules.includes('*') && rules.includes(`!${top}`)
}
