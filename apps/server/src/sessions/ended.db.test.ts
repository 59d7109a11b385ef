import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { openWarehouse, PASSWORD, PIN, type Warehouse } from '../../../../packages/testkit/src/server.ts'

let warehouse: Warehouse
beforeAll(async () => {
  warehouse = await openWarehouse()
})
afterAll(() => warehouse?.close())
beforeEach(async () => {
  await warehouse.sql('delete from send_token')
  await warehouse.sql('delete from session')
})

const signIn = (deviceId: string) => warehouse.node.signIn({ badge: 'OP1001', pin: PIN, deviceId })
const devices = async (table: 'session' | 'send_token') => {
  const rows = await warehouse.sql<{ on: string }>(`select device_id as on from ${table} order by 1`)
  return rows.map(({ on }) => on)
}
const endedAgo = async (table: 'session' | 'send_token', device: string, days: number) => {
  const ago = `now() - interval '${days} days' - interval '1 minute'`
  await warehouse.sql(`update ${table} set expires_at = ${ago} where device_id = $1`, [device])
}

describe('the cookie of a session', () => {
  it('lasts as long as the session does on the server, for staff and sellers', async () => {
    const staff = await signIn('reader-1')
    const seller = await warehouse.node.signIn({ email: 'lotus@test.restow', password: PASSWORD })
    const lives = await warehouse.sql<{ seconds: string }>(
      'select extract(epoch from expires_at - created_at) as seconds from session',
    )
    expect(lives).toHaveLength(2)
    for (const answer of [staff, seller])
      expect(lives.map(({ seconds }) => Number(seconds))).toContain(answer.cookies[0]?.maxAge)
  })
})

describe('what has ended', () => {
  it('is forgotten when somebody signs in: sessions at once, send tokens when nobody comes back with them', async () => {
    for (const device of ['fresh', 'over', 'long-over']) await signIn(device)
    await endedAgo('session', 'over', 0)
    await endedAgo('send_token', 'over', 89)
    await endedAgo('session', 'long-over', 90)
    await endedAgo('send_token', 'long-over', 90)
    await signIn('next')
    expect(await devices('send_token')).toEqual(['fresh', 'next', 'over'])
    // Its send token still says whose sign-in it was.
    expect(await devices('session')).toEqual(['fresh', 'next', 'over'])
  })

  it('does not hold up people who sign in at the same time, and what still stands stays', async () => {
    for (let n = 0; n < 6; n += 1) await signIn(`old-${n}`)
    await warehouse.sql("update session set expires_at = now() - interval '100 days'")
    await warehouse.sql("update send_token set expires_at = now() - interval '100 days'")
    const answers = await Promise.all(['a', 'b', 'c', 'd'].map(signIn))
    expect(answers.map(({ statusCode }) => statusCode)).toEqual([200, 200, 200, 200])
    await signIn('e')
    expect(await devices('send_token')).toEqual(['a', 'b', 'c', 'd', 'e'])
    expect(await devices('session')).toEqual(['a', 'b', 'c', 'd', 'e'])
  })
})
