import { createHash } from 'node:crypto'
import MailComposer from 'nodemailer/lib/mail-composer'
import { asHtml } from './as-html.ts'
import { asText } from './as-text.ts'
import type { MailHouse } from './house.ts'
import type { Told } from './letter.ts'
import { oneLine } from './one-line.ts'

export interface MailFile {
  readonly name: string
  readonly type: string
  readonly bytes: Buffer
}

/** A mail as it goes out: its envelope, and its bytes. */
export interface Mail {
  readonly to: string
  readonly bytes: Buffer
}

/** The same for the same mail however often it goes out, so that one that comes twice is known for one. */
export const messageIdOf = ({ from }: MailHouse, of: readonly string[]): string =>
  `<${createHash('sha256').update(of.join('\u0000')).digest('hex').slice(0, 32)}@${from.address.split('@')[1]}>`

interface Way {
  readonly house: MailHouse
  readonly to: string
  readonly messageId: string
  readonly files: readonly MailFile[]
}

/** Writes a mail. What stands in headers is in one line, whatever it came from. */
export async function compose(told: Told, { house, to, messageId, files }: Way): Promise<Mail> {
  const composer = new MailComposer({
    from: { name: oneLine(house.from.name), address: house.from.address },
    to: { name: '', address: to },
    subject: oneLine(told.subject),
    messageId,
    text: asText(told),
    html: asHtml(told),
    headers: {
      // RFC 8058: a mail program ends it by one click, and nobody has to sign in.
      'List-Unsubscribe': { prepared: true, foldLines: false, value: `<${told.stop.to}>` },
      'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click',
      'Auto-Submitted': 'auto-generated',
      'Content-Language': told.language,
    },
    attachments: files.map(({ name, type, bytes }) => ({
      filename: name,
      content: bytes,
      contentType: type,
      contentTransferEncoding: 'base64',
    })),
    disableFileAccess: true,
    disableUrlAccess: true,
  })
  return { to, bytes: await composer.compile().build() }
}
