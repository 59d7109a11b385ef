import { type Decision, reject } from './decision.ts'
import type { Act } from './facts.ts'
import type { ActorRole } from './words.ts'

/** Does somebody of this role decide what takes a supervisor? */
export const leads = (role: ActorRole): boolean => role === 'supervisor' || role === 'admin'

/** What takes a supervisor is nobody else's to do. */
export const refuseUnlessLead = ({ actor: { user: by, role } }: Act): Decision | null =>
  leads(role) ? null : reject('forbidden', { needs: 'supervisor', by, role })
