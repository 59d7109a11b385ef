import { uuidv7 } from '@restow/testkit/commands'
import type { APIRequestContext, Browser } from 'playwright-core'
import { expect } from 'vitest'
import { record, signIn } from './requests.ts'

/** What the warehouse does that a seller then answers. */

/** Somebody of the warehouse, to ask the server as. */
async function staff(browser: Browser, origin: string, badge: string): Promise<APIRequestContext> {
  const { request } = await browser.newContext()
  await signIn(request, origin, { badge, pin: '135790' })
  return request
}

/** Otto wants to scrap something of LOTUS', which has agreed on a day to object to that. @returns its plate */
export async function proposeScrap(browser: Browser, origin: string): Promise<string> {
  const [admin, otto] = await Promise.all([
    staff(browser, origin, 'AD3001'),
    staff(browser, origin, 'OP1001'),
  ])
  const address = `${origin}/api/sellers/LOTUS/policy`
  const { version, policy, targets } = await (await admin.get(address)).json()
  const agreed = { version, targets, policy: { ...policy, scrapLimitMinor: 0, scrapVetoHours: 24 } }
  expect((await admin.put(address, { data: agreed })).status()).toBe(200)
  const { items } = (await (await otto.get(`${origin}/api/units?state=inspected`)).json()) as {
    items: { lpn: string; seller: string; held: unknown }[]
  }
  const lpn = items.find(({ seller, held }) => seller === 'LOTUS' && held === null)?.lpn ?? ''
  const act = (deviceSeq: number, facts: object) => ({
    ...{ commandId: uuidv7(), lpn, deviceId: 'veto-1', deviceSeq, scannedAt: new Date().toISOString() },
    ...facts,
  })
  const reason = { overrideReason: { code: 'not_worth_it' } }
  const commands = [
    act(1, { type: 'ClassifyUnit', disposition: 'scrap', route: 'recycle', ...reason }),
    act(2, { type: 'PutAwayUnit', bin: 'LAX1-X-01-01' }),
  ]
  await record(otto, origin, commands)
  return lpn
}
