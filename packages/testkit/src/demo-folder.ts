import { execFileSync } from 'node:child_process'
import { readdirSync } from 'node:fs'

/** The environment variable in which a run's filled folder is passed on to test processes. */
export const DEMO_FOLDER = 'RESTOW_TEST_DEMO_FOLDER'

/**
 * Lets an empty data folder begin as a copy of the one that the run has filled with demo data: to fill one takes twice as
 * long as all else of a start. Does nothing where the run has none.
 */
export function beginWithDemo(dataDir: string): void {
  const filled = process.env[DEMO_FOLDER]
  if (filled === undefined || readdirSync(dataDir).length > 0) return
  // With its owners, which Node's own copying leaves out: as root the database runs as another user.
  execFileSync('cp', ['-a', `${filled}/.`, dataDir])
}
