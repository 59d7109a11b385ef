import type { FlowRow, StreamFlow } from './flow.queries.ts'

/** What has moved today, stream by stream: of a stream on which something happened it is counted anew, of all others it stands. */
export class KeptFlow {
  /** When the hours of the day begin for which it is kept. */
  readonly hours: readonly string[]
  readonly #streams = new Map<string, StreamFlow[]>()
  /** By seller: the same summed up, by step and hour. */
  readonly #sums = new Map<string | null, Map<string, { came: number; went: number }>>()

  constructor(hours: readonly string[], rows: readonly StreamFlow[]) {
    this.hours = hours
    this.put(rows, [])
  }

  /** @param changed the streams that these are all the rows of; what they had before is over */
  put(rows: readonly StreamFlow[], changed: readonly string[]): void {
    for (const stream of changed) this.#takeOut(stream)
    for (const row of rows) {
      const own = this.#streams.get(row.stream)
      if (own) own.push(row)
      else this.#streams.set(row.stream, [row])
      this.#count(row, 1)
    }
  }

  #takeOut(stream: string): void {
    for (const row of this.#streams.get(stream) ?? []) this.#count(row, -1)
    this.#streams.delete(stream)
  }

  #count({ seller, step, hour, came, went }: StreamFlow, by: 1 | -1): void {
    const sums = this.#sums.get(seller) ?? new Map<string, { came: number; went: number }>()
    this.#sums.set(seller, sums)
    const key = `${step} ${hour}`
    const sum = sums.get(key) ?? { came: 0, went: 0 }
    sum.came += by * came
    sum.went += by * went
    sums.set(key, sum)
  }

  /** How many came to a step in all of the day. */
  came(step: FlowRow['step'], seller: string | null): number {
    return this.rows(seller).reduce((sum, row) => sum + (row.step === step ? row.came : 0), 0)
  }

  /** Of one seller's goods, or of all. */
  rows(seller: string | null): FlowRow[] {
    const looked = seller === null ? [...this.#sums.values()] : [this.#sums.get(seller) ?? new Map()]
    return looked.flatMap((sums) =>
      [...sums].map(([key, { came, went }]) => {
        const [step = '', hour = '0'] = key.split(' ')
        return { step: step as FlowRow['step'], hour: Number(hour), came, went }
      }),
    )
  }
}
