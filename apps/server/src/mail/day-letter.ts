import type { MailFormat } from '@restow/domain'
import { compose, type Mail, type MailFile, messageIdOf } from './compose.ts'
import type { TakenMail } from './day-mails.queries.ts'
import type { MailHouse } from './house.ts'
import { type DayTold, type Told, tellDay, tellTest } from './letter.ts'
import type { Addressee } from './recipients.queries.ts'
import { tokenOf } from './unsubscribing.ts'

/** A mail of a closed day, made of what stands now about it. */

/** What there is to tell of a day, and its files; wired to the reports and to what waits in `app.ts`. */
export interface DayToTell extends DayTold {
  /** @returns null where it is larger than so many bytes */
  file(format: MailFormat, mostBytes: number): Promise<MailFile | null>
}
export type ReadDay = (of: {
  readonly seller: string
  readonly warehouse: string
  readonly timeZone: string
  readonly day: string
  readonly publicUrl: string
}) => Promise<DayToTell | null>

/** Mail servers take 25 megabytes and more; files grow by a third on their way. */
const MOST_BYTES = 12_000_000

export const stopLink = ({ publicUrl }: MailHouse, to: Addressee): string =>
  `${publicUrl}/api/unsubscribe/${tokenOf(to)}`

const wayOf = (house: MailHouse, to: Addressee) => ({
  ...{ language: to.language, seller: to.seller, address: to.address },
  ...{ publicUrl: house.publicUrl, stop: stopLink(house, to) },
})

/** Files as long as there is room for them. */
async function filesOf(day: DayToTell, formats: readonly MailFormat[]) {
  const [files, tooLarge]: [MailFile[], string[]] = [[], []]
  let room = MOST_BYTES
  for (const format of formats) {
    const file = await day.file(format, room)
    if (file) {
      files.push(file)
      room -= file.bytes.length
    } else tooLarge.push(format.toUpperCase())
  }
  return { files, tooLarge }
}

/** @returns null where there is no such day any more */
export async function letterOf(house: MailHouse, mail: TakenMail, readDay: ReadDay): Promise<Mail | null> {
  const { seller, warehouse, timeZone, day, askedAt, id } = mail
  const told = await readDay({ seller, warehouse, timeZone, day, publicUrl: house.publicUrl })
  if (!told) return null
  const { files, tooLarge } = await filesOf(told, mail.formats)
  const attached = files.map(({ name }) => name)
  const messageId = messageIdOf(house, ['day', id, warehouse, day, askedAt])
  return composed(house, mail, tellDay(told, { ...wayOf(house, mail), attached, tooLarge }), messageId, files)
}

export function testLetter(house: MailHouse, to: Addressee, sellerName: string, at: string): Promise<Mail> {
  const told = tellTest(sellerName, { ...wayOf(house, to), attached: [], tooLarge: [] })
  return composed(house, to, told, messageIdOf(house, ['test', to.id, at]), [])
}

const composed = (
  house: MailHouse,
  to: Addressee,
  told: Told,
  messageId: string,
  files: readonly MailFile[],
) => compose(told, { house, to: to.address, messageId, files })
