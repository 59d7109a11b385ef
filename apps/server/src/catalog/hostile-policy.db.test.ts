import type { SellerChecks, SellerPolicy, UnitView } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inspect, plate, receive, register } from '../../../../packages/testkit/src/builders.ts'
import { command, wire } from '../../../../packages/testkit/src/commands.ts'
import { openWarehouse, type Person, type Warehouse } from '../../../../packages/testkit/src/server.ts'

/** A seller that tries what is not its own, and sends what nobody can be asked or reckoned by. */

let warehouse: Warehouse
let otto: Person
let ada: Person
let lotus: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  const { node } = warehouse
  otto = await node.as('OP1001')
  ada = await node.as('AD3001')
  lotus = await node.as('lotus@test.restow')
  await otto.did(wire(receive('T6000')))
})
afterAll(() => warehouse?.close())

const OWN = '/api/sellers/LOTUS/policy'
const CHECKS = '/api/sellers/LOTUS/checks'
const put = (who: Person, url: string, text: string) =>
  who.ask({ method: 'PUT', url, payload: text, headers: { 'content-type': 'application/json' } })

let plates = 60
async function mug(): Promise<string> {
  const lpn = plate(++plates)
  await otto.did(wire(register('T6000', lpn, 'MUG')))
  return lpn
}

describe('a policy that is sent to do harm', () => {
  const changes: [string, (text: string, stands: SellerPolicy) => string][] = [
    ['a number beyond all numbers', (t) => t.replace(/"scrapLimitMinor":\d+/, '"scrapLimitMinor":1e400')],
    ['a very large number', (t) => t.replace(/"scrapLimitMinor":\d+/, '"scrapLimitMinor":1e300')],
    ['a number as text', (t) => t.replace(/"scrapLimitMinor":(\d+)/, '"scrapLimitMinor":"$1"')],
    ['nothing for a number', (t) => t.replace(/"scrapLimitMinor":\d+/, '"scrapLimitMinor":null')],
    ['NaN', (t) => t.replace(/"scrapLimitMinor":\d+/, '"scrapLimitMinor":NaN')],
    ['a part twice', (t) => t.replace(/"scrapLimitMinor":\d+/, '"scrapLimitMinor":1,"scrapLimitMinor":-1')],
    ['a part less', (t) => t.replace(/"scrapLimitMinor":\d+,?/, '')],
    ['a part more', (t) => t.replace('"currency"', '"extra":1,"currency"')],
    ['its own version', (t) => t.replace('"currency"', '"version":99,"currency"')],
    ['a prototype', (t) => t.replace('"currency"', '"__proto__":{"currency":"EUR"},"currency"')],
    ['a prototype among costs', (t) => t.replace('"costs":{', '"costs":{"__proto__":[],')],
    ['a prototype among rates', (t) => t.replace('"rates":{', '"rates":{"constructor":"1",')],
    ['a rate of a millionth digit', (t) => t.replace('"rates":{', '"rates":{"CNY":"1e5",')],
    ['a rate that is a number', (t) => t.replace('"rates":{', '"rates":{"CNY":7,')],
    [
      'a cost with NUL',
      (t) => t.replace('"currency"', '"ownCosts":{"repair":[{"item":"a\\u0000b","minor":1}]},"currency"'),
    ],
    [
      'a cost with half a letter',
      (t) => t.replace('"currency"', '"ownCosts":{"repair":[{"item":"a\\ud800b","minor":1}]},"currency"'),
    ],
    [
      'a cost below zero',
      (t) => t.replace('"currency"', '"ownCosts":{"repair":[{"item":"bonus","minor":-5}]},"currency"'),
    ],
    [
      'a cost named as the house’s',
      (t, s) =>
        t.replace(
          '"currency"',
          `"ownCosts":{"repair":[{"item":"${s.policy.costs.repair?.[0]?.item}","minor":5}]},"currency"`,
        ),
    ],
    ['a share below zero', (t) => t.replace(/"unsellable":[\d.]+/, '"unsellable":-0.5')],
    ['another seller', (t) => t.replace('"version"', '"seller":"NORTHSTAR","version"')],
    ['nothing', () => 'null'],
    ['a list', () => '[]'],
    ['no policy', (_, s) => `{"version":${s.version}}`],
    ['a version of text', (t) => t.replace(/"version":(\d+)/, '"version":"$1"')],
    ['a version of a half', (t) => t.replace(/"version":(\d+)/, '"version":$1.5')],
    ['targets of nothing', (t) => t.replace('"version"', '"targets":null,"version"')],
    ['some targets', (t) => t.replace('"version"', '"targets":{},"version"')],
  ]
  it.each(changes)('with %s is refused, and nothing of it stays', async (_, change) => {
    const before = await lotus.read<SellerPolicy>(OWN)
    const { version, policy } = before
    const text = change(JSON.stringify({ version, policy }), before)
    expect(text).not.toBe(JSON.stringify({ version, policy }))
    for (const who of [lotus, ada]) {
      const answer = await put(who, OWN, text)
      expect([400, 422], answer.body).toContain(answer.statusCode)
    }
    expect(await lotus.read<SellerPolicy>(OWN)).toEqual(before)
  })
})

