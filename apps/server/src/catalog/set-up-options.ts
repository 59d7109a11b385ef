import type { FastifyRequest } from 'fastify'
import type { Database, Queryable } from '../db/pool.ts'

interface Sender {
  readonly user: string
  readonly role: string
  readonly warehouse: string
}
type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** What the routes of set-up are given. */
export interface SetUpOptions {
  readonly db: Database
  /** A seller's user sees its own and nothing else. Throws where nobody is signed in. */
  readonly asking: (request: FastifyRequest) => Asking
  /** Who reads what is one seller's: its own user, and staff. Throws 404 for another seller's. */
  readonly readerOf: (request: FastifyRequest, seller: string) => { readonly role: string }
  /** These throw for anybody else. */
  readonly staff: (request: FastifyRequest) => Sender
  readonly supervisor: (request: FastifyRequest) => Sender
  readonly admin: (request: FastifyRequest) => Sender
  readonly hashSecret: (secret: string) => Promise<string>
}
