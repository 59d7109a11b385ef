/** How labels get into a printer by raw TCP, and what is known of them afterwards. Sockets alone: no database, no HTTP. */

export { type Patience, type Sending, type Sent, send } from './send.ts'
