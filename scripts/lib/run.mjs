import { spawn } from 'node:child_process'
import { ROOT } from './root.mjs'

const running = new Set()
let interrupted = false

/**
 * Runs a program to its end and answers `{ code, output }`. With `capture` its output is collected instead of shown.
 * A process group of its own lets one signal reach all it started; whatever it leaves behind is ended with it.
 */
export function run(program, args, { cwd = ROOT, env = {}, capture = false, shell = false } = {}) {
  if (interrupted) return Promise.resolve({ code: 1, output: '' })
  const grouped = process.platform !== 'win32'
  const stdio = ['ignore', capture ? 'pipe' : 'inherit', capture ? 'pipe' : 'inherit']
  const child = spawn(program, args, {
    cwd,
    env: { ...process.env, ...env },
    stdio,
    shell,
    detached: grouped,
  })
  running.add(child)
  return new Promise((resolve) => {
    let output = ''
    for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk) => (output += chunk))
    child.on('error', (error) => resolve({ code: 1, output: error.message }))
    child.on('exit', () => grouped && signal(child, 'SIGKILL'))
    child.on('close', (code) => {
      running.delete(child)
      resolve({ code: code ?? 1, output })
    })
  })
}

/** Runs a script with this Node; `nodeArgs` are for Node itself. */
export function runNode(script, args = [], { nodeArgs = [], ...options } = {}) {
  return run(process.execPath, [...nodeArgs, script, ...args], options)
}

const SIGNALS = { SIGINT: 130, SIGTERM: 143, SIGHUP: 129 }

/** Passes Ctrl-C and SIGTERM on to what runs, lets it clean up, then ends as interrupted programs do. */
export function passOnSignals() {
  for (const name of Object.keys(SIGNALS)) process.on(name, passOn)
  process.on('exit', () => {
    for (const child of running) signal(child, 'SIGKILL')
  })
}

/** Leaves signals to whoever comes next in this process. */
export function stopPassingOnSignals() {
  for (const name of Object.keys(SIGNALS)) process.off(name, passOn)
}

function passOn(name) {
  interrupted = true
  process.exitCode = SIGNALS[name]
  for (const child of running) signal(child, name)
  if (running.size === 0) process.exit()
}

/** Whether somebody asked us to stop. */
export function wasInterrupted() {
  return interrupted
}

function signal(child, name) {
  try {
    if (process.platform === 'win32') child.kill(name)
    else process.kill(-child.pid, name)
  } catch {
    // Already gone.
  }
}
