import type { AddressInfo, Socket } from 'node:net'
import PostalMime, { type Email } from 'postal-mime'
import { SMTPServer, type SMTPServerSession } from 'smtp-server'
import type { MailHouse } from './house.ts'
import type { MailPace } from './sender.ts'

/** A house's mail server: takes mails over SMTP and STARTTLS, and fails in all the ways that such servers do. */

export type Fault =
  | 'none'
  /** Nobody has such an address. */
  | 'knows no such mailbox'
  /** It does not like what is in it. */
  | 'refuses the mail'
  /** The house may not send in that name. */
  | 'refuses the sender'
  | 'is busy'
  | 'is busy after the mail'
  | 'hangs'
  | 'hangs after the mail'
  | 'hangs up'
  /** Takes it, and hangs up before it says so. */
  | 'drops after DATA'
  | 'lets nobody sign in'

export interface Came {
  readonly to: string
  readonly source: Buffer
  readonly mail: Email
}

export interface MailServer {
  readonly house: MailHouse
  /** What it took, in order; the same again as often as it came. */
  readonly came: readonly Came[]
  /** How many lines were opened to it, and how many of them were encrypted. */
  readonly lines: { opened: number; encrypted: number }
  to(address: string): Came[]
  close(): Promise<void>
}

/** Looks often and tries again soon, and waits for a server as long as it takes on a machine that has much to do. */
export const SOON: MailPace = {
  ...{ pollMs: 20, silentMs: 30_000, allMs: 60_000, takenS: 120 },
  ...{ againS: [0.02, 0.05, 0.1], giveUpS: 3600 },
}
/** Gives up waiting soon. */
export const IMPATIENT: MailPace = { ...SOON, silentMs: 700, allMs: 5000, takenS: 15 }
export const PUBLIC_URL = 'https://returns.example.com'

const said = (responseCode: number, message: string) => Object.assign(new Error(message), { responseCode })

/** @param faultFor how it behaves just now, to this address */
export async function openMailServer(faultFor: (to: string) => Fault): Promise<MailServer> {
  const came: Came[] = []
  const lines = { opened: 0, encrypted: 0 }
  const sockets = new Map<number, Socket>()
  const hangUp = ({ remotePort }: SMTPServerSession) => sockets.get(remotePort)?.destroy()
  const server = new SMTPServer({
    logger: false,
    authMethods: ['PLAIN'],
    closeTimeout: 200,
    disableReverseLookup: true,
    onConnect: (_session, done) => {
      lines.opened += 1
      done()
    },
    onSecure: (_socket, _session, done) => {
      lines.encrypted += 1
      done()
    },
    onAuth: ({ username, password }, _session, done) => {
      const isRight =
        username === 'restow' && password === 'p@ss:word' && faultFor('') !== 'lets nobody sign in'
      if (isRight) done(null, { user: username })
      else done(said(535, '5.7.8 Wrong password'))
    },
    onMailFrom: (_address, _session, done) =>
      faultFor('') === 'refuses the sender' ? done(said(550, '5.7.1 You are not this sender')) : done(),
    onRcptTo: ({ address }, session, done) => {
      const fault = faultFor(address)
      if (fault === 'knows no such mailbox') return done(said(550, '5.1.1 There is no such mailbox here'))
      if (fault === 'is busy') return done(said(451, '4.3.2 Try again later'))
      if (fault === 'hangs') return
      if (fault === 'hangs up') return void hangUp(session)
      done()
    },
    onData: (stream, session, done) => {
      const take = async () => {
        const pieces: Buffer[] = []
        for await (const piece of stream) pieces.push(piece as Buffer)
        const to = session.envelope.rcptTo[0]?.address ?? ''
        const fault = faultFor(to)
        if (fault === 'refuses the mail') return done(said(554, '5.6.0 I do not like it'))
        if (fault === 'is busy after the mail') return done(said(451, '4.3.0 Try again later'))
        const source = Buffer.concat(pieces)
        came.push({ to, source, mail: await PostalMime.parse(source) })
        if (fault === 'drops after DATA') return void hangUp(session)
        if (fault === 'hangs after the mail') return
        done(null, '2.0.0 queued')
      }
      // Whoever hung up amid a mail has sent none.
      take().catch(() => {})
    },
  })
  server.on('error', () => {})
  server.server.on('connection', (socket: Socket) => {
    const { remotePort = 0 } = socket
    sockets.set(remotePort, socket)
    socket.once('close', () => sockets.delete(remotePort))
  })
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done))
  const { port } = server.server.address() as AddressInfo
  return {
    house: {
      ...{ host: '127.0.0.1', port, secure: false, publicUrl: PUBLIC_URL },
      sign: { user: 'restow', pass: 'p@ss:word' },
      from: { name: 'Restow LAX1', address: 'returns@house.example' },
    },
    came,
    lines,
    to: (address) => came.filter((one) => one.to === address),
    close: () =>
      new Promise((done) => {
        for (const socket of sockets.values()) socket.destroy()
        server.close(() => done())
      }),
  }
}
