/** The names of the places in a text: `{count} of {all}` has `count` and `all`. */
export type Places<Text extends string> = Text extends `${string}{${infer Name}}${infer Rest}`
  ? Name | Places<Rest>
  : never

export type Facts = Readonly<Record<string, string | number>>

/** The text with its places filled. A place without a fact stays visible as `?`. */
export function fill(text: string, facts: Facts = {}): string {
  return text.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? '?'))
}

/** The names of a text's places, sorted; for comparing a translation with its original. */
export function placesOf(text: string): string[] {
  return [...new Set([...text.matchAll(/\{(\w+)\}/g)].map((match) => match[1] ?? ''))].sort()
}
