import { REJECTIONS } from '@restow/domain'

type Prefixed<T> = { readonly [K in keyof T & string as `why.${K}`]: T[K] }

/** The sentence of each rejection, under `why.`: the English one stands in the domain. */
export const why = Object.fromEntries(
  Object.entries(REJECTIONS).map(([code, sentence]) => [`why.${code}`, sentence]),
) as Prefixed<typeof REJECTIONS>
