import { makeTracking } from '@restow/barcodes'
import { Handheld } from '@restow/testkit/commands'

/** Handhelds that never pause, and remember what they were told. */

type Command = { readonly commandId: string }
interface Outcome {
  readonly commandId: string
  readonly outcome: string
}
interface Answer {
  /** 0 where none came. */
  readonly status: number
  readonly text: string
}
export interface Client {
  readonly origin: string
  readonly cookie: string
}

const PIN = '135790'

/** Signs somebody of the demo in. */
export async function signIn(origin: string, badge = 'OP1001'): Promise<Client> {
  const answer = await fetch(`${origin}/api/sessions`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ badge, pin: PIN }),
  })
  const cookie = answer.headers.getSetCookie()[0]?.split(';')[0]
  if (!cookie) throw new Error(`Nobody could sign in: ${answer.status} ${await answer.text()}`)
  return { origin, cookie }
}

export async function send({ origin, cookie }: Client, commands: readonly Command[]): Promise<Answer> {
  try {
    const answer = await fetch(`${origin}/api/commands`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', cookie },
      body: JSON.stringify({ commands }),
    })
    return { status: answer.status, text: await answer.text() }
  } catch {
    return { status: 0, text: '' }
  }
}

const outcomesOf = ({ text }: Answer): Outcome[] => (JSON.parse(text) as { outcomes: Outcome[] }).outcomes

/** A parcel taken in and reported, as one batch: two events of one stream. */
const batch = (hand: Handheld): readonly Command[] => {
  const tracking = makeTracking('ups', Math.random)
  return [
    hand.command('ReceiveParcel', { tracking, condition: 'intact' }),
    hand.command('ReportParcel', { parcel: tracking, outcome: 'empty' }),
  ]
}

/** A shift of handhelds over any number of restarts of their server. */
export class Shift {
  /** What was answered by 200, by command. */
  readonly acknowledged = new Map<string, string>()
  /** Statuses beside 200 that came instead of an answer; 0 is a broken connection. */
  readonly refusals = new Set<number>()
  #unanswered: (readonly Command[])[] = []
  #rounds = 0

  /**
   * Works until the server is gone.
   * @param hands how many work side by side
   */
  async work(client: Client, hands: number): Promise<void> {
    await this.sendAgain(client)
    this.#rounds += 1
    await Promise.all(
      Array.from({ length: hands }, async (_, i) => {
        const hand = new Handheld(`hand-${this.#rounds}-${i}`)
        while (await this.#give(client, batch(hand)));
      }),
    )
  }

  /** Sends what was never answered, as handhelds do when they find their server again. */
  async sendAgain(client: Client): Promise<void> {
    const again = this.#unanswered
    this.#unanswered = []
    for (const commands of again) await this.#give(client, commands)
  }

  async #give(client: Client, commands: readonly Command[]): Promise<boolean> {
    const answer = await send(client, commands)
    if (answer.status !== 200) {
      this.refusals.add(answer.status)
      this.#unanswered.push(commands)
      return false
    }
    for (const { commandId, outcome } of outcomesOf(answer)) this.acknowledged.set(commandId, outcome)
    return true
  }

  get unanswered(): number {
    return this.#unanswered.length
  }
}
