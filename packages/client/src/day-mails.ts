import type {
  AddMailRecipient,
  ChangeMailRecipient,
  DayMailItem,
  DayMailList,
  DayMailsQuery,
  MailRecipientItem,
  MailRecipientList,
  MailTried,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, jsonOf } from './call.ts'

/** Who gets a seller's days by e-mail, and what became of each. */
export function dayMails(call: Call) {
  const all = (seller: string) => `/api/sellers/${at(seller)}/mail-recipients`
  const one = (seller: string, id: string) => `${all(seller)}/${at(id)}`
  return {
    mailRecipients: (seller: string, signal?: AbortSignal) =>
      jsonOf<MailRecipientList>(call('GET', all(seller), signal ? { signal } : {})),
    addMailRecipient: (seller: string, json: AddMailRecipient) =>
      jsonOf<MailRecipientItem>(call('POST', all(seller), { json })),
    changeMailRecipient: (seller: string, id: string, json: ChangeMailRecipient) =>
      jsonOf<MailRecipientItem>(call('PATCH', one(seller, id), { json })),
    removeMailRecipient: async (seller: string, id: string): Promise<void> => {
      await call('DELETE', one(seller, id))
    },
    tryMailRecipient: (seller: string, id: string) =>
      jsonOf<MailTried>(call('POST', `${one(seller, id)}/test`)),
    dayMails: (
      { seller, id }: { readonly seller: string; readonly id: string },
      query: Static<typeof DayMailsQuery>,
      signal: AbortSignal,
    ) => jsonOf<DayMailList>(call('GET', `${one(seller, id)}/mails`, { query: { ...query }, signal })),
    sendDayMailAgain: async (
      seller: string,
      id: string,
      { warehouse, day }: Pick<DayMailItem, 'warehouse' | 'day'>,
    ): Promise<void> => {
      await call('POST', `${one(seller, id)}/mails/${at(warehouse)}/${at(day)}/again`)
    },
  }
}
