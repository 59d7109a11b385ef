import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { commandOf, ROOT } from './root.mjs'
import { runNode } from './run.mjs'

/**
 * Runs one of vitest's projects, its output shown as it comes, and answers `{ passed, failures, skipped }`: each failure in words, its
 * file, its test and the first line of what it says.
 */
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
    return count(project, readReport(report), code)
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** A file that cannot even be loaded has no tests to fail, and neither has an error outside of any test: each counts as one. */
function count(project, report, code) {
  const failures = (report?.testResults ?? []).flatMap(failuresOf)
  if (failures.length === 0 && code !== 0)
    failures.push(`${project}: an error outside of any test (exit code ${code})`)
  return {
    passed: report?.numPassedTests ?? 0,
    failures,
    skipped: (report?.numPendingTests ?? 0) + (report?.numTodoTests ?? 0),
  }
}

function failuresOf(file) {
  const where = relative(ROOT, file.name)
  const failed = file.assertionResults.filter((test) => test.status === 'failed')
  if (failed.length === 0 && file.status === 'failed') return [inWords(where, file.message)]
  return failed.map((test) => inWords(`${where} > ${test.fullName}`, test.failureMessages[0]))
}

const inWords = (where, message = '') => `${where}: ${message.trim().split('\n', 1)[0]}`

function readReport(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'))
  } catch {
    return undefined
  }
}
