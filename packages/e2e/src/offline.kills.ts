import { createHash } from 'node:crypto'
import type { Fault } from '@restow/testkit/faulty-network'
import { expect } from 'vitest'
import { makeDay } from './offline.day.ts'
import type { Hall } from './offline.hall.ts'
import { Handheld } from './offline.handheld.ts'
import { expectAllOf, waitForAllOf } from './offline.ledger.ts'
import { Worker } from './offline.worker.ts'

/** Batteries that are pulled between “saved” and sent. */

/** Why it is not sent, or not known to be. */
const UNSENT: readonly Fault[] = [
  { kind: 'down' },
  { kind: 'black hole' },
  { kind: 'lost answer', of: 'POST /api/commands' },
]
/** A minute, in milliseconds: long enough for any back-off. */
const SENT_WITHIN = 60_000

/** Kills the handheld so many times the moment it has said “saved”, and opens it again: every other time without a network. */
export async function killBetweenSavedAndSent(hall: Hall, times: number): Promise<void> {
  const day = makeDay(`kills ${times}`, times, 730_000_001)
  await hall.announce(day.file)
  const handheld = new Handheld(hall.network.origin)
  const worker = new Worker(handheld)
  try {
    await handheld.open()
    await worker.signIn('OP1001')
    await handheld.installed()
    for (const [i, { label, tracking, pieces }] of day.parcels.entries()) {
      hall.network.set(UNSENT[i % UNSENT.length] ?? { kind: 'down' })
      await worker.receive(label, tracking)
      for (const piece of pieces) await worker.register(piece)
      await handheld.kill()
      if (i % 2 === 0) {
        hall.network.set({ kind: 'down' })
        await openWithoutNetwork(handheld, 1 + pieces.length)
      }
      hall.network.set({ kind: 'none' })
      if (i % 2 === 1) await handheld.open()
      await waitForAllOf(worker.told, hall)
      await worker.goOn()
      await worker.allSent(SENT_WITHIN)
    }
    await expectAllOf(worker.told, hall)
  } finally {
    hall.network.set({ kind: 'none' })
    await handheld.throwAway()
  }
}

/** It opens as the person left it, with all that is unsent. */
async function openWithoutNetwork(handheld: Handheld, unsent: number): Promise<void> {
  const floor = await handheld.open()
  await floor.heading('Ready').waitFor()
  await floor.unsent(unsent).waitFor()
}

interface Arrived {
  readonly sha256: string
  readonly takenAt: string
  readonly bytes: number
}

const PHOTOS = `
  select e.data->>'sha256' as sha256, e.data->>'takenAt' as "takenAt", p.bytes
    from ledger_event e
    join return_unit u on u.id = e.stream_id
    join photo p on p.sha256 = e.data->>'sha256'
   where u.lpn = $1 and e.type = 'PhotoAttached' order by e.version`

/**
 * Takes so many photos without a network and pulls the battery after half of them: all arrive, with their hashes and with
 * the times at which they were taken.
 */
export async function photographWithoutNetwork(hall: Hall, photos: number): Promise<void> {
  const day = makeDay(`photos ${photos}`, 1, 740_000_001)
  await hall.announce(day.file)
  const handheld = new Handheld(hall.network.origin)
  const worker = new Worker(handheld)
  const plate = day.parcels[0]?.pieces[0]?.plate ?? ''
  const shots: { from: number; to: number }[] = []
  const shoot = async (count: number) => {
    await worker.showPhotoPage(plate)
    for (let n = 0; n < count; n += 1) {
      const from = Date.now()
      // Its bytes, and the command that says what they show.
      await worker.photo('front', worker.floor.unsent(2 * (shots.length + 1)))
      shots.push({ from, to: Date.now() })
    }
  }
  try {
    await handheld.open()
    await worker.signIn('OP1001')
    await handheld.installed()
    for (const parcel of day.parcels) await worker.takeIn(parcel)
    await worker.allSent(SENT_WITHIN)
    hall.network.set({ kind: 'down' })
    await shoot(Math.floor(photos / 2))
    await handheld.kill()
    await openWithoutNetwork(handheld, 2 * shots.length)
    await shoot(photos - shots.length)
    hall.network.set({ kind: 'none' })
    await worker.goOn()
    await worker.allSent(SENT_WITHIN)
    await expectPhotos(hall, plate, shots)
  } finally {
    hall.network.set({ kind: 'none' })
    await handheld.throwAway()
  }
}

async function expectPhotos(
  hall: Hall,
  plate: string,
  shots: readonly { from: number; to: number }[],
): Promise<void> {
  const arrived = await hall.ask<Arrived>(PHOTOS, [plate])
  const inTime = arrived.filter(({ takenAt }, i) => {
    const { from = 0, to = 0 } = shots[i] ?? {}
    return Date.parse(takenAt) >= from && Date.parse(takenAt) <= to
  })
  expect(arrived).toHaveLength(shots.length)
  expect(inTime).toHaveLength(shots.length)
  for (const { sha256, bytes } of arrived) {
    const original = Buffer.from(await (await hall.get(`/api/photos/${sha256}/original`)).arrayBuffer())
    expect(createHash('sha256').update(original).digest('hex')).toBe(sha256)
    expect(original.length).toBe(bytes)
  }
}
