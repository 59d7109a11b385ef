import { expect } from 'vitest'
import { makeDay, type Piece } from './offline.day.ts'
import type { Hall } from './offline.hall.ts'
import { Handheld } from './offline.handheld.ts'
import { expectAllOf } from './offline.ledger.ts'
import { Worker } from './offline.worker.ts'

/** Several people without a network: at one unit, and at one handheld. */

const SENT_WITHIN = 60_000

/**
 * Two people decide about one unit, each on a handheld without a network. Whose network is back first decides; the other is
 * told who it was, and both see it so.
 * @param first which of the two comes back first
 */
export async function decideBoth(hall: Hall, first: 'who resells' | 'who scraps'): Promise<void> {
  const day = makeDay(`two at one, first ${first}`, 1, first === 'who resells' ? 750_000_001 : 751_000_001)
  await hall.announce(day.file)
  const networks = [await hall.anotherNetwork(), await hall.anotherNetwork()] as const
  const handhelds = networks.map(({ origin }) => new Handheld(origin))
  const [reseller, scrapper] = handhelds.map((handheld) => new Worker(handheld)) as [Worker, Worker]
  const [winner, loser] = first === 'who resells' ? [reseller, scrapper] : [scrapper, reseller]
  const [its, others] = first === 'who resells' ? networks : ([networks[1], networks[0]] as const)
  const [by, decided] =
    first === 'who resells' ? ['OP1001', 'Resell · restock'] : ['OP1002', 'Scrap · recycle']
  const piece = day.parcels[0]?.pieces[0]
  if (!piece) throw new Error('The day is empty.')
  try {
    for (const handheld of handhelds) await handheld.open()
    await reseller.signIn('OP1001')
    await scrapper.signIn('OP1002')
    for (const parcel of day.parcels) await reseller.takeIn(parcel)
    await reseller.inspect(piece.plate, piece.angles)
    await reseller.allSent(SENT_WITHIN)
    await scrapper.open(piece.plate, 'Classify')
    for (const network of networks) network.set({ kind: 'down' })
    await reseller.resell(piece.plate)
    await scrapper.scrap(piece.plate)
    its.set({ kind: 'none' })
    await winner.allSent(SENT_WITHIN)
    others.set({ kind: 'none' })
    await expectRefused(loser, piece, by)
    const unit = (await (await hall.get(`/api/units/${piece.plate}`)).json()) as { disposition: string }
    expect(decided.toLowerCase()).toContain(unit.disposition)
    for (const worker of [winner, loser]) await expectShown(worker, piece, decided, by)
  } finally {
    for (const handheld of handhelds) await handheld.throwAway()
  }
}

/** The loser is told who was first and when, at once and in “Needs attention”, and drops the own decision. */
async function expectRefused({ floor }: Worker, { plate }: Piece, by: string): Promise<void> {
  const who = new RegExp(`${plate} was classified at \\d\\d:\\d\\d by ${by}`)
  await floor.page.getByRole('alert').getByText(who).waitFor({ timeout: SENT_WITHIN })
  await floor.button('Understood').click()
  await floor.button('1 refused').click()
  await floor.heading('Needs attention').waitFor()
  await floor.page.getByRole('listitem').getByText(who).waitFor()
  await floor.button('Drop…').click()
  await floor.button('Somebody else has done it').click()
  await floor.button('all sent').waitFor()
}

/** What the screen says of the unit: what was decided, once, and by whom. */
async function expectShown({ floor }: Worker, { plate }: Piece, decided: string, by: string): Promise<void> {
  await floor.scan(plate)
  await floor.heading('Put away').waitFor()
  await floor.scan('.R.MORE')
  await floor.heading('Unit').waitFor()
  await floor.sees(decided)
  const told = floor.page.getByRole('listitem').filter({ hasText: 'classified' })
  await expect.poll(() => told.allTextContents()).toEqual([expect.stringContaining(by)])
}

/** Somebody works without a network and hands the device on to somebody who does so too: each one's work is that one's. */
export async function handOverWithoutNetwork(hall: Hall): Promise<void> {
  const day = makeDay('hand over', 4, 760_000_001)
  await hall.announce(day.file)
  const handheld = new Handheld(hall.network.origin)
  const worker = new Worker(handheld)
  const [one, two, three, four] = day.parcels
  if (!one || !two || !three || !four) throw new Error('The day is empty.')
  try {
    await handheld.open()
    await worker.signIn('OP1002')
    await worker.takeIn(one)
    await worker.handTo('OP1001')
    await worker.takeIn(two)
    await worker.allSent(SENT_WITHIN)
    hall.network.set({ kind: 'down' })
    await worker.takeIn(three)
    await worker.handTo('OP1002')
    // What the one has registered a moment ago, the other goes on with.
    for (const piece of three.pieces) await worker.inspect(piece.plate, piece.angles)
    await worker.takeIn(four)
    hall.network.set({ kind: 'none' })
    await worker.allSent(SENT_WITHIN)
    const people = new Set(worker.told.map(({ by }) => by))
    expect(people).toEqual(new Set(['OP1001', 'OP1002']))
    await expectAllOf(worker.told, hall)
  } finally {
    hall.network.set({ kind: 'none' })
    await handheld.throwAway()
  }
}
