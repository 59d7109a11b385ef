import { describe, expect, it } from 'vitest'
import { homeOf, mayOpen, pagesOf } from './pages-of.ts'
import type { Person } from './session.store.ts'

const who = (role: Person['role']): Person => ({ name: 'Somebody', role })
const pathsOf = (role: Person['role']) =>
  pagesOf(who(role)).flatMap(({ links }) => links.map(({ path }) => path))

describe('the pages of a role', () => {
  it.each(['operator', 'supervisor', 'admin', 'seller'] as const)(
    'stand there once each, for a %s',
    (role) => {
      const paths = pathsOf(role)
      expect(paths.length).toBeGreaterThan(3)
      expect(new Set(paths).size).toBe(paths.length)
    },
  )

  it('have what scripts and other systems go by, for sellers and for who sets things up', () => {
    for (const role of ['seller', 'supervisor', 'admin'] as const)
      for (const path of ['/keys', '/webhooks', '/mails'])
        expect(mayOpen(who(role), path), `${role} ${path}`).toBe(true)
    for (const path of ['/keys', '/webhooks', '/mails']) expect(mayOpen(who('operator'), path)).toBe(false)
  })

  it('have a seller’s own policy for itself, and every seller’s for who sets things up', () => {
    for (const path of ['/policy', '/policy/questions']) {
      expect(mayOpen(who('seller'), path)).toBe(true)
      for (const role of ['operator', 'supervisor', 'admin'] as const)
        expect(mayOpen(who(role), path)).toBe(false)
    }
    expect(mayOpen(who('admin'), '/set-up/sellers/LOTUS/questions')).toBe(true)
    expect(mayOpen(who('seller'), '/set-up/sellers/LOTUS/questions')).toBe(false)
  })

  it('begin for a seller with what became of its goods, which staff may look at too', () => {
    expect(homeOf(who('seller'))).toBe('/overview')
    for (const role of ['supervisor', 'admin'] as const) expect(mayOpen(who(role), '/overview')).toBe(true)
    expect(mayOpen(who('operator'), '/overview')).toBe(false)
  })
})
