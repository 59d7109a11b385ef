import { execFileSync } from 'node:child_process'
import { expect, it } from 'vitest'
import { GC_FLAGS } from './garbage-collection.ts'

it('this Node’s V8 knows the flags that are set', () => {
  const options = execFileSync(process.execPath, ['--v8-options'], { encoding: 'utf8', maxBuffer: 8_000_000 })
  for (const name of Object.keys(GC_FLAGS)) expect(options).toContain(`--${name} `)
})
