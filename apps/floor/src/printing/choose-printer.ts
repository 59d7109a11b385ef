import { ApiProblem } from '@restow/client'
import type { DevicePrinter } from '@restow/contracts'
import { tell } from '@restow/ui/floor'
import { api } from '../outbox/api.ts'
import { deviceId } from '../outbox/device.ts'
import { setOffline, useOutbox } from '../outbox/outbox.store.ts'
import { say, sayLook } from '../shell/verdict.store.ts'
import { keepPrinting, usePrinting } from './printer.store.ts'

/** Says where this device's labels come out: by the code that is scanned off the printer. */

const keepAnswer = ({ printer, unasked }: DevicePrinter): Promise<void> =>
  keepPrinting({ printer, unasked, wanted: null })

async function wait(code: string): Promise<void> {
  await keepPrinting({ wanted: code })
  sayLook(code, tell('printer.needsLine'))
}

/** @param code as it stands behind `.P.` */
export async function choosePrinter(code: string): Promise<void> {
  if (useOutbox.getState().offline) return wait(code)
  try {
    const answer = await api.setDevicePrinter(deviceId(), code)
    await keepAnswer(answer)
    say({ tone: 'right', title: tell('printer.chosen'), code, facts: answer.printer?.name ?? '' })
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) {
      await keepPrinting({ wanted: null })
      const sentence = tell('printer.unknown', { code })
      return say({ tone: 'wrong', title: tell('verdict.wrong'), code, sentence })
    }
    setOffline(true)
    await wait(code)
  }
}

export async function withoutPrinter(): Promise<void> {
  try {
    await keepAnswer(await api.setDevicePrinter(deviceId(), null))
    say({ tone: 'right', title: tell('printer.left'), facts: tell('printer.byDialog') })
  } catch {
    sayLook('', tell('printer.needsLine'))
  }
}

/** What the server says of the printer; what was scanned without a line is told it first. */
export async function hearOfPrinter(): Promise<void> {
  const { wanted } = usePrinting.getState()
  if (wanted !== null) return choosePrinter(wanted)
  await keepAnswer(await api.devicePrinter(deviceId()))
}
