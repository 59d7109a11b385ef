/** What is told of webhooks, and examples of them. */

const done = { 204: { description: 'Done', type: 'null' } }

export const WEBHOOK_DESCRIPTIONS = {
  'GET /api/sellers/:code/webhooks': { summary: 'A seller’s webhooks, and how they get on' },
  'POST /api/sellers/:code/webhooks': {
    summary: 'Sets up a webhook',
    description:
      'What happens from then on is posted there as Standard Webhooks has it (`webhook-id`, `webhook-timestamp`, `webhook-signature`): a decision about a unit, a business day that has closed, a question to the seller or scrap that it may object to (`decision.needed`: `asks` is `question` or `scrap`, `answer` where it is answered, `until` until when), a box nobody announced that has one of the seller’s numbers on it. At least once, and in order about each unit; what is not answered by 2xx within 15 seconds is tried again for three days. `secret` is shown this once. Private addresses are refused, redirects are not followed.',
  },
  'PATCH /api/sellers/:code/webhooks/:id': {
    summary: 'Changes a webhook, or lets it rest',
    description: 'While it rests its messages wait. What is changed is tried at once.',
  },
  'DELETE /api/sellers/:code/webhooks/:id': {
    summary: 'Removes a webhook, with all that was still to be told to it',
    response: done,
  },
  'POST /api/sellers/:code/webhooks/:id/secret': {
    summary: 'Makes another secret',
    description: 'For a day messages are signed by the one before it as well.',
  },
  'POST /api/sellers/:code/webhooks/:id/test': {
    summary: 'Sends a message of type `test` now, and tells what became of it',
  },
  'POST /api/sellers/:code/webhooks/:id/replay': {
    summary: 'Tells once more what happened since a day',
    description:
      'Under the same `webhook-id` as before, also what happened before the webhook was set up. Closed days are told again by the report instead.',
  },
  'GET /api/sellers/:code/webhooks/:id/messages': {
    summary: 'Messages of a webhook, the latest first',
    description: '`state=dead` lists what was given up. What was delivered is kept for 30 days.',
  },
  'POST /api/sellers/:code/webhooks/:id/messages/:message/again': {
    summary: 'Takes a message up once more that was given up',
    response: done,
  },
}

const HOOK = {
  id: '3f0c8e6a-1b47-4a3b-9d52-01936f2a7c1e',
  url: 'https://erp.example.com/hooks/restow',
  types: ['unit.classified', 'decision.needed'],
  active: true,
  madeBy: 'lotus@demo.restow',
  madeAt: '2026-11-20T16:02:11.120Z',
  waiting: 0,
  dead: 0,
  lastDeliveredAt: '2026-11-21T17:14:05.120Z',
  failingSince: null,
  lastError: null,
  replayFrom: null,
}
const SECRET = 'whsec_Q2VydGFpbmx5IG5vdCBhIHJlYWwgb25lISEh'
const MESSAGE = {
  id: 'msg_5a1c9b3e7d2f4860a1b2c3d4e5f60718',
  type: 'unit.classified',
  about: 'RU0000000017',
  state: 'delivered',
  at: '2026-11-21T17:14:04.880Z',
  attempts: 1,
  nextAt: null,
  deliveredAt: '2026-11-21T17:14:05.120Z',
  lastError: null,
}

export const WEBHOOK_EXAMPLES = {
  'GET /api/sellers/:code/webhooks': { answer: { items: [HOOK] } },
  'POST /api/sellers/:code/webhooks': {
    body: { url: HOOK.url, types: HOOK.types },
    answer: { ...HOOK, lastDeliveredAt: null, secret: SECRET },
  },
  'PATCH /api/sellers/:code/webhooks/:id': { body: { active: false }, answer: { ...HOOK, active: false } },
  'POST /api/sellers/:code/webhooks/:id/secret': { answer: { ...HOOK, secret: SECRET } },
  'POST /api/sellers/:code/webhooks/:id/test': {
    answer: { delivered: false, status: 503, milliseconds: 214, error: 'It answered 503.' },
  },
  'POST /api/sellers/:code/webhooks/:id/replay': {
    body: { from: '2026-11-01' },
    answer: { ...HOOK, replayFrom: '2026-11-01' },
  },
  'GET /api/sellers/:code/webhooks/:id/messages': { answer: { items: [MESSAGE], nextCursor: null } },
}
