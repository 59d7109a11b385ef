/**
 * One mailbox, as it is written on an envelope: no name, no quotes, nothing that could begin another header or name a second
 * recipient. Written for regular expressions of Unicode (`u`).
 */
export const MAIL_ADDRESS =
  '^[^\\s@<>()\\[\\]",;:\\\\\\u0000-\\u001f\\u007f]{1,64}@(?!-)[\\p{L}\\p{N}.\\-]{1,190}\\.[\\p{L}\\p{N}\\-]{2,60}$'
/** As long as an address may be on its way (RFC 5321). */
export const MAIL_ADDRESS_LENGTH = 254

const pattern = new RegExp(MAIL_ADDRESS, 'u')

/** Can a mail be sent there, as far as the address itself says? */
export const isMailAddress = (text: string): boolean =>
  text.length <= MAIL_ADDRESS_LENGTH && pattern.test(text)
