import type { ReactNode } from 'react'

export interface Fact {
  readonly name: string
  readonly value: ReactNode
}

/** Names and what they are, under each other; what is not known is left out. */
export function FactList({ facts }: { facts: readonly Fact[] }) {
  const known = facts.filter(({ value }) => value !== null && value !== undefined && value !== '')
  return (
    <dl className="px-3.5 pb-3 text-s">
      {known.map(({ name, value }) => (
        <div key={name} className="flex gap-3 border-t border-line-2 py-1.5 first:border-0">
          <dt className="w-[124px] shrink-0 text-ink-2">{name}</dt>
          <dd className="min-w-0 grow break-words">{value}</dd>
        </div>
      ))}
    </dl>
  )
}
