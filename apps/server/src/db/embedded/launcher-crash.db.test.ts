import { spawn } from 'node:child_process'
import { readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { afterAll, afterEach, expect, it } from 'vitest'
import { type Embedded, startEmbedded } from './launcher.ts'
import { isRunning, servesCluster } from './process-identity.ts'
import { ask, cleanUp, FAST, killHard, scratchFolder, startInOwnProcess } from './scratch.fixture.ts'

let running: Embedded | undefined
const start = async (dataDir: string) => {
  running = await startEmbedded({ dataDir, settings: FAST })
  return running
}
const stop = async () => {
  await running?.stop()
  running = undefined
}
const postmasterOf = (dataDir: string) =>
  Number(readFileSync(join(dataDir, 'postgres', 'postmaster.pid'), 'utf8').split('\n')[0])

afterEach(stop)
afterAll(cleanUp)

it('takes over from a Restow that was killed while its PostgreSQL runs on', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const killed = await startInOwnProcess(dataDir)
  await ask(killed.adminUrl, "CREATE TABLE parcel AS SELECT '1Z' AS tracking")
  const orphan = postmasterOf(dataDir)
  await killHard(killed.child)
  expect(isRunning(orphan)).toBe(true)

  const { adminUrl, notes } = await start(dataDir)
  expect(notes).toContain('A PostgreSQL left over from an earlier, killed run was shut down.')
  expect(await ask(adminUrl, 'SELECT tracking FROM parcel')).toEqual([{ tracking: '1Z' }])
  expect(isRunning(orphan)).toBe(false)
})

it('recovers when Restow and PostgreSQL were killed together', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const killed = await startInOwnProcess(dataDir)
  await ask(killed.adminUrl, "CREATE TABLE parcel AS SELECT '1Z' AS tracking")
  process.kill(postmasterOf(dataDir), 'SIGKILL')
  await killHard(killed.child)

  const { adminUrl } = await start(dataDir)
  expect(await ask(adminUrl, 'SELECT tracking FROM parcel')).toEqual([{ tracking: '1Z' }])
})

it('starts its PostgreSQL again that was killed under it, with what was recorded', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const { adminUrl } = await start(dataDir)
  await ask(adminUrl, "CREATE TABLE parcel AS SELECT '1Z' AS tracking")
  const killed = postmasterOf(dataDir)
  process.kill(killed, 'SIGKILL')
  await expect
    .poll(() => ask(adminUrl, 'SELECT tracking FROM parcel').catch(() => 'gone'), { timeout: 30_000 })
    .toEqual([{ tracking: '1Z' }])
  const again = postmasterOf(dataDir)
  expect(again).not.toBe(killed)
  await stop()
  // It gives up its file a moment before it is gone.
  await expect.poll(() => isRunning(again)).toBe(false)
})

it('leaves a stranger alone who was given the number of the PostgreSQL that was killed', async () => {
  const dataDir = join(scratchFolder(), 'data')
  await start(dataDir)
  const pidFile = join(dataDir, 'postgres', 'postmaster.pid')
  const left = readFileSync(pidFile, 'utf8')
  await stop()
  // The stranger runs as PostgreSQL's user: only then would PostgreSQL itself refuse to start.
  const { uid, gid } = statSync(join(dataDir, 'postgres'))
  const stranger = spawn('sleep', ['60'], { uid, gid, cwd: '/' })
  writeFileSync(pidFile, left.replace(/^\d+/, String(stranger.pid)))

  const { adminUrl } = await start(dataDir)
  await ask(adminUrl, 'SELECT 1')
  expect(stranger.exitCode ?? stranger.signalCode).toBeNull()
  stranger.kill('SIGKILL')
})

it('refuses a second start on the same data folder in one sentence, and leaves the first one working', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const first = await startInOwnProcess(dataDir)
  const refusal = await startEmbedded({ dataDir }).catch((error: Error) => error.message)
  expect(refusal).toBe(
    `Restow is already running on the data folder ${dataDir} (process ${first.child.pid}).`,
  )
  await ask(first.adminUrl, 'SELECT 1')
})

it('lets one of two simultaneous starts win, even over the lock of a killed one', async () => {
  const dataDir = join(scratchFolder(), 'data')
  await killHard((await startInOwnProcess(dataDir)).child)
  const both = await Promise.allSettled([startInOwnProcess(dataDir), startInOwnProcess(dataDir)])
  expect(both.map((one) => one.status).sort()).toEqual(['fulfilled', 'rejected'])
})

it('is out of reach of the Ctrl-C that ends Restow, and gone when Restow has stopped it', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const { stop: stopTwice } = await start(dataDir)
  const pid = postmasterOf(dataDir)
  if (process.platform === 'linux') {
    const [, , group, session] = readFileSync(`/proc/${pid}/stat`, 'utf8')
      .replace(/^.*\) /, '')
      .split(' ')
    expect([group, session]).toEqual([String(pid), String(pid)])
  }
  await Promise.all([stopTwice(), stopTwice()])
  await sleep(50)
  expect(servesCluster(pid, join(dataDir, 'postgres'))).toBe(false)
})

it('is told to stop by a process that ends without stopping it', async () => {
  const dataDir = join(scratchFolder(), 'data')
  const { child } = await startInOwnProcess(dataDir)
  const pid = postmasterOf(dataDir)
  const ended = new Promise((resolve) => child.once('exit', resolve))
  child.kill('SIGUSR2')
  await ended
  for (let waited = 0; waited < 5000 && isRunning(pid); waited += 50) await sleep(50)
  expect(isRunning(pid)).toBe(false)
})
