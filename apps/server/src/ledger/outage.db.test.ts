import { createServer, connect as dial, type Socket } from 'node:net'
import type { Outcome } from '@restow/contracts'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { plate } from '../../../../packages/testkit/src/builders.ts'
import { command, eventIdOf } from '../../../../packages/testkit/src/commands.ts'
import {
  type Node,
  openWarehouse,
  type Person,
  PIN,
  type Warehouse,
} from '../../../../packages/testkit/src/server.ts'
import { until } from './feed.fixture.ts'

/** A line to the database that can be cut, and that can lose answers on their way. */
class Line {
  readonly #server = createServer((client) => this.#carry(client))
  readonly #open = new Set<Socket>()
  #cut = false
  /** Bytes sent to the database in which this stands are its last: the answer to them gets lost. */
  loseAnswerTo: string | null = null

  constructor(readonly to: URL) {}

  #carry(client: Socket): void {
    if (this.#cut) {
      client.destroy()
      return
    }
    const database = dial(Number(this.to.port), this.to.hostname)
    const end = () => {
      client.destroy()
      database.destroy()
    }
    for (const socket of [client, database]) {
      this.#open.add(socket)
      socket.on('close', () => {
        this.#open.delete(socket)
        end()
      })
      socket.on('error', end)
    }
    let lost = false
    client.on('data', (bytes) => {
      if (this.loseAnswerTo !== null && bytes.includes(this.loseAnswerTo)) lost = true
      database.write(bytes)
    })
    database.on('data', (bytes) => {
      if (lost) end()
      else client.write(bytes)
    })
  }

  async listen(): Promise<string> {
    await new Promise<void>((resolve) => this.#server.listen(0, '127.0.0.1', resolve))
    const address = this.#server.address()
    const port = typeof address === 'object' ? String(address?.port) : ''
    return Object.assign(new URL(this.to), { hostname: '127.0.0.1', port }).href
  }

  cut(): void {
    this.#cut = true
    for (const socket of this.#open) socket.destroy()
  }

  mend(): void {
    this.#cut = false
    this.loseAnswerTo = null
  }

  async close(): Promise<void> {
    this.cut()
    await new Promise((resolve) => this.#server.close(resolve))
  }
}

let warehouse: Warehouse
let line: Line
let far: Node
let otto: Person
let near: Person
beforeAll(async () => {
  warehouse = await openWarehouse()
  line = new Line(new URL(warehouse.urls.appUrl))
  far = await warehouse.addNode({ url: await line.listen(), connections: 3, logLevel: 'trace' })
  near = await warehouse.node.as('OP1001')
  otto = far.with(near.cookie)
})
afterAll(async () => {
  line?.mend()
  await warehouse?.close()
  await line?.close()
})

const receive = (tracking: string) => command('ReceiveParcel', { tracking, condition: 'intact' })
/** As a device does it: again until it is answered, since a connection that was cut may be tried once before it is known to be. */
async function givenAgain(batch: readonly unknown[]) {
  for (;;) {
    const answer = await otto.post(batch)
    if (answer.statusCode === 503) continue
    expect(answer.statusCode).toBe(200)
    return answer.json<{ outcomes: Outcome[] }>().outcomes
  }
}
const parcels = async (tracking: string) =>
  (await warehouse.sql('select 1 from parcel where tracking_number = $1', [tracking])).length

describe('when the database cannot be reached', () => {
  it('nothing is acknowledged and nothing stored, and it goes on by itself afterwards', async () => {
    await otto.did(receive('OUT-1'))
    line.cut()
    const during = receive('OUT-2')
    const answer = await otto.post([during])
    expect([answer.statusCode, answer.json()]).toEqual([
      503,
      expect.objectContaining({ code: 'database_unavailable' }),
    ])
    expect(answer.headers['content-type']).toContain('application/problem+json')
    expect((await far.app.inject('/readyz')).statusCode).toBe(503)
    expect((await far.app.inject('/healthz')).statusCode).toBe(200)
    line.mend()
    expect(await parcels('OUT-2')).toBe(0)
    await until(async () => (await far.app.inject('/readyz')).statusCode === 200)
    expect(await givenAgain([during])).toMatchObject([{ outcome: 'accepted' }])
  })

  it('every question says that the database does not answer, and signing in too', async () => {
    line.cut()
    const person = { badge: 'OP1001', pin: PIN }
    const answers = [
      await far.signIn(person),
      await far.signIn({ email: 'lotus@test.restow', password: 'restow-demo' }),
      await otto.get('/api/scan?code=OUT-1'),
      await otto.get(`/api/units/${plate(1)}`),
      await otto.ask({ method: 'POST', url: '/api/plates', payload: { count: 1 } }),
    ]
    line.mend()
    for (const answer of answers)
      expect([answer.statusCode, answer.json()]).toMatchObject([503, { code: 'database_unavailable' }])
  })

  it('what is logged of it holds nothing that was sent', () => {
    const lines = far.logged.join('')
    expect(lines).toContain('database_unavailable')
    for (const secret of [PIN, 'lotus@test.restow', 'restow-demo', 'OUT-2', otto.cookie.split('=')[1] ?? ''])
      expect(lines).not.toContain(secret)
  })

  it('midway through a batch, all of it is stored or nothing, and sending it again says so', async () => {
    for (let i = 0; i < 5; i++) {
      const batch = Array.from({ length: 40 }, (_, n) => receive(`OUT-3-${i}-${n}`))
      const [sent] = await Promise.all([
        otto.post(batch),
        new Promise<void>((done) =>
          setImmediate(() => {
            line.cut()
            done()
          }),
        ),
      ])
      expect([200, 503]).toContain(sent.statusCode)
      line.mend()
      const stored = await warehouse.sql('select 1 from parcel where tracking_number like $1', [
        `OUT-3-${i}-%`,
      ])
      expect([0, 40]).toContain(stored.length)
      const again = await givenAgain(batch)
      expect(again.map(({ outcome }) => outcome)).toEqual(batch.map(() => 'accepted'))
      if (sent.statusCode === 200) expect(sent.json()).toEqual({ outcomes: again })
      expect(await parcels(`OUT-3-${i}-39`)).toBe(1)
    }
  })

  it('after it has stored a command whose answer is lost, sending it again gives the first answer', async () => {
    line.loseAnswerTo = 'OUT-4'
    const sent = receive('OUT-4')
    // The question that finds the parcel's announcements holds its number too, so the answer may get lost before.
    const tries: number[] = []
    while (!(await parcels('OUT-4')) && tries.length < 5) {
      tries.push((await otto.post([sent])).statusCode)
      line.loseAnswerTo = 'ParcelReceived'
    }
    line.mend()
    expect(tries).not.toContain(200)
    expect(await parcels('OUT-4')).toBe(1)
    const [first] = await near.did(sent)
    expect(await otto.give(sent)).toEqual([first])
    expect(
      await warehouse.sql('select 1 from ledger_event where stream_id = $1', [sent.commandId]),
    ).toHaveLength(1)
  })
})

describe('a command that the database refuses', () => {
  it('is rejected for good, and its batch and those of others go through', async () => {
    await warehouse.sql(`create function refuse_poison() returns trigger language plpgsql as $$
      begin
        if new.body->>'trackingNumber' like 'POISON%' then
          raise exception 'cannot be held: %', new.body using errcode = 'untranslatable_character';
        end if;
        return new;
      end $$`)
    await warehouse.sql(
      'create trigger poison before insert on parcel for each row execute function refuse_poison()',
    )
    const poison = receive('POISON-1')
    const batch = [receive('HEALTHY-1'), poison, receive('HEALTHY-2')]
    const [outcomes, others] = await Promise.all([otto.give(...batch), near.give(receive('HEALTHY-3'))])
    expect(outcomes.map((o) => o.code ?? o.outcome)).toEqual(['accepted', 'malformed', 'accepted'])
    expect(outcomes[1]?.message).toContain('it holds what cannot be stored')
    expect(others).toMatchObject([{ outcome: 'accepted' }])
    expect(await parcels('POISON-1')).toBe(0)
    expect(await otto.give(poison)).toEqual([outcomes[1]])
    expect(far.logged.join('')).not.toContain('POISON-1')
  })

  it('because its plate is a void unit’s is rejected, and jams nothing', async () => {
    const [good, wrong] = [plate(1), plate(2)]
    const register = (lpn: string) =>
      command('RegisterUnit', { parcel: 'PLATES', lpn, product: null, quantity: 1 })
    const mistake = register(wrong)
    await near.did(receive('PLATES'), register(good), mistake)
    await near.did(command('TakeBack', { lpn: wrong, eventId: eventIdOf(mistake) }))
    const replace = command('ReplacePlate', { lpn: good, newLpn: wrong })
    const outcomes = await near.give(replace, receive('AFTER-PLATES'))
    expect(outcomes).toMatchObject([{ outcome: 'rejected' }, { outcome: 'accepted' }])
    expect(await near.give(replace)).toEqual([outcomes[0]])
    // Registering it again is what a plate that was taken back is free for.
    await near.did(register(wrong))
  })
})
