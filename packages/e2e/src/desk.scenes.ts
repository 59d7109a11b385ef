import { uuidv7 } from '@restow/testkit/commands'
import type { APIRequestContext } from 'playwright-core'
import { record } from './requests.ts'

/** What the floor does that a supervisor then decides. */

/** A dear lamp that Otto wants to scrap, and which he laid among what is sold while he was offline. */
export async function brokenLampWaits(
  request: APIRequestContext,
  origin: string,
  lpn: string,
): Promise<void> {
  const lines =
    'rma,tracking,sku,quantity,value,currency,title\nWAITS-1,WAITS-TRACK-1,WAITS-LAMP,1,240.00,USD,Glass lamp\n'
  const file = { data: Buffer.from(lines), headers: { 'content-type': 'text/csv' } }
  await request.post(`${origin}/api/imports/returns?seller=LOTUS&format=csv`, file)
  const give = async (...facts: object[]) => {
    const envelope = { deviceId: 'waits-1', deviceSeq: 1, performed: 'earlier' }
    const scannedAt = new Date().toISOString()
    const commands = facts.map((f) => ({ commandId: uuidv7(), scannedAt, ...envelope, ...f }))
    await record(request, origin, commands)
  }
  await give(
    { type: 'ReceiveParcel', tracking: 'WAITS-TRACK-1', condition: 'intact' },
    {
      ...{ type: 'RegisterUnit', parcel: 'WAITS-TRACK-1', lpn, quantity: 1 },
      product: { sku: 'WAITS-LAMP' },
    },
  )
  const unit = (await (await request.get(`${origin}/api/units/${lpn}`)).json()) as {
    next: { command: string; checklist?: { check: string; answers: string[] }[] }[]
  }
  const checks = unit.next.find(({ command }) => command === 'InspectUnit')?.checklist ?? []
  const answers = checks.map(({ check, answers: [best] }) => ({ check, answer: best }))
  await give(
    {
      ...{ type: 'InspectUnit', lpn, identity: 'as_announced', answers },
      ...{ findings: ['defect'], grade: 'acceptable' },
    },
    {
      ...{ type: 'ClassifyUnit', lpn, disposition: 'scrap', route: 'recycle' },
      overrideReason: { code: 'not_worth_it' },
    },
    { type: 'PutAwayUnit', lpn, bin: 'LAX1-S-01-01' },
  )
}
