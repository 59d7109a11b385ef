import { ANNOUNCEMENT_EXAMPLES } from './announcements.described.ts'
import { DEVICE_EXAMPLES } from './devices.described.ts'
import { DROPPED_EXAMPLES } from './dropped.described.ts'
import { HALL_EXAMPLES } from './hall.described.ts'
import { LABEL_EXAMPLES } from './labels.described.ts'
import { MAIL_EXAMPLES } from './mail.described.ts'
import { OVERVIEW_EXAMPLES } from './overview.described.ts'
import { PEOPLE_EXAMPLES } from './people.described.ts'
import { PRINTING_EXAMPLES } from './printing.described.ts'
import { PRODUCT_FILE_EXAMPLES } from './products.described.ts'
import { REPORT_EXAMPLES } from './reports.described.ts'
import { SELLER_EXAMPLES } from './sellers.described.ts'
import { SELLERS_POLICY_EXAMPLES } from './sellers-policy.described.ts'
import { SET_UP_EXAMPLES } from './set-up.described.ts'
import { UNCLAIMED_EXAMPLES } from './unclaimed.described.ts'
import { WAITING_EXAMPLES } from './waiting.described.ts'
import { WEBHOOK_EXAMPLES } from './webhooks.described.ts'

/** Examples of bodies and answers, by method and pattern; a test holds them against the schemas that they stand beside. */

interface Example {
  readonly body?: unknown
  readonly answer?: unknown
}

const ENVELOPE = {
  commandId: '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b47',
  deviceId: 'handheld-7',
  deviceSeq: 1204,
  scannedAt: '2026-11-21T17:14:05.120Z',
}
const USER = {
  name: 'Olga Ortiz',
  role: 'operator',
  badge: 'OP1001',
  warehouse: 'LAX1',
  timeZone: 'America/Los_Angeles',
}
const BIN = { code: 'LAX1-S-02-01', zone: 'resell', capacity: 20, plates: 18 }
const HOUSE = { code: 'LAX1', name: 'Los Angeles 1', timeZone: 'America/Los_Angeles', currency: 'USD' }
const PRODUCT = {
  seller: 'LOTUS',
  sku: '22423',
  title: 'REGENCY CAKESTAND 3 TIER',
  category: 'home',
  gtin: '05012345678900',
  fnsku: 'X000LOTUS1',
  asin: null,
  flags: [],
  weightGrams: 1240,
  hsCode: '6912.00',
}

export const EXAMPLES: Readonly<Record<string, Example>> = {
  'POST /api/sessions': {
    body: { badge: 'OP1001', pin: '135790', deviceId: 'handheld-7' },
    answer: { user: USER, sendToken: 'rst_mJ0Zk3uJ8m1QyVb7nq2v9wR4tX6cH5sLdPfGaEiOuKo' },
  },
  'GET /api/sessions/current': { answer: { user: USER } },
  'GET /api/first-set-up': { answer: { needed: true } },
  'POST /api/first-set-up': {
    body: {
      code: 'K7QM-2XRD',
      warehouse: HOUSE,
      admin: { badge: 'AD0001', name: 'Ada Adler', pin: '602914' },
    },
    answer: { warehouse: HOUSE, admin: { badge: 'AD0001', name: 'Ada Adler' } },
  },
  'PUT /api/sessions/current/language': { body: { language: 'zh-CN' } },
  'POST /api/commands': {
    body: {
      commands: [
        { type: 'ReceiveParcel', ...ENVELOPE, tracking: '1Z999AA10123456784', condition: 'intact' },
        {
          type: 'RegisterUnit',
          ...ENVELOPE,
          commandId: '01936f2a-8d20-7c11-8a47-5be1f20c9a03',
          deviceSeq: 1205,
          parcel: '1Z999AA10123456784',
          lpn: 'RU0000000017',
          product: { sku: '22423' },
          quantity: 1,
        },
      ],
    },
    answer: {
      outcomes: [
        {
          commandId: ENVELOPE.commandId,
          outcome: 'rejected',
          code: 'already_received',
          message:
            'Parcel 1Z999AA10123456784 was already received at 09:14 by OP1001. Scan a product to register it.',
          facts: { tracking: '1Z999AA10123456784', by: 'OP1001' },
        },
        {
          commandId: '01936f2a-8d20-7c11-8a47-5be1f20c9a03',
          outcome: 'accepted',
          events: [
            {
              eventId: '01936f2a-8d20-7c11-8a47-5be1f20c9a03:1',
              type: 'UnitRegistered',
              stream: { kind: 'unit', id: '01936f2a-8d20-7c11-8a47-5be1f20c9a03', key: 'RU0000000017' },
              version: 1,
            },
          ],
          exceptions: [],
        },
      ],
    },
  },
  'GET /api/copy': {
    answer: {
      items: [
        { k: 'bin', ...BIN },
        {
          k: 'product',
          seller: 'LOTUS',
          sku: '22423',
          title: PRODUCT.title,
          category: 'home',
          gtin: PRODUCT.gtin,
          fnsku: PRODUCT.fnsku,
          asin: null,
          flags: [],
        },
      ],
      cursor: 'Zm9yIHRoZSBuZXh0IQWyI3MjU0IiwiNzI1NCIsbnVsbCwwLG51bGxd',
      more: false,
    },
  },
  'POST /api/plates': {
    body: { count: 2, deviceId: 'handheld-7' },
    answer: { lpns: ['RU0000000017', 'RU0000000024'] },
  },
  'GET /api/imports/:id': {
    answer: {
      id: '3f0c8e6a-1b47-4d52-9a03-8d207c11be1f',
      state: 'done',
      total: 320,
      done: 320,
      created: 318,
      updated: 0,
      unchanged: 0,
      matched: 1,
      rejected: [
        { line: 17, code: 'quantity_wrong', message: 'The quantity is no whole number above zero.' },
      ],
    },
  },
  ...DEVICE_EXAMPLES,
  ...PEOPLE_EXAMPLES,
  ...HALL_EXAMPLES,
  ...PRODUCT_FILE_EXAMPLES,
  ...PRINTING_EXAMPLES,
  ...UNCLAIMED_EXAMPLES,
  ...ANNOUNCEMENT_EXAMPLES,
  ...SELLER_EXAMPLES,
  ...SELLERS_POLICY_EXAMPLES,
  ...WEBHOOK_EXAMPLES,
  ...MAIL_EXAMPLES,
  ...DROPPED_EXAMPLES,
  ...LABEL_EXAMPLES,
  ...WAITING_EXAMPLES,
  ...REPORT_EXAMPLES,
  ...OVERVIEW_EXAMPLES,
  ...SET_UP_EXAMPLES,
  'GET /api/bins': { answer: { items: [BIN], nextCursor: null } },
  'PUT /api/bins/:code': { body: { zone: 'resell', capacity: 20 }, answer: BIN },
  'GET /api/products': { answer: { items: [PRODUCT], nextCursor: null } },
  'PUT /api/products/:seller/:sku': {
    body: { title: PRODUCT.title, category: 'home', gtin: '5012345678900', weightGrams: 1240 },
    answer: PRODUCT,
  },
  'PUT /api/staff/:badge': {
    body: { name: 'Olga Ortiz', role: 'operator', active: true, pin: '246801' },
    answer: {
      badge: 'OP1003',
      name: 'Olga Ortiz',
      role: 'operator',
      active: true,
      locked: false,
      lockedBy: null,
    },
  },
  'PUT /api/sellers/:code': {
    body: { name: 'Lotus Home', active: true },
    answer: { code: 'LOTUS', name: 'Lotus Home', active: true },
  },
}
