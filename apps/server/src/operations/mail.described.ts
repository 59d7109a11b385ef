/** What is told of e-mails, and examples of them. */

const done = { 204: { description: 'Done', type: 'null' } }
const page = (description: string) => {
  const said = { description, content: { 'text/html': { schema: { type: 'string' } } } }
  return { 200: said, 404: { ...said, description: 'The link leads nowhere any more' } }
}

export const MAIL_DESCRIPTIONS = {
  'GET /api/sellers/:code/mail-recipients': {
    summary: 'Who gets a seller’s days by e-mail, and how that goes',
    description: '`on` is false where the house sends no e-mail.',
  },
  'POST /api/sellers/:code/mail-recipients': {
    summary: 'Adds a recipient',
    description:
      'From then on each day that closes is mailed there, in its language, with the report’s files that it wants; days on which nothing was only where `emptyDays` is asked for. At most ten for each seller. Each mail ends by one click (RFC 8058).',
  },
  'PATCH /api/sellers/:code/mail-recipients/:id': {
    summary: 'Changes a recipient',
    description: '`tryAgain` sends again to an address that was given up after three refusals.',
  },
  'DELETE /api/sellers/:code/mail-recipients/:id': {
    summary: 'Removes a recipient, with all that is known of it',
    response: done,
  },
  'POST /api/sellers/:code/mail-recipients/:id/test': {
    summary: 'Sends a test now, and tells what the mail server said',
    description: 'Once in 20 seconds for each seller, and 20 times in a quarter of an hour.',
  },
  'GET /api/sellers/:code/mail-recipients/:id/mails': {
    summary: 'Mails to a recipient, the latest day first',
    description:
      'What the mail server does not take just now is tried again for a day; what it refuses for good is given up at once, with its answer. Kept for 90 days.',
  },
  'POST /api/sellers/:code/mail-recipients/:id/mails/:warehouse/:day/again': {
    summary: 'Sends a day once more that was sent or given up',
    response: done,
  },
  'GET /api/unsubscribe/:token': {
    summary: 'The page that a link in a mail leads to; it ends nothing by itself',
    response: page('The page'),
  },
  'POST /api/unsubscribe/:token': {
    summary: 'Ends the mails to whoever has the link, by one click (RFC 8058)',
    consumes: ['application/x-www-form-urlencoded', 'multipart/form-data'],
    response: page('It is ended'),
  },
}

const RECIPIENT = {
  id: '7d1f4c2e-5b0a-4c8d-9e63-01936f2a7c1e',
  address: 'returns@lotus.example',
  language: 'zh-CN',
  formats: ['xlsx', 'pdf'],
  emptyDays: false,
  madeBy: 'lotus@demo.restow',
  madeAt: '2026-11-20T16:02:11.120Z',
  stoppedAt: null,
  suppressedAt: null,
  waiting: 0,
  lastSentAt: '2026-11-21T08:00:09.412Z',
  lastAnswer: null,
}
const MAIL = {
  warehouse: 'LAX1',
  day: '2026-11-20',
  state: 'given_up',
  attempts: 1,
  nextAt: null,
  sentAt: null,
  answer: '550 5.1.1 There is no such mailbox here.',
}

export const MAIL_EXAMPLES = {
  'GET /api/sellers/:code/mail-recipients': { answer: { on: true, items: [RECIPIENT] } },
  'POST /api/sellers/:code/mail-recipients': {
    body: { address: RECIPIENT.address, language: 'zh-CN', formats: ['xlsx', 'pdf'] },
    answer: { ...RECIPIENT, lastSentAt: null },
  },
  'PATCH /api/sellers/:code/mail-recipients/:id': {
    body: { formats: ['csv'] },
    answer: { ...RECIPIENT, formats: ['csv'] },
  },
  'POST /api/sellers/:code/mail-recipients/:id/test': {
    answer: { sent: true, answer: '250 2.0.0 OK: queued', milliseconds: 184 },
  },
  'GET /api/sellers/:code/mail-recipients/:id/mails': { answer: { items: [MAIL], nextCursor: null } },
}
