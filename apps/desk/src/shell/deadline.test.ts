import type { SessionUser } from '@restow/contracts'
import { useLanguage } from '@restow/ui'
import { beforeEach, describe, expect, it } from 'vitest'
import { deadline, zoneName } from './deadline.ts'
import { useSession } from './session.store.ts'

const WINTER = '2026-11-30T22:00:00.000Z'
const SUMMER = '2026-07-30T22:00:00.000Z'
const inWarehouse = (timeZone: string) => useSession.setState({ user: { timeZone } as SessionUser })

describe('until when a seller may object', () => {
  beforeEach(() => {
    useLanguage.setState({ language: 'en' })
    inWarehouse('America/Los_Angeles')
  })

  it('names the warehouse’s time zone to who lives by another clock', () => {
    expect(deadline(WINTER, 'Asia/Shanghai')).toBe('30 Nov, 14:00 PST')
    expect(deadline(SUMMER, 'Europe/Berlin')).toBe('30 Jul, 15:00 PDT')
    useLanguage.setState({ language: 'zh-CN' })
    expect(deadline(WINTER, 'Asia/Shanghai')).toBe('11月30日 14:00 PST')
    useLanguage.setState({ language: 'de' })
    expect(deadline(WINTER, 'Europe/Berlin')).toBe('30. Nov., 14:00 PST')
  })

  it('is plain where both clocks say the same, whatever their zones are called', () => {
    for (const reader of ['America/Los_Angeles', 'America/Vancouver'])
      expect(deadline(WINTER, reader)).toBe('30 Nov, 14:00')
    // Phoenix goes with Los Angeles in summer alone.
    expect(deadline(SUMMER, 'America/Phoenix')).toBe('30 Jul, 15:00')
    expect(deadline(WINTER, 'America/Phoenix')).toBe('30 Nov, 14:00 PST')
  })

  it.each([
    ['Europe/Berlin', 'CET', 'CEST'],
    ['Europe/London', 'GMT', 'BST'],
    ['America/New_York', 'EST', 'EDT'],
    ['Asia/Shanghai', 'GMT+8', 'GMT+8'],
  ])('calls %s by the name that people know', (zone, winter, summer) => {
    expect([zoneName(WINTER, zone), zoneName(SUMMER, zone)]).toEqual([winter, summer])
  })
})
