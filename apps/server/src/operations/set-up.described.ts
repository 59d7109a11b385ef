/** What is told of the routes of set-up and of the search box, and examples of them. */

export const SET_UP_DESCRIPTIONS = {
  'GET /api/warehouse': { summary: 'The warehouse of whoever asks: its clock, its money, its time targets' },
  'PUT /api/warehouse': {
    summary: 'Changes the warehouse, by an admin',
    description:
      'What is left out stays as it is. Time targets are in seconds; boards count by them at once. With `demandsEnrolled` operators sign in on enrolled devices only, and so does whoever names a device; supervisors and admins still sign in at a desk.',
  },
  'GET /api/checklists': {
    summary: 'What people are asked at an inspection, category by category',
    description: 'With the categories of products that have no checklist: they are asked the general one.',
  },
  'GET /api/checklists/:category/versions/:version': { summary: 'A checklist as it was at a version of it' },
  'PUT /api/checklists/:category': {
    summary: 'Makes or changes a checklist, by a supervisor',
    description:
      'Saving makes the next version; `version` is the one that was changed, 0 for a new checklist. Inspections keep the version that they were done by, and work done offline by an older one still counts. `retired` has the general one asked instead.',
  },
  'POST /api/staff/:badge/lock': {
    summary: 'Locks a badge, such as a lost card’s, by a supervisor',
    description:
      'Its sessions end at once; what handhelds keep of its work is sent all the same. An admin’s badge takes an admin.',
    response: { 204: { description: 'Done', type: 'null' } },
  },
  'POST /api/staff/:badge/unlock': {
    summary: 'Unlocks a badge that was locked, by hand or after wrong PINs',
    response: { 204: { description: 'Done', type: 'null' } },
  },
  'GET /api/set-up/changes': {
    summary: 'Who set up what otherwise, the latest first, for supervisors',
    description: 'Append-only. `before` and `after` have the fields that differ. No secret is in it.',
  },
  'GET /api/search': {
    summary: 'Whatever goes by a number or a name, grouped by kind',
    description:
      'For the plate, tracking, order, RMA, SKU, serial, GTIN, FNSKU or ASIN, as it is scanned or typed; for bins, sellers and people too, where the asker may open them. Exact hits come first; `only` says what was meant where it can be nothing else. A seller’s user finds its own and nothing else; parcels that nobody has claimed are found under /api/unclaimed/found.',
  },
}

const HOUSE = {
  code: 'LAX1',
  name: 'Los Angeles 1',
  timeZone: 'America/Los_Angeles',
  currency: 'USD',
  demandsEnrolled: true,
  targets: { register: 14_400, decide: 86_400, shelve: 86_400 },
}
const BODY = {
  checks: [
    {
      check: 'seal',
      question: { en: 'Is the box sealed?', 'zh-CN': '包装盒封口完好吗？', de: 'Ist der Karton versiegelt?' },
      required: true,
      answers: [
        { answer: 'sealed', cap: 'like_new', label: { en: 'Sealed', de: 'Versiegelt' } },
        { answer: 'opened', cap: 'very_good', label: { en: 'Opened', de: 'Geöffnet' } },
      ],
    },
  ],
  requiredAngles: { always: ['front', 'label'], belowLikeNew: ['damage'] },
}
const CHECKLIST = {
  category: 'electronics',
  version: 2,
  retired: false,
  ...BODY,
  changedBy: 'SV2001',
  changedAt: '2026-11-20T16:02:11.120Z',
  products: 41,
}

export const SET_UP_EXAMPLES = {
  'GET /api/warehouse': { answer: HOUSE },
  'PUT /api/warehouse': { body: { targets: HOUSE.targets, demandsEnrolled: true }, answer: HOUSE },
  'GET /api/checklists': {
    answer: { items: [CHECKLIST], nextCursor: null, without: [{ category: 'garden', products: 12 }] },
  },
  'GET /api/checklists/:category/versions/:version': { answer: { ...CHECKLIST, version: 1 } },
  'PUT /api/checklists/:category': { body: { version: 1, ...BODY }, answer: CHECKLIST },
  'GET /api/set-up/changes': {
    answer: {
      items: [
        {
          id: 118,
          kind: 'staff',
          key: 'OP1003',
          by: 'AD3001',
          name: 'Ada Lindqvist',
          at: '2026-11-20T16:02:11.120Z',
          before: { role: 'operator' },
          after: { role: 'supervisor' },
        },
      ],
      nextCursor: null,
    },
  },
  'GET /api/search': {
    answer: {
      read: 'RU0000000017',
      only: { kind: 'unit', key: 'RU0000000017' },
      groups: [
        {
          kind: 'unit',
          more: false,
          items: [
            {
              kind: 'unit',
              key: 'RU0000000017',
              title: 'Enamel mug',
              seller: 'LOTUS',
              state: 'shelved',
              exact: true,
              by: null,
              number: 'RU0000000017',
            },
          ],
        },
      ],
    },
  },
}
