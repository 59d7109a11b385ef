/** What is told of sellers' API keys and answers, and examples of them. */

export const SELLER_DESCRIPTIONS = {
  'POST /api/units/:lpn/answer': {
    summary: 'A seller’s answer to the question that its unit waits with',
    description:
      'The unit goes on. The answer is the outcome of `ReleaseUnit`, the same again for the same `commandId`.',
  },
  'POST /api/units/:lpn/scrap-answer': {
    summary: 'A seller’s word on scrap that is proposed to it',
    description:
      'While it may object: `decision.veto.until` of the unit, and `until` of what waits. `agreed: true` ends that time at once, and a second person in the warehouse decides. `agreed: false` takes a `note`: the decision is undone, and the unit waits for a supervisor with it, to be decided anew. The answer is the outcome of `AnswerScrap`, the same again for the same `commandId`. Too late is `veto_over`.',
  },
  'GET /api/sellers/:code/api-keys': {
    summary: 'A seller’s API keys, those that are open first',
    description: 'By the seller’s people or a supervisor; never by a key.',
  },
  'POST /api/sellers/:code/api-keys': {
    summary: 'Makes an API key',
    description:
      'Scripts send `secret` as `Authorization: Bearer …`. It is shown this once; the server keeps a hash of it. At most 20 are open at a time.',
  },
  'POST /api/sellers/:code/api-keys/:key/replace': {
    summary: 'Makes a key that takes another’s place',
    description:
      'With the same name and scopes. Both are open until one is revoked, so that scripts can be changed over without a gap; never more than two.',
  },
  'DELETE /api/sellers/:code/api-keys/:key': {
    summary: 'Revokes an API key, at once and on every server',
  },
}

const KEY = {
  key: 'rk_4fT9cZ1x',
  name: 'Our ERP',
  scopes: ['reports', 'announcements'],
  madeBy: 'lotus@demo.restow',
  madeAt: '2026-11-20T16:02:11.120Z',
  lastUsedAt: '2026-11-21T17:14:00.000Z',
  replaces: null,
  revokedAt: null,
  revokedBy: null,
}
const SECRET = 'rk_4fT9cZ1x_Q2VydGFpbmx5LW5vdC1hLXJlYWwta2V5LW9mLWFueW9uZQ'

export const SELLER_EXAMPLES = {
  'POST /api/units/:lpn/answer': {
    body: { commandId: '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b47', answer: 'Sell it as it is.' },
    answer: { commandId: '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b47', outcome: 'accepted', events: [] },
  },
  'POST /api/units/:lpn/scrap-answer': {
    body: {
      commandId: '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b48',
      agreed: false,
      note: 'Do not scrap it: send it back to our workshop.',
    },
    answer: { commandId: '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b48', outcome: 'accepted', events: [] },
  },
  'GET /api/sellers/:code/api-keys': { answer: { items: [KEY] } },
  'POST /api/sellers/:code/api-keys': {
    body: { name: 'Our ERP', scopes: ['reports', 'announcements'] },
    answer: { ...KEY, lastUsedAt: null, secret: SECRET },
  },
  'POST /api/sellers/:code/api-keys/:key/replace': {
    answer: { ...KEY, key: 'rk_4fT9cZ1x', replaces: 'rk_pX72mQa0', lastUsedAt: null, secret: SECRET },
  },
  'DELETE /api/sellers/:code/api-keys/:key': {
    answer: { ...KEY, revokedAt: '2026-11-22T08:00:00.000Z', revokedBy: 'lotus@demo.restow' },
  },
}
