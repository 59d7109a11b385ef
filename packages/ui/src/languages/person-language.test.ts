import { afterEach, beforeEach, expect, it, vi } from 'vitest'

/** A browser's memory of a device, which outlives the page. */
let memory: Map<string, string>
const stored: string[] = []
let isOnline = true
const store = async (language: string) => {
  if (!isOnline) throw new Error('offline')
  stored.push(language)
}

beforeEach(() => {
  memory = new Map()
  stored.length = 0
  isOnline = true
  vi.useFakeTimers()
  vi.stubGlobal('localStorage', {
    getItem: (key: string) => memory.get(key) ?? null,
    setItem: (key: string, value: string) => memory.set(key, value),
    removeItem: (key: string) => memory.delete(key),
  })
})
afterEach(() => {
  vi.useRealTimers()
  vi.unstubAllGlobals()
})

/** The page, loaded anew. */
async function open() {
  vi.resetModules()
  const { useLanguage } = await import('./language.ts')
  const { languageOfPerson } = await import('./person-language.ts')
  const person = languageOfPerson(store)
  const shown = () => useLanguage.getState().language
  return { person, shown, choose: useLanguage.getState().choose }
}
const settle = () => vi.advanceTimersByTimeAsync(0)

it('shows whoever signs in the language that is stored with them, and stores nothing', async () => {
  const { person, shown } = await open()
  person.enter('OP1001', 'de')
  expect(shown()).toBe('de')
  person.leave()
  person.enter('OP1002', 'zh-CN')
  expect([shown(), stored]).toEqual(['zh-CN', []])
})

it('stores a choice with whoever is signed in', async () => {
  const { person, choose } = await open()
  person.enter('OP1001', undefined)
  choose('es')
  await settle()
  expect(stored).toEqual(['es'])
})

it('stores what was chosen before signing in with whoever signs in next, and only once', async () => {
  const { person, choose, shown } = await open()
  choose('de')
  expect(stored).toEqual([])
  person.enter('OP1001', 'en')
  await settle()
  person.leave()
  person.enter('OP1002', 'es')
  expect([shown(), stored]).toEqual(['es', ['de']])
})

it('keeps a choice while there is no network, over a reload, and for its person alone', async () => {
  isOnline = false
  const before = await open()
  before.person.enter('OP1001', 'en')
  before.choose('zh-CN')
  await settle()
  const { person, shown } = await open()
  person.enter('OP1002', 'es')
  expect(shown()).toBe('es')
  person.leave()
  person.enter('OP1001', 'en')
  expect(shown()).toBe('zh-CN')
  await settle()
  expect(stored).toEqual([])
  isOnline = true
  await vi.advanceTimersByTimeAsync(30_000)
  expect(stored).toContain('zh-CN')
})
