import type { ApiKeyItem } from '@restow/contracts'
import { Code } from '@restow/ui'
import { tell } from '@restow/ui/desk'
import { Action, type Column, Tag } from '@restow/ui/desk-parts'
import { dayAndTime, spanSince } from '../shell/words.ts'

export interface Deeds {
  readonly replace: (key: ApiKeyItem) => void
  readonly revoke: (key: ApiKeyItem) => void
}

function State({ of: { revokedAt, revokedBy, replaces } }: { of: ApiKeyItem }) {
  if (revokedAt !== null) return <Tag>{tell('keys.revokedBy', { who: revokedBy ?? '' })}</Tag>
  return (
    <span className="flex flex-wrap items-center gap-x-2">
      <Tag look="right">{tell('keys.open')}</Tag>
      {replaces !== null && <span className="text-ink-2">{tell('keys.replaces', { key: replaces })}</span>}
    </span>
  )
}

function Acts({ of: key, deeds }: { of: ApiKeyItem; deeds: Deeds }) {
  if (key.revokedAt !== null) return null
  const about = (act: string) => `${act}: ${key.name} ${key.key}`
  return (
    <span className="flex flex-wrap gap-1.5 md:flex-nowrap md:justify-end">
      <Action aria-label={about(tell('keys.replace'))} onClick={() => deeds.replace(key)}>
        {tell('keys.replace')}
      </Action>
      <Action aria-label={about(tell('keys.revoke'))} onClick={() => deeds.revoke(key)}>
        {tell('keys.revoke')}
      </Action>
    </span>
  )
}

const Scopes = ({ of: { scopes } }: { of: ApiKeyItem }) => (
  <span className="flex flex-wrap gap-1 py-1">
    {scopes.map((scope) => (
      <Tag key={scope}>{tell(`keys.scope.${scope}`)}</Tag>
    ))}
  </span>
)

const usedSaid = ({ lastUsedAt }: ApiKeyItem) =>
  lastUsedAt === null ? tell('keys.never') : spanSince(lastUsedAt)

/** A key on a phone: whole, with what is done with it in reach. */
export const narrowKey = (deeds: Deeds) => (key: ApiKeyItem) => (
  <div className="flex flex-col gap-1.5">
    <span className="text-s font-semibold [overflow-wrap:anywhere]">{key.name}</span>
    <span className="flex flex-wrap items-center gap-x-2 gap-y-1">
      <Code value={key.key} className="text-xs" />
      <State of={key} />
    </span>
    <Scopes of={key} />
    <span className="text-ink-2">
      {tell('keys.used')} · {usedSaid(key)}
    </span>
    <Acts of={key} deeds={deeds} />
  </div>
)

/** Reads the texts of the language at hand: build it anew at each drawing. */
export const keyColumns = (deeds: Deeds): Column<ApiKeyItem>[] => [
  {
    key: 'name',
    head: tell('keys.name'),
    cell: ({ name }) => <span className="font-semibold">{name}</span>,
    title: ({ name }) => name,
    max: 140,
    grows: true,
  },
  { key: 'key', head: tell('keys.key'), cell: ({ key }) => <Code value={key} className="text-xs" /> },
  {
    key: 'scopes',
    head: tell('keys.scopes'),
    cell: (key) => <Scopes of={key} />,
    from: 'sm',
  },
  {
    key: 'made',
    head: tell('keys.made'),
    cell: ({ madeAt, madeBy }) => tell('keys.madeBy', { when: dayAndTime(madeAt), who: madeBy }),
    from: 'xl',
  },
  {
    key: 'used',
    head: tell('keys.used'),
    cell: usedSaid,
    from: 'md',
  },
  { key: 'state', head: tell('keys.state'), cell: (key) => <State of={key} /> },
  {
    key: 'acts',
    head: tell('keys.acts'),
    cell: (key) => <Acts of={key} deeds={deeds} />,
    align: 'right',
  },
]
