/** How a house sends e-mail. Without one nothing is sent. */
export interface MailHouse {
  readonly host: string
  readonly port: number
  /** TLS from the first byte; else from STARTTLS on. */
  readonly secure: boolean
  readonly sign: { readonly user: string; readonly pass: string } | null
  readonly from: { readonly name: string; readonly address: string }
  /** What links in mails begin with, such as `https://returns.example.com`. */
  readonly publicUrl: string
}

type Said = Readonly<Record<'smtpUrl' | 'from' | 'publicUrl', string | undefined>>

/** One mailbox, alone or with a name before it. */
const SENDER =
  /^(?:([^<>\p{Cc}]*?)\s*<([^\s@<>"(),;:\\]{1,64}@[\p{L}\p{N}.-]{1,190})>|([^\s@<>"(),;:\\]{1,64}@[\p{L}\p{N}.-]{1,190}))$/u

function serverOf(text: string, wrong: (sentence: string) => Error): Omit<MailHouse, 'from' | 'publicUrl'> {
  // What the address says is not repeated: a password stands in it.
  const none = () =>
    wrong('RESTOW_SMTP_URL is no address such as smtps://user:password@mail.example.com:465.')
  if (!URL.canParse(text)) throw none()
  const { protocol, hostname, port, username, password, pathname, search, hash } = new URL(text)
  const isMail = protocol === 'smtp:' || protocol === 'smtps:'
  if (!isMail || hostname === '' || !['', '/'].includes(pathname) || search + hash !== '') throw none()
  if ((username === '') !== (password === ''))
    throw wrong('RESTOW_SMTP_URL has a user without a password, or a password without a user.')
  const secure = protocol === 'smtps:'
  try {
    const sign = username ? { user: decodeURIComponent(username), pass: decodeURIComponent(password) } : null
    const host = hostname.replace(/^\[|\]$/g, '')
    return { host, port: port === '' ? (secure ? 465 : 587) : Number(port), secure, sign }
  } catch {
    throw wrong('RESTOW_SMTP_URL has a % in its user or password that is not written as %25.')
  }
}

function publicUrlOf(text: string, wrong: (sentence: string) => Error): string {
  const url = URL.canParse(text) ? new URL(text) : null
  if (url && /^https?:$/.test(url.protocol) && [url.origin, `${url.origin}/`].includes(text))
    return url.origin
  throw wrong(`RESTOW_PUBLIC_URL is “${text}”, which is no origin such as https://returns.example.com.`)
}

/**
 * Reads how e-mail is sent.
 * @returns null where nothing is said of a mail server
 * @throws what `wrong` makes of the sentence to show
 */
export function readMailHouse(said: Said, wrong: (sentence: string) => Error): MailHouse | null {
  const publicUrl = said.publicUrl ? publicUrlOf(said.publicUrl, wrong) : null
  const sender = said.from ? SENDER.exec(said.from.trim()) : null
  if (said.from && !sender)
    throw wrong(
      `RESTOW_MAIL_FROM is “${said.from}”, which is no sender such as Restow <returns@example.com>.`,
    )
  if (!said.smtpUrl) {
    if (sender) throw wrong('RESTOW_MAIL_FROM is given without RESTOW_SMTP_URL, the server that sends.')
    return null
  }
  const server = serverOf(said.smtpUrl, wrong)
  if (!sender) throw wrong('RESTOW_MAIL_FROM is missing; with RESTOW_SMTP_URL e-mail is sent in its name.')
  if (!publicUrl) throw wrong('RESTOW_PUBLIC_URL is missing; links in e-mails begin with it.')
  const [, name = '', named, alone] = sender
  return {
    ...server,
    from: { name: name.replaceAll('"', '').trim(), address: named ?? alone ?? '' },
    publicUrl,
  }
}
