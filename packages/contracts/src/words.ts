import { type TLiteral, type TUnion, Type } from 'typebox'

/** A schema of one of a closed list of the domain; the list stands there once. */
export function oneOf<const L extends readonly string[]>(
  list: L,
): TUnion<{ -readonly [K in keyof L]: TLiteral<L[K]> }> {
  return Type.Union(list.map((word) => Type.Literal(word))) as never
}

/**
 * Text as people and scanners produce it: control characters are kept (a label holds group separators), but
 * neither NUL nor half a surrogate pair, which PostgreSQL and UTF-8 cannot hold.
 */
const STORABLE = '^[^\\u0000\\uD800-\\uDFFF]*$'
export const text = (maxLength: number, minLength = 1) =>
  Type.String({ minLength, maxLength, pattern: STORABLE })

/** What people call something: one line that is not blank. */
export const Called = Type.String({ ...text(60), pattern: '^(?=.*\\S)[^\\u0000-\\u001f\\uD800-\\uDFFF]*$' })

export const Lpn = text(64)
export const RawScan = text(300)
export const BinCode = text(64)
/** ISO 8601 with a time zone; up to nanoseconds. */
export const Instant = Type.String({
  pattern:
    '^\\d{4}-(0[1-9]|1[0-2])-(0[1-9]|[12]\\d|3[01])T([01]\\d|2[0-3]):[0-5]\\d(:[0-5]\\d(\\.\\d{1,9})?)?(Z|[+-]([01]\\d|2[0-3]):[0-5]\\d)$',
})
export const Sha256 = Type.String({ pattern: '^[0-9a-f]{64}$' })
export const UuidV7 = Type.String({
  pattern: '^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$',
})
export const Code = Type.String({ pattern: '^[a-z][a-z0-9_]{0,31}$' })
export const Quantity = Type.Integer({ minimum: 1, maximum: 1_000_000 })
