import { afterEach, describe, expect, it, vi } from 'vitest'
import type { Queryable } from '../db/pool.ts'
import { type Follower, followFeed } from './follow.ts'
import type { Happened } from './happened.ts'
import type { Stretch } from './stretch.ts'

/** A follower over a feed that is a number here: how many positions were given. */

const nowhere: Queryable = { query: () => Promise.reject(new Error('nothing is asked of a database here')) }
const followers: Follower[] = []
afterEach(async () => {
  for (const one of followers.splice(0)) await one.close()
})

/** @param answer holds each answer back until it lets go of it; what is read is what stood when it was asked for */
function following(answer: () => Promise<void> = async () => {}) {
  const feed = { head: 0 }
  const seen: number[] = []
  const asked: number[] = []
  const follower = followFeed(
    nowhere,
    0,
    async (_, after, limit) => {
      asked.push(after)
      const upTo = Math.min(feed.head, after + limit)
      await answer()
      return Array.from({ length: upTo - after }, (_, n) => ({ position: after + n + 1 }))
    },
    (events) => void seen.push(...events.map(({ position }) => position)),
    (error) => {
      throw error
    },
    ({ happened }) => happened,
  )
  followers.push(follower)
  return { feed, seen, asked, follower }
}
const until = (what: () => boolean) => vi.waitUntil(what, { timeout: 5000, interval: 1 })

/** The same, with each answer held back until it is let go of. */
function followingHeld() {
  const waiting: (() => void)[] = []
  const letGo = async () => {
    await until(() => waiting.length === 1)
    waiting.shift()?.()
  }
  return { ...following(() => new Promise((go) => waiting.push(go))), letGo }
}

it('reads once what it is told of twice', async () => {
  const { feed, seen, asked, follower } = following()
  await until(() => asked.length === 1)
  for (const head of [1, 2, 3]) {
    feed.head = head
    follower.news(head)
    await until(() => follower.reached === head)
    follower.news(head)
  }
  expect(seen).toEqual([1, 2, 3])
  // The first look found nothing, and each of the others what it was told of.
  expect(asked).toEqual([0, 0, 1, 2])
})

it('reads again where what it was told of meanwhile was not there when it asked, and only then', async () => {
  const { feed, seen, asked, follower, letGo } = followingHeld()
  await until(() => asked.length === 1)
  feed.head = 2
  follower.news(2)
  await letGo()
  // Now it asks for the two; told of them once more, it has nothing to ask again.
  await until(() => asked.length === 2)
  follower.news(2)
  await letGo()
  await until(() => seen.length === 2)
  feed.head = 3
  follower.news()
  await letGo()
  await until(() => seen.length === 3)
  expect(asked).toEqual([0, 0, 2])
})

it('does not go on asking where it was told of more than there is', async () => {
  const { asked, follower } = following()
  await until(() => asked.length === 1)
  follower.news(1000)
  await until(() => asked.length === 2)
  await new Promise(setImmediate)
  await new Promise(setImmediate)
  expect(asked).toEqual([0, 0])
})

it('reads on by itself where there is more than is read at once', async () => {
  const { feed, seen, follower } = following()
  feed.head = 1234
  follower.news(1234)
  await until(() => follower.reached === 1234)
  expect(seen).toHaveLength(1234)
})

describe('what it is told to have happened', () => {
  const happened = (...positions: [number, ...number[]]): Stretch => ({
    ...{ after: positions[0] - 1, until: positions[0] - 1 + positions.length, at: '' },
    ...{ types: [], warehouses: [], devices: [] },
    happened: positions.map((position) => ({ position }) as Happened),
  })

  it('it takes as it is, once, and asks for nothing', async () => {
    const { seen, asked, follower } = following()
    await until(() => asked.length === 1)
    follower.news(1, happened(1))
    follower.news(1, happened(1))
    follower.news(3, happened(2, 3))
    await until(() => follower.reached === 3)
    follower.news(3, happened(2, 3))
    follower.news(4, happened(4))
    await until(() => follower.reached === 4)
    expect(seen).toEqual([1, 2, 3, 4])
    expect(asked).toEqual([0])
  })

  it('does not go before what it was not told', async () => {
    const { feed, seen, asked, follower } = following()
    await until(() => asked.length === 1)
    feed.head = 4
    follower.news(2)
    follower.news(3, happened(3))
    follower.news(4, happened(4))
    await until(() => follower.reached === 4)
    expect(seen).toEqual([1, 2, 3, 4])
    expect(asked).toEqual([0, 0])
  })

  it('it reads where that was more than is told', async () => {
    const { feed, seen, asked, follower } = following()
    await until(() => asked.length === 1)
    feed.head = 1
    follower.news(1, { ...happened(1), happened: null })
    await until(() => follower.reached === 1)
    follower.news(2, happened(2))
    await until(() => follower.reached === 2)
    expect(seen).toEqual([1, 2])
    expect(asked).toEqual([0, 0])
  })

  it('is no answer to what was missed: it asks all the same', async () => {
    const { feed, seen, asked, follower } = following()
    await until(() => asked.length === 1)
    feed.head = 2
    follower.news(1, happened(1))
    follower.news()
    await until(() => follower.reached === 2)
    expect(seen).toEqual([1, 2])
    expect(asked).toEqual([0, 1])
  })

  it('while it reads comes after what it has read', async () => {
    const { feed, seen, asked, follower, letGo } = followingHeld()
    await letGo()
    feed.head = 1
    follower.news(1)
    await until(() => asked.length === 2)
    follower.news(2, happened(2))
    follower.news(3, happened(3))
    await letGo()
    await until(() => follower.reached === 3)
    expect(seen).toEqual([1, 2, 3])
    expect(asked).toEqual([0, 0])
  })
})
