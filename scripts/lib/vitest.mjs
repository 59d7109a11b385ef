import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { commandOf } from './root.mjs'
import { runNode } from './run.mjs'

/** Runs one of vitest's projects, its output shown as it comes, and answers `{ passed, failed, skipped }`. */
export async function runVitest(project, args) {
  const folder = mkdtempSync(join(tmpdir(), 'restow-report-'))
  const report = join(folder, 'report.json')
  const reporters = ['--reporter=default', '--reporter=json', `--outputFile.json=${report}`]
  try {
    const { code } = await runNode(commandOf('vitest'), [
      'run',
      '--passWithNoTests',
      '--project',
      project,
      ...reporters,
      ...args,
    ])
    return count(readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that cannot even be loaded has no tests to fail, and neither has an error outside of any test: each counts as one. */
function count(report, code) {
  const files = report?.testResults ?? []
  const broken = files.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  )
  const failed = (report?.numFailedTests ?? 0) + broken.length
  return {
    passed: report?.numPassedTests ?? 0,
    failed: failed === 0 && code !== 0 ? 1 : failed,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
