import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { COLLECTING } from './collecting.ts'

it('V8 of this Node knows what is set of its collecting', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 8_000_000 })
  for (const name of Object.keys(COLLECTING)) expect(options).toContain(`--${name} `)
})
