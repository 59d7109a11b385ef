import { build, isBuilt } from './build.mjs'
import { ensureInstalled } from './install.mjs'

/** Installs and builds what is missing or out of date; ends the process with one sentence when that fails. */
export async function ensureReady() {
  await orEnd(ensureInstalled())
  if (isBuilt()) return
  console.log('Building…')
  if (!(await build())) end('The build failed; the lines above say why.')
}

/** Waits for a piece of preparation; its failure is said and ends the process. */
export async function orEnd(work) {
  try {
    return await work
  } catch (error) {
    return end(error.message)
  }
}

function end(sentence) {
  console.error(sentence)
  process.exit(process.exitCode || 1)
}
