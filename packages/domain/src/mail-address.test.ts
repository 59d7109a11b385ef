import { describe, expect, it } from 'vitest'
import { isMailAddress } from './mail-address.ts'

describe('an address for e-mail', () => {
  it.each(['returns@lotus.example', 'a.b+c@sub.lotus.example', "o'neill@a-b.example", '退货@莲居.example'])(
    'is one mailbox: %s',
    (address) => expect(isMailAddress(address)).toBe(true),
  )

  it.each([
    '',
    'returns',
    'a@b',
    'a@-b.example',
    'a@b.example\r\nBcc: c@d.example',
    'a@b.example\n',
    'A <a@b.example>',
    'a@b.example,c@d.example',
    '"a b"@c.example',
    `${'a'.repeat(65)}@b.example`,
    `a@${'b.'.repeat(95)}example-${'c'.repeat(70)}`,
  ])('is not several, named, quoted, or what would begin another header: %j', (address) =>
    expect(isMailAddress(address)).toBe(false),
  )
})
