import { describe, expect, it } from 'vitest'
import { readOptions } from './options.ts'

const TOKEN = `rpa_${'x'.repeat(43)}`
const read = (...words: string[]) => readOptions(words, {})

describe('a print agent', () => {
  it('is told where its server is and who it is', () => {
    const options = read('--server', 'https://returns.example.com', '--token', TOKEN)
    expect(options).toMatchObject({ token: TOKEN, ca: null })
    expect(options.server.origin).toBe('https://returns.example.com')
    expect(
      readOptions(['--server', 'http://localhost:8080'], { RESTOW_PRINT_AGENT_TOKEN: TOKEN }),
    ).toMatchObject({ token: TOKEN })
  })

  it.each([
    [['--token', TOKEN], '--server is missing'],
    [['--server', 'returns', '--token', TOKEN], 'no address'],
    [['--server', 'http://returns.example.com', '--token', TOKEN], 'begin with https://'],
    [['--server', 'https://a.example'], '--token is missing'],
    [['--server', 'https://a.example', '--token', 'secret'], 'begins with rpa_'],
    [['--server', 'https://a.example', '--token', TOKEN, '--ca', '/no/such.crt'], 'cannot be read'],
    [['--printer', 'x'], '--printer'],
  ])('told %j does not start and says why', (words, why) => {
    expect(() => read(...words)).toThrow(why)
  })
})
