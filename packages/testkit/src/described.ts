import { Ajv2020, type ValidateFunction } from 'ajv/dist/2020.js'

/** Every answer of a test's server is held against what the server says of itself, so that all tests see whether that is true. */

interface Media {
  readonly schema?: object
}
interface Answer {
  readonly $ref?: string
  readonly content?: Readonly<Record<string, Media>>
}
interface OpenApi {
  readonly paths: Readonly<Record<string, Readonly<Record<string, { responses: Record<string, Answer> }>>>>
  readonly components: { readonly responses?: Readonly<Record<string, Answer>> }
}
interface Given {
  readonly statusCode: number
  readonly headers: Record<string, unknown>
  readonly body: string
}

const escaped = (part: string) => part.replaceAll('~', '~0').replaceAll('/', '~1')

export class Description {
  readonly #api: OpenApi
  readonly #ajv = new Ajv2020({ strict: false, validateFormats: false })
  readonly #known = new Map<string, ValidateFunction>()
  readonly #patterns: readonly [pattern: RegExp, path: string][]

  constructor(api: object) {
    this.#api = api as OpenApi
    this.#ajv.addSchema({ ...api, $id: 'restow' })
    const paths = Object.keys(this.#api.paths)
    // What is said by name goes before what takes any name.
    paths.sort((a, b) => Number(a.includes('{')) - Number(b.includes('{')))
    this.#patterns = paths.map((path) => [new RegExp(`^${path.replaceAll(/\{\w+\}/g, '[^/]+')}$`), path])
  }

  #valid(at: readonly string[], value: unknown): string {
    const $ref = `restow#/${at.map(escaped).join('/')}`
    const validate = this.#known.get($ref) ?? this.#ajv.compile({ $ref })
    this.#known.set($ref, validate)
    return validate(value) ? '' : this.#ajv.errorsText(validate.errors)
  }

  /** @returns what is not as it is described, or nothing; and nothing for what is no part of the API */
  problemOf(method: string, url: string, { statusCode, headers, body }: Given): string {
    const asked = url.split('?')[0] ?? ''
    const path = this.#patterns.find(([pattern]) => pattern.test(asked))?.[1]
    const answers = path && this.#api.paths[path]?.[method.toLowerCase()]?.responses
    if (!path || !answers) return ''
    const status = [String(statusCode), `${String(statusCode)[0]}XX`].find((one) => answers[one])
    const name = `${method} ${asked} answered ${statusCode}`
    if (!status) return `${name}, which is not described: ${body.slice(0, 300)}`
    const shared = answers[status]?.$ref?.split('/').slice(1)
    const at = shared ?? ['paths', path, method.toLowerCase(), 'responses', status]
    const content = (shared ? this.#api.components.responses?.[shared.at(-1) ?? ''] : answers[status])
      ?.content
    const type = String(headers['content-type'] ?? '').split(';')[0] ?? ''
    if (!content || Object.keys(content).length === 0)
      return body === '' ? '' : `${name} with a body that is not described`
    if (body === '' && statusCode === 304) return ''
    if (!content[type]) return `${name} as ${type}, which is not described`
    if (!content[type]?.schema || !type.endsWith('json')) return ''
    const problem = this.#valid([...at, 'content', type, 'schema'], JSON.parse(body))
    return problem === '' ? '' : `${name} otherwise than described: ${problem}\n${body.slice(0, 500)}`
  }
}
