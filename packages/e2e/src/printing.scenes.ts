import { randomUUID } from 'node:crypto'
import { setTimeout as pause } from 'node:timers/promises'
import { breakLines, type Job, jobsToPrint, openPrinting, type Printing } from './printing.hall.ts'

/** What is on record held against what is on paper, after a run with faults. */

export interface Verdict {
  readonly jobs: number
  readonly labels: number
  /** Connections that were cut, and servers that were killed. */
  readonly cuts: number
  readonly crashes: number
  readonly printed: number
  readonly unsure: number
  /** Labels that are on record as printed and not on paper. */
  readonly lost: number
  /** Labels that are on paper more than once before anybody asked for that. */
  readonly doubled: number
  /** Jobs whose record says what paper does not. */
  readonly wrong: readonly string[]
  /** Printers on which labels came out in another order than they were queued in. */
  readonly disordered: readonly string[]
  /** Labels that were not on paper after people had answered what was in doubt. */
  readonly missing: number
}

interface Row extends Record<string, unknown> {
  readonly id: string
  readonly state: string
  /** What stands on its labels, in order. */
  readonly lpns: readonly string[]
  readonly confirmed: number
  readonly out_count: number
  readonly position: number
}

/** How often each plate is on paper. */
function onPaper({ printers }: Printing): Map<string, number> {
  const counts = new Map<string, number>()
  for (const { printed } of printers.values())
    for (const text of printed) {
      const lpn = plateOf(text)
      counts.set(lpn, (counts.get(lpn) ?? 0) + 1)
    }
  return counts
}
const plateOf = (text: string): string => /RU\d{10}/.exec(text)?.[0] ?? text

const waiting = async ({ sql }: Printing): Promise<number> => {
  const [row] = await sql<{ left: number }>(
    "select count(*)::int as left from print_job where state in ('queued', 'sending')",
  )
  return row?.left ?? 0
}
/** Waits until nothing is under way any more. */
async function settled(hall: Printing): Promise<void> {
  while ((await waiting(hall)) > 0) await pause(50)
}

/** What a job's record promises of its labels on paper: at least and at most. */
function promised({ state, confirmed, out_count }: Row, index: number): readonly [number, number] {
  if (state === 'printed' || index < confirmed) return [1, 1]
  return state === 'maybe_printed' && index < confirmed + out_count ? [0, 1] : [0, 0]
}

function isWrong(job: Job, row: Row | undefined, paper: ReadonlyMap<string, number>): boolean {
  if (!row || !['printed', 'maybe_printed'].includes(row.state)) return true
  return job.lpns.some((lpn, i) => {
    const [least, most] = promised(row, i)
    const count = paper.get(lpn) ?? 0
    return count < least || count > most
  })
}

function disordered(hall: Printing, jobs: readonly Job[], rows: ReadonlyMap<string, Row>): string[] {
  const place = new Map(
    jobs.flatMap((job) => job.lpns.map((lpn, i) => [lpn, (rows.get(job.id)?.position ?? 0) * 1000 + i])),
  )
  return [...hall.printers].flatMap(([code, { printed }]) => {
    const places = printed.map((text) => place.get(plateOf(text)) ?? -1)
    return places.some((at, i) => at < (places[i - 1] ?? 0)) ? [code] : []
  })
}

/**
 * People look at what is in doubt: all of it there, or else what is missing is printed again. That may meet a line that is
 * cut as well, and is then in doubt itself: they are asked until nothing is.
 */
async function answerAll(hall: Printing): Promise<void> {
  for (;;) {
    const asked = (await rowsOf(hall)).filter(({ state }) => state === 'maybe_printed')
    if (asked.length === 0) return
    const paper = onPaper(hall)
    for (const { id, lpns, confirmed, out_count } of asked) {
      const inDoubt = lpns.slice(confirmed, confirmed + out_count)
      const printed = inDoubt.every((lpn) => paper.has(lpn)) ? 'yes' : 'no'
      await hall.ask('POST', `/api/print-jobs/${id}/confirm`, { printed, again: randomUUID() })
    }
    await settled(hall)
  }
}

async function rowsOf({ sql }: Printing): Promise<Row[]> {
  return sql<Row>('select id, state, lpns, confirmed, out_count, position::int as position from print_job')
}

/** Prints so many jobs while lines are cut and servers die, and holds what is on record against what is on paper. */
export async function printThroughFaults(of: {
  readonly jobs: number
  readonly cuts: number
  readonly crashes: number
}): Promise<Verdict> {
  const hall = await openPrinting()
  try {
    const jobs = jobsToPrint(of.jobs)
    const asking = ask(hall, jobs)
    const breaking = breakLines(hall, of)
    const crashing = crashServers(hall, of)
    await Promise.all([asking, crashing, breaking])
    await settled(hall)
    const verdict = await judge(hall, jobs)
    await answerAll(hall)
    const after = onPaper(hall)
    const missing = jobs.flatMap((job) => job.lpns).filter((lpn) => !after.has(lpn)).length
    const cuts = [...hall.printers.values()].reduce((sum, { faulted }) => sum + faulted, 0)
    return { ...verdict, cuts, crashes: of.crashes, missing }
  } finally {
    await hall.close()
  }
}

async function judge(
  hall: Printing,
  jobs: readonly Job[],
): Promise<Omit<Verdict, 'cuts' | 'crashes' | 'missing'>> {
  const rows = new Map((await rowsOf(hall)).map((row) => [row.id, row]))
  const paper = onPaper(hall)
  const stateOf = (job: Job) => rows.get(job.id)?.state
  const printed = jobs.filter((job) => stateOf(job) === 'printed')
  return {
    jobs: jobs.length,
    labels: jobs.flatMap((job) => job.lpns).length,
    printed: printed.length,
    unsure: jobs.filter((job) => stateOf(job) === 'maybe_printed').length,
    lost: printed.flatMap((job) => job.lpns).filter((lpn) => !paper.has(lpn)).length,
    doubled: [...paper.values()].filter((count) => count > 1).length,
    wrong: jobs
      .filter((job) => isWrong(job, rows.get(job.id), paper))
      .map((job) => `${job.id} ${stateOf(job)}`),
    disordered: disordered(hall, jobs, rows),
  }
}

/** Asked for one after the other by each printer's people, once more where no answer came. */
async function ask(hall: Printing, jobs: readonly Job[]): Promise<void> {
  const queues = [...hall.printers.keys()].map((code) => jobs.filter(({ printer }) => printer === code))
  await Promise.all(
    queues.map(async (queue) => {
      for (const { id, printer, lpns } of queue) {
        const labels = lpns.map((lpn) => ({ kind: 'plate', lpn }))
        await hall.ask('POST', '/api/print-jobs', { id, printer, labels })
        // A person asks for a few labels and waits for them; a queue without end would show nothing of restarts.
        while ((await waiting(hall)) > 20) await pause(20)
      }
    }),
  )
}

/** Kills one server, then the other, each time after so many more jobs have come to an end. */
async function crashServers(
  hall: Printing,
  { jobs, crashes }: { readonly jobs: number; readonly crashes: number },
): Promise<void> {
  for (let crash = 0; crash < crashes; crash++) {
    for (;;) {
      const [row] = await hall.sql<{ ended: number }>(
        "select count(*)::int as ended from print_job where state not in ('queued', 'sending')",
      )
      if ((row?.ended ?? 0) >= (jobs * (crash + 0.5)) / (crashes + 1)) break
      await pause(5)
    }
    await hall.crash(crash % 2)
  }
}
