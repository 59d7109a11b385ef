import { describe, expect, it } from 'vitest'
import { kindOf, type Shell, wayOf } from './shell.ts'

const ORIGIN = 'https://dock.test'
const shell: Shell = {
  version: '1',
  page: { url: '/floor/index.html', integrity: 'sha256-x' },
  files: ['/floor/assets/index-TOH5Yc63.js'],
  later: ['/floor/assets/zxing_reader-Bb9Mx2Pu.wasm'],
}
const way = (path: string, mode = 'cors', method = 'GET') =>
  wayOf({ method, mode, url: new URL(path, ORIGIN).href }, ORIGIN, shell)

describe('the worker of the floor', () => {
  it.each(['/floor/', '/floor/?source=home', '/floor/unit/RU0000000017/inspect', '/floor/bin/LAX1-S-02-01'])(
    'gives the app for the page %s',
    (path) => {
      expect(way(path, 'navigate')).toBe('page')
    },
  )

  it.each([
    '/',
    '/floor',
    '/floors/',
    '/set-up/devices',
    '/api/docs',
    '/floor/sw.js',
    '/floor/manifest.webmanifest',
  ])('leaves the page %s to the server', (path) => {
    expect(way(path, 'navigate')).toBe('network')
  })

  it('answers for the app’s own files, and keeps an engine from its first use on', () => {
    expect(way('/floor/assets/index-TOH5Yc63.js')).toBe('shell')
    expect(way('/floor/assets/zxing_reader-Bb9Mx2Pu.wasm')).toBe('later')
  })

  it('never stands between the app and the server’s word', () => {
    expect(way('/api/commands', 'cors', 'POST')).toBe('network')
    expect(way('/api/sessions/current')).toBe('network')
    expect(way('/floor/', 'navigate', 'POST')).toBe('network')
    expect(way('https://elsewhere.test/floor/assets/index-TOH5Yc63.js')).toBe('network')
  })

  it('knows a file by what it is, whichever build it comes from', () => {
    expect(kindOf('/floor/assets/zxing_reader-Bb9Mx2Pu.wasm')).toBe('/floor/assets/zxing_reader.wasm')
    expect(kindOf('/floor/assets/decode.worker-DtZ-NuI_.js')).toBe('/floor/assets/decode.worker.js')
  })
})
