import type { ExpectedView, ScanAnswer } from '@restow/contracts'
import type { Command } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { parcelCopy } from '../copy/copy.store.ts'
import { lookAtCopy } from '../copy/database.ts'
import { ask, askServer } from '../shell/ask.ts'
import { announcedOf, receive } from './receive.ts'

/**
 * Takes in a parcel that several sellers have announced, and says at once whose it is: its announced return is the
 * evidence. Without a network by what this device knows of the seller.
 */
export async function receiveFor(answer: ScanAnswer, chosen: ExpectedView): Promise<void> {
  const { trackingNumber } = answer
  if (!(await receive(answer))) return
  const { seller, rmaNumber } = chosen
  const command: Command = {
    type: 'ClaimParcel',
    parcel: trackingNumber,
    seller,
    evidence: { order: rmaNumber },
  }
  const said = { title: tell('parcel.claimed'), code: trackingNumber, facts: `${seller} · ${rmaNumber}` }
  const known = await (await lookAtCopy()).objectStore('sellers').get(seller)
  const parcel = parcelCopy(trackingNumber)
  if (!known || !parcel) return void (await askServer(command, said))
  await ask(command, said, { evidence: announcedOf([chosen]), sellers: { [seller]: known } })
}
