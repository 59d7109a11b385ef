import { closeSync, openSync, readFileSync, renameSync, rmSync, writeSync } from 'node:fs'
import { processIdentity } from './process-identity.ts'

interface Holder {
  pid: number
  identity: string
}

/**
 * Takes the lock file of a data folder; the answer gives it back.
 * The file names its process and that process's start, so a lock left by a killed process holds nobody up.
 * Throws one sentence when a living process holds it.
 */
export function takeLock(file: string, folder: string): () => void {
  const mine = JSON.stringify({ pid: process.pid, identity: processIdentity(process.pid) ?? '' })
  for (let attempt = 0; attempt < 5; attempt += 1) {
    if (createExclusively(file, mine)) return () => release(file, mine)
    const found = contentOf(file)
    const holder = livingHolder(found)
    if (holder !== undefined) {
      throw new Error(`Restow is already running on the data folder ${folder} (process ${holder.pid}).`)
    }
    if (found !== undefined) removeStale(file, found)
  }
  throw new Error(`The data folder ${folder} is being started by somebody else at this moment; try again.`)
}

function createExclusively(file: string, content: string): boolean {
  let handle: number
  try {
    handle = openSync(file, 'wx', 0o600)
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'EEXIST') return false
    throw error
  }
  writeSync(handle, content)
  closeSync(handle)
  return true
}

function livingHolder(content: string | undefined): Holder | undefined {
  try {
    const holder = JSON.parse(content ?? '') as Holder
    return processIdentity(holder.pid) === holder.identity ? holder : undefined
  } catch {
    return undefined
  }
}

/** Two starts may find the same dead lock: moving it aside shows whether it is still the one that was found dead. */
function removeStale(file: string, found: string): void {
  const aside = `${file}.${process.pid}`
  try {
    renameSync(file, aside)
  } catch {
    return
  }
  if (contentOf(aside) === found) rmSync(aside, { force: true })
  else renameSync(aside, file)
}

function release(file: string, mine: string): void {
  if (contentOf(file) === mine) rmSync(file, { force: true })
}

function contentOf(file: string): string | undefined {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return undefined
  }
}