const SEAL = (over: object = {}) => ({
  check: 'own_seal',
  question: { en: 'Is our seal whole?' },
  required: true,
  answers: [
    { answer: 'whole', cap: 'like_new', label: { en: 'Whole' } },
    { answer: 'broken', cap: 'acceptable', label: { en: 'Broken' } },
  ],
  ...over,
})
const answersOf = (label: string) => SEAL().answers.map((one) => ({ ...one, label: { en: label } }))

describe('own questions that are sent to do harm', () => {
  it.each<[string, unknown]>([
    ['a code of the house', [SEAL({ check: 'intact' })]],
    ['a code of objects', [SEAL({ check: 'own___proto__' }), SEAL({ check: '__proto__' })]],
    ['a code of nothing more', [SEAL({ check: 'own_' }), SEAL({ check: 'own_' })]],
    ['a code in capitals', [SEAL({ check: 'own_Seal' })]],
    ['a code with a line end', [SEAL({ check: 'own_seal\n' })]],
    ['one code twice', [SEAL(), SEAL()]],
    ['a question of 10,001 letters', [SEAL({ question: { en: 'x'.repeat(10_001) } })]],
    ['a question in no English', [SEAL({ question: { de: 'Ist das Siegel heil?' } })]],
    ['a question in a fifth language', [SEAL({ question: { en: 'Seal?', fr: 'Sceau ?' } })]],
    ['a question of blanks', [SEAL({ question: { en: '\u3000 \u00a0' } })]],
    ['a question with NUL', [SEAL({ question: { en: 'a\0b' } })]],
    ['a question with half a letter', [SEAL({ question: { en: 'a\ud800b' } })]],
    ['an answer with NUL', [SEAL({ answers: answersOf('a\0b') })]],
    ['an answer of objects', [SEAL({ answers: [...SEAL().answers, SEAL().answers[1]] })]],
    ['a category with NUL', [SEAL({ categories: ['a\0b'] })]],
    ['a category with half a letter', [SEAL({ categories: ['a\udc00'] })]],
    ['no category', [SEAL({ categories: [] })]],
    ['eleven of them', Array.from({ length: 11 }, (_, n) => SEAL({ check: `own_${n}` }))],
    ['nothing', null],
    ['an object', {}],
  ])('with %s are refused, and nothing of them stays', async (_, checks) => {
    const before = await lotus.read<SellerChecks>(CHECKS)
    const answer = await put(lotus, CHECKS, JSON.stringify({ version: before.version, checks }))
    expect([400, 422], answer.body).toContain(answer.statusCode)
    expect(await lotus.read<SellerChecks>(CHECKS)).toEqual(before)
  })

  it('may be formulas, of any script, and called like what every object has: they are asked as they are', async () => {
    const codes = ['own_constructor', 'own_tostring', 'own_']
    const checks = codes.map((check) =>
      SEAL({
        check,
        question: { en: '=HYPERLINK("x")', 'zh-CN': '+1 <b>', de: '@x', es: "'-1" },
        categories: ['general', '__proto__'],
      }),
    )
    const { version } = await lotus.read<SellerChecks>(CHECKS)
    const kept = await put(lotus, CHECKS, JSON.stringify({ version, checks }))
    expect(kept.json()).toMatchObject({ version: version + 1, checks })
  })
})

