import { ask, type Queryable } from '../db/pool.ts'

/** What has ended is forgotten at sign-ins, a few at a time, so that no sign-in waits for it. */
const AT_ONCE = 200

/** So long after its end a send token is still known by name: whoever comes back with a device is told whose sign-in it was. */
const KEPT_DAYS = 90

const TOKENS = `delete from send_token where token_hash in (
  select token_hash from send_token where expires_at < now() - make_interval(days => $1)
  order by expires_at limit $2 for update skip locked)`

const SESSIONS = `delete from session where token_hash in (
  select s.token_hash from session s
  where s.expires_at < now() and not exists (select from send_token t where t.session_hash = s.token_hash)
  order by s.expires_at limit $1 for update skip locked)`

/** Forgets sessions that are over, and send tokens that have long sent nothing any more. */
export async function forgetEnded(on: Queryable): Promise<void> {
  await ask(on, 'forget-send-tokens', TOKENS, [KEPT_DAYS, AT_ONCE])
  await ask(on, 'forget-sessions', SESSIONS, [AT_ONCE])
}
