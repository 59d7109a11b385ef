import { ApiProblem } from '@restow/client'
import { tell } from '@restow/ui/floor'
import { api } from '../outbox/api.ts'
import { deviceId, enrolledAs } from '../outbox/device.ts'
import { feel } from './feedback.ts'
import { useDeviceRefusal } from './session.store.ts'

/** A supervisor's code for one device, as the desk shows it. */
const CODE = /^RSE:[\w-]{16,64}$/

export const isEnrolment = (raw: string): boolean => CODE.test(raw.trim())

/** Makes this device one of the warehouse's, by the code that was scanned. What it keeps unsent stays as it is. */
export async function enrol(raw: string): Promise<void> {
  try {
    const { device, deviceKey } = await api.enrolDevice({
      ...{ code: raw.trim(), deviceId: deviceId(), appVersion: __APP_VERSION__ },
    })
    await enrolledAs(device.name, deviceKey)
    useDeviceRefusal.setState({ words: '', note: tell('device.enrolled', { name: device.name }) })
    feel('right')
  } catch (error) {
    const words = error instanceof ApiProblem ? error.detail : tell('signin.unreachable')
    useDeviceRefusal.setState({ words, note: '' })
    feel('wrong')
  }
}
