import { describe, expect, it } from 'vitest'
import { beforeNextScan, inTurn } from './turn.ts'

function gate(): { opened: Promise<void>; open: () => void } {
  let open = () => {}
  const opened = new Promise<void>((resolve) => {
    open = resolve
  })
  return { opened, open }
}

describe('scans that come faster than the screens they lead to', () => {
  it('are followed one after the other, each when what the one before set going is done and drawn', async () => {
    const log: string[] = []
    const [asking, drawing] = [gate(), gate()]
    const first = inTurn(
      async () => {
        void beforeNextScan(asking.opened.then(() => log.push('done')))
        log.push('first')
      },
      () => drawing.opened.then(() => void log.push('drawn')),
    )
    const second = inTurn(
      async () => void log.push('second'),
      async () => {},
    )
    drawing.open()
    asking.open()
    await Promise.all([first, second])
    expect(log.indexOf('second')).toBe(3)
    expect(log.slice(0, 2)).toEqual(['first', 'done'])
  })

  it('are followed also after one whose work has failed', async () => {
    await inTurn(
      async () => void beforeNextScan(Promise.reject(new Error('no'))).catch(() => {}),
      async () => {},
    )
    const log: string[] = []
    await inTurn(
      async () => void log.push('next'),
      async () => {},
    )
    expect(log).toEqual(['next'])
  })
})
