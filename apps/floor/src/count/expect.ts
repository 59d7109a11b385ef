import { unitCopy } from '../copy/copy.store.ts'
import { askScan } from '../copy/load.ts'
import { lookUpHere } from '../copy/look-up.ts'
import { useSession } from '../shell/session.store.ts'
import { expect } from './count.store.ts'
import type { Expected } from './count.ts'

type Listed = { readonly lpn: string; readonly title: string | null }

/** What was done here a moment ago and is not sent is newer than either list. */
const stillThere = (code: string, units: readonly Listed[]): Expected[] =>
  units.flatMap(({ lpn, title }) => {
    const own = unitCopy(lpn)
    return own && own.bin !== code ? [] : [{ lpn, title }]
  })

/** Finds out what should lie in a bin: what this device knows at once, and then all of it by the server's word. */
export async function learnExpected(code: string): Promise<void> {
  const { warehouse } = useSession.getState().person ?? { warehouse: '' }
  const here = (await lookUpHere(code, warehouse).catch(() => undefined))?.bin
  if (here) expect(code, stillThere(code, here.units), false)
  const there = (await askScan(code).catch(() => undefined))?.bin
  if (!there) return
  const own = here?.units.filter(({ lpn }) => unitCopy(lpn)?.bin === code) ?? []
  const all = new Map([...there.units, ...own].map((unit) => [unit.lpn, unit]))
  expect(code, stillThere(code, [...all.values()]), there.units.length >= there.plates)
}
