/** What is told of the routes of a seller's policy and of its own questions, and examples of them. */

export const SELLERS_POLICY_DESCRIPTIONS = {
  'GET /api/sellers/:code/policy': {
    summary: 'By what a seller’s goods are reckoned',
    description:
      'For staff, and for the seller’s own users and keys, who are told no names of the warehouse’s people. `costs` is what the warehouse charges, `ownCosts` what a route costs the seller besides; a suggestion’s sum has both.',
  },
  'PUT /api/sellers/:code/policy': {
    summary: 'Changes a seller’s policy, by the seller or an admin',
    description:
      'A seller’s user, or its key with the scope `policy`, changes what is the seller’s own: shares, routes, what refurbishing is offered for, scrap and its limit, time to object, rates, own costs, labels. `currency`, `available`, `costs` and the contract’s `targets` are the warehouse’s: a body that has them otherwise is refused whole with `not_sellers_own`, and `fields` names them. An admin changes all of it. `version` is the one that was changed; where somebody else was faster the answer is 409 `changed_meanwhile`. Each change counts the version up. Decisions keep the sum that they were made with, and its version.',
  },
  'GET /api/sellers/:code/policy/changes': {
    summary: 'Who changed a seller’s policy and questions, the latest first',
    description:
      'Append-only. `before` and `after` have the parts that differ. `by` is null for the warehouse’s people where the seller asks.',
  },
  'GET /api/sellers/:code/checks': {
    summary: 'What a seller has asked about its goods at an inspection, after what the house asks',
    description: 'With the categories of its products, with how many there are of each.',
  },
  'PUT /api/sellers/:code/checks': {
    summary: 'Changes a seller’s own questions, by the seller or an admin',
    description:
      'All of them at once, ten at most; their codes begin with `own_`. Each answer says the best grade that it still allows, the best answer first. Without `categories` a question is asked about all of the seller’s goods. Saving makes the next version; `version` is the one that was changed. Inspections keep the version that they were done by, and work done offline by an older one still counts.',
  },
}

const POLICY = {
  currency: 'USD',
  shares: { like_new: 100, very_good: 85, good: 60, acceptable: 40, unsellable: 0 },
  routes: ['restock', 'open_box', 'repair', 'recycle'],
  available: ['restock', 'open_box', 'liquidate', 'repair', 'clean', 'recycle', 'donate'],
  costs: {
    restock: [{ item: 'relabel_and_shelf', minor: 30 }],
    repair: [
      { item: 'repair', minor: 100 },
      { item: 'relabel_and_shelf', minor: 30 },
    ],
    recycle: [{ item: 'recycle', minor: 10 }],
  },
  ownCosts: { repair: [{ item: 'parts', minor: 250 }] },
  refurbish: { repair: { afterwards: 'very_good', offeredFor: ['good', 'acceptable'] } },
  scrapRoute: 'recycle',
  scrapLimitMinor: 5000,
  scrapVetoHours: 48,
  rates: { EUR: '0.92' },
  prints: { relabel: ['restock', 'open_box'], copies: 1 },
}
const SELLER_POLICY = {
  seller: 'LOTUS',
  policy: POLICY,
  version: 4,
  changedBy: 'Lin Mei',
  changedAt: '2026-11-20T16:02:11.120Z',
  targets: { register: null, decide: 43_200, shelve: null },
  houseTargets: { register: 14_400, decide: 86_400, shelve: 86_400 },
}
const CHECKS = [
  {
    check: 'own_seal',
    question: { en: 'Is the Lotus seal whole?', 'zh-CN': 'Lotus 封条完好吗？' },
    required: true,
    answers: [
      { answer: 'whole', cap: 'like_new', label: { en: 'Whole', 'zh-CN': '完好' } },
      { answer: 'broken', cap: 'very_good', label: { en: 'Broken', 'zh-CN': '破损' } },
    ],
    categories: ['electronics'],
  },
]

export const SELLERS_POLICY_EXAMPLES = {
  'GET /api/sellers/:code/policy': { answer: SELLER_POLICY },
  'PUT /api/sellers/:code/policy': { body: { version: 3, policy: POLICY }, answer: SELLER_POLICY },
  'GET /api/sellers/:code/policy/changes': {
    answer: {
      items: [
        {
          id: 204,
          by: 'Lin Mei',
          at: '2026-11-20T16:02:11.120Z',
          before: { policy: { ...POLICY, scrapLimitMinor: 4000, version: 3 } },
          after: { policy: { ...POLICY, version: 4 } },
        },
      ],
      nextCursor: null,
    },
  },
  'GET /api/sellers/:code/checks': {
    answer: {
      ...{ seller: 'LOTUS', version: 2, checks: CHECKS },
      ...{ changedBy: 'Lin Mei', changedAt: '2026-11-20T16:02:11.120Z' },
      categories: [{ category: 'electronics', products: 41 }],
    },
  },
  'PUT /api/sellers/:code/checks': {
    body: { version: 1, checks: CHECKS },
    answer: {
      ...{ seller: 'LOTUS', version: 2, checks: CHECKS },
      ...{ changedBy: 'Lin Mei', changedAt: '2026-11-20T16:02:11.120Z' },
      categories: [{ category: 'electronics', products: 41 }],
    },
  },
}