describe('an inspection by own questions', () => {
  const INTACT = { check: 'intact', answer: 'yes' }
  const WHOLE = { check: 'own_seal', answer: 'whole' }
  const GENERAL = { category: 'general', version: 1 }
  const ask = async (checks: object[]) => {
    const { version } = await lotus.read<SellerChecks>(CHECKS)
    const kept = await put(lotus, CHECKS, JSON.stringify({ version, checks }))
    return kept.json<SellerChecks>().version
  }
  const inspected = async (lpn: string, facts: object, envelope: object = {}) =>
    (await otto.give(wire({ ...inspect(lpn, 'like_new', facts as never), ...envelope })))[0]

  it('names what never was, or another seller’s: it is judged by what stands', async () => {
    const version = await ask([SEAL()])
    const named = [
      { ...GENERAL, own: { seller: 'NORTHSTAR', version } },
      { ...GENERAL, own: { seller: 'LOTUS', version: 999_999 } },
      { category: 'constructor', version: 1 },
    ]
    for (const checklist of named)
      for (const performed of ['now', 'earlier']) {
        const lpn = await mug()
        const answers = [INTACT, WHOLE]
        expect(await inspected(lpn, { answers, checklist }, { performed })).toMatchObject({
          outcome: 'accepted',
        })
        const { inspection } = await otto.read<UnitView>(`/api/units/${lpn}`)
        expect(inspection?.checklist).toEqual({ ...GENERAL, own: { seller: 'LOTUS', version } })
      }
  })

  it('answers what objects have, or one question two ways: it gains nothing by that', async () => {
    await ask([SEAL()])
    const lpn = await mug()
    const tries = [
      [INTACT],
      [INTACT, { check: 'own_seal', answer: 'constructor' }],
      [INTACT, WHOLE, { check: '__proto__', answer: 'whole' }],
      [INTACT, WHOLE, { ...WHOLE, answer: 'broken' }],
    ]
    const codes = []
    for (const answers of tries) codes.push((await inspected(lpn, { answers }))?.code)
    expect(codes).toEqual(['answers_missing', 'answer_unknown', 'malformed', 'grade_too_high'])
  })

  it('done offline by a former version is taken back, and asked anew by the one that stands', async () => {
    const former = await ask([SEAL()])
    const lpn = await mug()
    const own = { seller: 'LOTUS', version: former }
    const version = await ask([SEAL({ check: 'own_box' })])
    const done = { answers: [INTACT, WHOLE], checklist: { ...GENERAL, own } }
    expect(await inspected(lpn, done, { performed: 'earlier' })).toMatchObject({ outcome: 'accepted' })
    const { items } = await otto.read<{ items: { eventId: string; type: string }[] }>(
      `/api/units/${lpn}/timeline`,
    )
    const eventId = items.find(({ type }) => type === 'UnitInspected')?.eventId
    await otto.did(command('TakeBack', { lpn, eventId: eventId ?? '' }))
    const { inspection, next } = await otto.read<UnitView>(`/api/units/${lpn}`)
    const step = next.find((one) => one.command === 'InspectUnit')
    expect([inspection, step?.checklistUsed]).toEqual([
      null,
      { ...GENERAL, own: { seller: 'LOTUS', version } },
    ])
    expect(await inspected(lpn, { answers: [INTACT, WHOLE] })).toMatchObject({ outcome: 'rejected' })
  })
})
