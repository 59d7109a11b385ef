import type { UnitView } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command } from '../../../../packages/testkit/src/commands.ts'
import { sender } from '../ledger/sender.fixture.ts'
import { verifyLedger } from '../ledger/verify.ts'
import { openLedger } from '../open-ledger.ts'
import { announcement, announcing, type House, openHouse, receive } from './announcing.fixture.ts'
import { openMatching } from './match-arrived.ts'

/** Returns that are announced when their parcels are here already, and at the same moment. */
let house: House
let warehouse: House['warehouse']
let otto: House['otto']
let sven: House['sven']
const { announce, outcomes, change, unlooked, parcel, scan, expected, upload } = announcing(() => house)
beforeAll(async () => {
  house = await openHouse()
  ;({ warehouse, otto, sven } = house)
})
afterAll(() => house?.warehouse.close())

describe('a return that is announced when its parcel is here', () => {
  it('makes parcel and units its seller’s, on record, and only once', async () => {
    await unlooked([
      receive('LATE-1'),
      command('RegisterUnit', { parcel: 'LATE-1', lpn: plate(1), product: { sku: 'MUG' }, quantity: 1 }),
    ])
    const late = announcement('H-1', { trackingNumbers: ['LATE-1'] })
    const [first, second] = [await announce([late]), await announce([late])]
    expect(first).toMatchObject([
      { outcome: 'created', parcels: [{ trackingNumber: 'LATE-1', matched: true }] },
    ])
    expect(second).toEqual([{ seller: 'LOTUS', rmaNumber: 'H-1', outcome: 'unchanged' }])
    const { seller, story } = await parcel('LATE-1')
    expect(seller).toBe('LOTUS')
    expect(story.at(-1)?.type).toBe('UnitAdded')
    expect(story.filter((s) => s.type === 'ParcelClaimed')).toMatchObject([
      { by: 'lotus@test.restow', data: { evidence: { announcement: 'H-1' } } },
    ])
    expect(await otto.read<UnitView>(`/api/units/${plate(1)}`)).toMatchObject({
      seller: 'LOTUS',
      line: { rmaNumber: 'H-1', valueMinor: 500 },
    })
    expect(await scan('H-1')).toMatchObject({ expected: [{ state: 'arriving' }] })
  })

  it('finds it by a second label, and learns the number that it came under', async () => {
    await otto.did(
      receive('LAST-MILE'),
      command('AliasParcel', { parcel: 'LAST-MILE', tracking: 'FIRST-MILE' }),
    )
    expect(
      (await announce([announcement('H-2', { trackingNumbers: ['FIRST-MILE'] })]))[0]?.parcels,
    ).toMatchObject([{ matched: true }])
    const learned = await warehouse.sql(
      "select tracking_number as number, source from expected_tracking t join expected_return r on r.id = t.expected_return where rma_number = 'H-2' order by 1",
    )
    expect(learned).toEqual([
      { number: 'FIRST-MILE', source: 'api' },
      { number: 'LAST-MILE', source: 'claim' },
    ])
    // What was learned stays when the seller tells its numbers anew; what its parcel came under does too.
    await announce([announcement('H-2', { trackingNumbers: [] })])
    expect(await expected('LAST-MILE')).toEqual(['H-2'])
    expect(await expected('FIRST-MILE')).toEqual(['H-2'])
  })

  it('by a file as well, which says how many', async () => {
    await otto.did(receive('LATE-FILE'))
    const file = 'rma,tracking,sku,quantity\nH-3,LATE-FILE,MUG,1\nH-4,NOT-HERE,MUG,1\n'
    expect((await upload(file)).json()).toMatchObject({ created: 2, matched: 1 })
    expect((await upload(file)).json()).toMatchObject({ unchanged: 2, matched: 0 })
    expect(await parcel('LATE-FILE')).toMatchObject({ seller: 'LOTUS' })
  })

  it('by two sellers is nobody’s until a person decides, and is not told of the other', async () => {
    await unlooked([receive('BOTH')])
    await announce([announcement('I-0', { trackingNumbers: [] })])
    const ours = announcement('I-1', { trackingNumbers: ['BOTH'] })
    const theirs = announcement('I-2', {
      seller: 'NORTHSTAR',
      trackingNumbers: ['BOTH'],
      lines: [{ sku: 'CUP', quantity: 1 }],
    })
    await warehouse.sql(
      "insert into expected_return (id, seller, rma_number, channel) values (gen_random_uuid(), 'NORTHSTAR', 'I-2', 'api')",
    )
    await warehouse.sql(
      "insert into expected_tracking (tracking_number, expected_return, seller) select 'BOTH', id, seller from expected_return where rma_number = 'I-2'",
    )
    const [outcome] = await announce([ours])
    expect(outcome).toMatchObject({
      outcome: 'created',
      parcels: [{ trackingNumber: 'BOTH', matched: false, code: 'announced_by_several' }],
    })
    expect(JSON.stringify(outcome)).not.toContain('NORTHSTAR')
    expect(await outcomes([theirs], sven)).toEqual(['updated'])
    expect(await parcel('BOTH')).toMatchObject({ seller: null })
    await sven.did(
      command('ClaimParcel', { parcel: 'BOTH', seller: 'NORTHSTAR', evidence: { order: 'I-2' } }),
    )
    expect(await parcel('BOTH')).toMatchObject({ seller: 'NORTHSTAR', answers: [{ rmaNumber: 'I-2' }] })
  })

  it('and claimed by a person at the same moment has one owner', async () => {
    for (let round = 0; round < 6; round++) {
      const number = `CLAIM-RACE-${round}`
      await otto.did(receive(number))
      const [, [claim]] = await Promise.all([
        announce([announcement(`J-${round}`, { trackingNumbers: [number] })]),
        sven.give(command('ClaimParcel', { parcel: number, seller: 'NORTHSTAR' })),
      ])
      const { seller, story } = await parcel(number)
      expect(seller).toBe(claim?.outcome === 'accepted' ? 'NORTHSTAR' : 'LOTUS')
      expect(story.filter((s) => s.type === 'ParcelClaimed')).toHaveLength(1)
    }
  })

  it('and received at the same moment is matched, whichever comes first', async () => {
    const other = await warehouse.addNode()
    const olga = await other.as('OP1002')
    for (let round = 0; round < 12; round++) {
      const number = `RECEIPT-RACE-${round}`
      await Promise.all([
        announce([announcement(`K-${round}`, { trackingNumbers: [number] })]),
        olga.did(receive(number)),
      ])
      // Who receives does not wait for it.
      await vi.waitUntil(async () => (await parcel(number)).seller === 'LOTUS', {
        timeout: 10_000,
        interval: 20,
      })
      expect((await parcel(number)).answers, number).toMatchObject([{ rmaNumber: `K-${round}` }])
    }
  })

  it('is answered by a parcel of its own seller as a further return', async () => {
    await otto.did(receive('T6000'))
    expect((await announce([announcement('L-1', { trackingNumbers: ['T6000'] })]))[0]?.parcels).toMatchObject(
      [{ matched: true }],
    )
    expect((await parcel('T6000')).answers.map((a) => a.rmaNumber)).toEqual(['RMA-6', 'L-1'])
    expect(await scan('L-1')).toMatchObject({ expected: [{ state: 'arriving' }] })
  })

  it('under a number that was learned before keeps it as the seller’s own when the claim is taken back', async () => {
    for (const [rma, tell] of [
      ['N-1', () => change('N-1', { trackingNumbers: ['LEARNED-N-1'] })],
      ['N-2', () => announce([announcement('N-2', { trackingNumbers: ['LEARNED-N-2'] })])],
      ['N-3', () => upload('rma,tracking,sku,quantity\nN-3,LEARNED-N-3,MUG,1\n')],
    ] as const) {
      const number = `LEARNED-${rma}`
      await announce([announcement(rma, { trackingNumbers: [] })])
      await otto.did(receive(number))
      await sven.did(command('ClaimParcel', { parcel: number, seller: 'LOTUS', rma }))
      await tell()
      const { lastEventId } = await parcel(number)
      await sven.did(command('TakeBack', { parcel: number, eventId: lastEventId ?? '' }))
      expect(await expected(number), rma).toEqual([rma])
    }
  })

  it('is found whatever the claim before it learned, when that is said again at once', async () => {
    await announce([announcement('P-1', { trackingNumbers: [] })])
    await otto.did(receive('P-NUMBER'))
    const claim = () => command('ClaimParcel', { parcel: 'P-NUMBER', seller: 'LOTUS', rma: 'P-1' })
    await sven.did(claim())
    const { lastEventId } = await parcel('P-NUMBER')
    await sven.did(command('TakeBack', { parcel: 'P-NUMBER', eventId: lastEventId ?? '' }), claim())
    const known = await warehouse.sql(
      "select source from expected_tracking t join expected_return r on r.id = t.expected_return where rma_number = 'P-1' and tracking_number = 'P-NUMBER'",
    )
    expect(known).toEqual([{ source: 'claim' }])
  })

  describe('beside others', () => {
    /** Announced and received at one moment, so that neither has seen the other. */
    async function unmatched(...rmas: readonly string[]) {
      await announce(rmas.map((rma) => announcement(rma)))
      const away = (to: string, from: string) =>
        warehouse.sql(
          `update expected_tracking set tracking_number = ${to} where tracking_number like '${from}'`,
        )
      await away("'AWAY-' || tracking_number", `NO-${rmas[0]?.[0]}-%`)
      await unlooked(rmas.map((rma) => receive(`NO-${rma}`)))
      await away('substr(tracking_number, 6)', 'AWAY-%')
      return openLedger(warehouse.node.db)
    }

    it('before a restart is matched after it, however many there are and whatever cannot be', async () => {
      const rmas = ['Q-1', 'Q-2', 'Q-3', 'Q-4', 'Q-5']
      const door = await unmatched(...rmas)
      const matched = await openMatching({ on: warehouse.node.db.staff, door }, 2).all()
      const found = matched.filter((m) => m.trackingNumber.startsWith('NO-Q-'))
      expect(found.map((m) => [m.trackingNumber, m.matched])).toEqual(rmas.map((rma) => [`NO-${rma}`, true]))
    })

    it('is told as matched to who announces it, whoever was first to see that it is here', async () => {
      const began = new Date()
      const on = warehouse.node.db.staff
      const door = await unmatched('R-1', 'R-2')
      const others = openMatching({ on, door })
      const [first] = await others.under(['NO-R-1'], sender, began)
      expect(first).toMatchObject({ matched: true })
      const overtaken = openMatching({
        on,
        door: {
          submit: async (commands, by) => {
            await others.all()
            return door.submit(commands, by)
          },
        },
      })
      const told = await overtaken.under(['NO-R-1', 'NO-R-2'], sender, began)
      expect(told.map((m) => [m.trackingNumber, m.matched])).toEqual([
        ['NO-R-1', true],
        ['NO-R-2', true],
      ])
      expect(await others.under(['NO-R-1', 'NO-R-2'], sender, new Date())).toEqual([])
    })
  })

  it('leaves chains and states that agree', async () => {
    expect((await verifyLedger(warehouse.node.db.staff)).broken).toEqual([])
  })
})
