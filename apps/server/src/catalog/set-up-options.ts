import type { FastifyRequest } from 'fastify'
import type { Database, Queryable } from '../db/pool.ts'

interface Sender {
  readonly user: string
  readonly role: string
  readonly warehouse: string
}
type Asking = <T>(question: (on: Queryable) => Promise<T>) => Promise<T>

/** Whoever changes what is one seller's: the seller itself, or the warehouse for it. */
export interface Changer {
  readonly isSeller: boolean
  /** Null for a seller. */
  readonly warehouse: string | null
  /** What becomes otherwise is on record as theirs; a seller's own sees no other's. */
  readonly settingUp: Asking
}

/** What the routes of set-up are given. */
export interface SetUpOptions {
  readonly db: Database
  /** A seller's user sees its own and nothing else. Throws where nobody is signed in. */
  readonly asking: (request: FastifyRequest) => Asking
  /** Who reads what is one seller's: its own user, and staff. Throws 404 for another seller's. */
  readonly readerOf: (request: FastifyRequest, seller: string) => { readonly role: string }
  /** Who changes it. Throws 404 for another seller's, 403 for staff who are no admin. */
  readonly changerOf: (request: FastifyRequest, seller: string) => Changer
  /** These throw for anybody else. */
  readonly staff: (request: FastifyRequest) => Sender
  readonly supervisor: (request: FastifyRequest) => Sender
  readonly admin: (request: FastifyRequest) => Sender
  readonly hashSecret: (secret: string) => Promise<string>
}
