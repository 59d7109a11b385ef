/** Keeps something as the last of what is kept; where that is more than `most`, what was kept so longest ago is let go of. */
export function keepLast<K, V>(kept: Map<K, V>, most: number, key: K, value: V): void {
  kept.delete(key)
  kept.set(key, value)
  const [oldest] = kept.keys()
  if (kept.size > most && oldest !== undefined) kept.delete(oldest)
}
