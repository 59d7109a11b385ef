import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { COMMAND_TYPES } from './commands.ts'
import { RULES } from './decide.ts'
import { FLOW, flowDocument } from './flow.ts'
import { unreachableStates } from './transitions.ts'
import { PARCEL_STATES, UNIT_STATES } from './words.ts'

const PAGE = fileURLToPath(new URL('../../../docs/flow.md', import.meta.url))

describe('docs/flow.md', () => {
  it('says what the state table says; UPDATE_FLOW=1 writes it anew', () => {
    if (process.env.UPDATE_FLOW === '1') {
      mkdirSync(fileURLToPath(new URL('.', `file://${PAGE}`)), { recursive: true })
      writeFileSync(PAGE, flowDocument())
    }
    expect(existsSync(PAGE) && readFileSync(PAGE, 'utf8')).toBe(flowDocument())
  })

  it('knows no state that nothing leads to', () => {
    expect(unreachableStates()).toEqual([])
  })

  it('draws every state and names every command', () => {
    const page = flowDocument()
    for (const state of [...UNIT_STATES, ...PARCEL_STATES].filter((s) => s !== 'void'))
      expect(page).toMatch(new RegExp(`--> ${state}:`))
    for (const command of COMMAND_TYPES) expect(page).toContain(`| \`${command}\` |`)
  })

  it('points to the file in which each rule stands', () => {
    for (const command of COMMAND_TYPES) {
      const source = readFileSync(new URL(FLOW[command].file, import.meta.url), 'utf8')
      expect(source, command).toContain(`export const ${RULES[command].name}:`)
    }
  })
})
