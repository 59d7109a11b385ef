import { resolve } from 'node:path'
import { type MailHouse, readMailHouse } from './mail/house.ts'
import { PRINTER_PORTS, type PrinterReach } from './printing/reach.ts'
import { PUBLIC_REACH, type WebhookReach } from './webhooks/reach.ts'

/** What the environment says, checked; a wrong value stops the start with one clear sentence. */
export interface Environment {
  readonly port: number
  readonly host: string
  readonly dataDir: string
  readonly databaseUrl: string | null
  readonly databaseOwnerUrl: string | null
  /** True: fill in demo data; false: never; null: only an empty embedded database. */
  readonly demo: boolean | null
  /** HTTPS on the local network, with a certificate of our own. */
  readonly lan: boolean
  readonly tls: { readonly cert: string; readonly key: string } | null
  readonly origins: readonly string[]
  /** How many reverse proxies stand in front: so many of the addresses that a request says it came by are believed. */
  readonly proxies: number
  readonly logLevel: string
  /** Where printers may be. */
  readonly printers: PrinterReach
  /** Where sellers' webhooks may lead. */
  readonly webhooks: WebhookReach
  /** How e-mail is sent; null where it is not. */
  readonly mail: MailHouse | null
}

export class WrongEnvironment extends Error {}

type Variables = Readonly<Record<string, string | undefined>>

function port(text: string | undefined): number {
  if (!text) return 8080
  if (/^\d{1,5}$/.test(text) && Number(text) <= 65_535) return Number(text)
  throw new WrongEnvironment(`PORT is “${text}”, which is no port number from 0 to 65535.`)
}

function databaseUrl(name: string, text: string | undefined): string | null {
  if (!text) return null
  const wrong = new WrongEnvironment(
    `${name} is no PostgreSQL address such as postgres://user:password@host:5432/restow.`,
  )
  if (!URL.canParse(text)) throw wrong
  if (!['postgres:', 'postgresql:'].includes(new URL(text).protocol)) throw wrong
  return text
}

function demo(text: string | undefined): boolean | null {
  if (text === undefined || text === '') return null
  if (text === '0' || text === '1') return text === '1'
  throw new WrongEnvironment(`RESTOW_DEMO is “${text}”; it must be 0 or 1.`)
}

function origins(text: string | undefined): string[] {
  const listed = (text ?? '')
    .split(',')
    .map((o) => o.trim())
    .filter(Boolean)
  const wrong = listed.find((o) => !URL.canParse(o) || new URL(o).origin !== o)
  if (wrong)
    throw new WrongEnvironment(
      `RESTOW_ORIGINS lists “${wrong}”, which is no origin such as https://returns.example.com.`,
    )
  return listed
}

function tls(cert: string | undefined, key: string | undefined): Environment['tls'] {
  if (!cert && !key) return null
  if (cert && key) return { cert, key }
  throw new WrongEnvironment(
    `RESTOW_TLS_${cert ? 'KEY' : 'CERT'} is missing; a certificate and its key go together.`,
  )
}

function proxies(text: string | undefined): number {
  if (!text) return 0
  if (/^\d$/.test(text)) return Number(text)
  throw new WrongEnvironment(
    `RESTOW_PROXIES is “${text}”; it must be the number of reverse proxies in front, from 0 to 9.`,
  )
}

/** `--lan` is all there is: another word is a slip, and is not passed over. */
function lan(words: readonly string[]): boolean {
  const other = words.find((word) => word !== '--lan')
  if (other !== undefined)
    throw new WrongEnvironment(`“${other}” is no option of the start; the only one is --lan.`)
  return words.includes('--lan')
}

function webhooks(text: string | undefined): WebhookReach {
  if (text === undefined || text === '' || text === '0') return PUBLIC_REACH
  if (text === '1') return { anywhere: true }
  throw new WrongEnvironment(`RESTOW_WEBHOOK_PRIVATE is “${text}”; it must be 0 or 1.`)
}

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']

function logLevel(text: string | undefined): string {
  if (!text) return 'warn'
  if (LOG_LEVELS.includes(text)) return text
  throw new WrongEnvironment(`RESTOW_LOG_LEVEL is “${text}”; it must be one of ${LOG_LEVELS.join(', ')}.`)
}

/** Ports and ranges of ports, such as `9100-9109,6101`. */
function printers(ports: string | undefined, loopback: string | undefined): PrinterReach {
  const listed = (ports ?? '').split(',').filter((part) => part.trim() !== '')
  const ranges = listed.map((part): readonly [number, number] => {
    const found = /^(\d{1,5})(?:-(\d{1,5}))?$/.exec(part.trim())
    const [first, last] = [Number(found?.[1]), Number(found?.[2] ?? found?.[1])]
    if (found && first > 0 && first <= last && last <= 65_535) return [first, last]
    throw new WrongEnvironment(
      `RESTOW_PRINTER_PORTS lists “${part.trim()}”, which is neither a port nor a range such as 9100-9109.`,
    )
  })
  if (loopback !== undefined && !['', '0', '1'].includes(loopback))
    throw new WrongEnvironment(`RESTOW_PRINTER_LOOPBACK is “${loopback}”; it must be 0 or 1.`)
  return { ports: ranges.length > 0 ? ranges : PRINTER_PORTS, loopback: loopback === '1' }
}

/**
 * Reads the environment.
 * @param words what stands behind the command
 * @throws WrongEnvironment with the sentence to show
 */
export function readEnvironment(variables: Variables, words: readonly string[] = []): Environment {
  const url = databaseUrl('DATABASE_URL', variables.DATABASE_URL)
  const ownerUrl = databaseUrl('DATABASE_OWNER_URL', variables.DATABASE_OWNER_URL)
  if (ownerUrl && !url)
    throw new WrongEnvironment(
      'DATABASE_OWNER_URL is given without DATABASE_URL, the role that the server itself uses.',
    )
  return {
    port: port(variables.PORT),
    host: variables.HOST || '0.0.0.0',
    dataDir: resolve(variables.RESTOW_DATA_DIR || '.restow'),
    databaseUrl: url,
    databaseOwnerUrl: ownerUrl,
    demo: demo(variables.RESTOW_DEMO),
    lan: lan(words),
    tls: tls(variables.RESTOW_TLS_CERT, variables.RESTOW_TLS_KEY),
    origins: origins(variables.RESTOW_ORIGINS),
    proxies: proxies(variables.RESTOW_PROXIES),
    logLevel: logLevel(variables.RESTOW_LOG_LEVEL),
    webhooks: webhooks(variables.RESTOW_WEBHOOK_PRIVATE),
    mail: readMailHouse(
      {
        smtpUrl: variables.RESTOW_SMTP_URL,
        from: variables.RESTOW_MAIL_FROM,
        publicUrl: variables.RESTOW_PUBLIC_URL,
      },
      (sentence) => new WrongEnvironment(sentence),
    ),
    printers: printers(variables.RESTOW_PRINTER_PORTS, variables.RESTOW_PRINTER_LOOPBACK),
  }
}
