import type { AddedPrintAgent, PrintAgentItem } from '@restow/contracts'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, Tag, TextInput } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { ShownOnce } from '../asking/ShownOnce.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { FormDialog } from '../catalog/FormDialog.tsx'
import { api } from '../shell/api.ts'
import { spanSince } from '../shell/words.ts'

/** Programs that print where the server does not reach. */
export function Agents() {
  const { t } = useTexts()
  const asked = useAsk('print agents', (signal) => api.printAgents(signal))
  const [adding, setAdding] = useState(false)
  const [added, setAdded] = useState<AddedPrintAgent | null>(null)
  const [out, setOut] = useState<PrintAgentItem | null>(null)
  const items = asked.data?.items ?? []
  return (
    <Card
      title={t('agents.title')}
      aside={<Action onClick={() => setAdding(true)}>{t('agents.add')}</Action>}
    >
      <p className="px-3.5 pb-2 text-s text-ink-2">{t('agents.about')}</p>
      {asked.data && items.length === 0 && (
        <p className="px-3.5 pb-3.5 text-s text-ink-2">{t('agents.none')}</p>
      )}
      <ul>
        {items.map((agent) => (
          <Agent key={agent.id} agent={agent} onWithdraw={() => setOut(agent)} />
        ))}
      </ul>
      {adding && (
        <NewAgent
          onAdded={(agent) => {
            setAdding(false)
            setAdded(agent)
            asked.again()
          }}
          onClose={() => setAdding(false)}
        />
      )}
      {added && <Token agent={added} onClose={() => setAdded(null)} />}
      {out && (
        <FormDialog
          title={t('agents.withdrawTitle', { what: out.name })}
          about={t('agents.withdrawAbout')}
          save={() => api.withdrawPrintAgent(out.id)}
          ready
          onDone={() => {
            setOut(null)
            asked.again()
          }}
          onClose={() => setOut(null)}
          act={{ text: t('agents.withdraw'), look: 'danger' }}
        />
      )}
    </Card>
  )
}

function Agent({ agent, onWithdraw }: { agent: PrintAgentItem; onWithdraw: () => void }) {
  const { t } = useTexts()
  const { name, printers, lastSeen, revokedAt, revokedBy } = agent
  return (
    <li className="flex flex-wrap items-center gap-x-3 gap-y-1 border-t border-line-2 px-3.5 py-2 text-s">
      <span className="font-semibold">{name}</span>
      {printers.length > 0 && (
        <span className="text-ink-2">{t('agents.printers', { codes: printers.join(', ') })}</span>
      )}
      <span className="ml-auto flex items-center gap-2 text-ink-2">
        {revokedAt === null ? (
          <>
            {lastSeen === null ? t('agents.silent') : t('agents.heard', { span: spanSince(lastSeen) })}
            <Action aria-label={`${t('agents.withdraw')}: ${name}`} onClick={onWithdraw}>
              {t('agents.withdraw')}
            </Action>
          </>
        ) : (
          <Tag>{t('agents.out', { by: revokedBy ?? '' })}</Tag>
        )}
      </span>
    </li>
  )
}

function NewAgent({ onAdded, onClose }: { onAdded: (agent: AddedPrintAgent) => void; onClose: () => void }) {
  const { t } = useTexts()
  const [name, setName] = useState('')
  return (
    <FormDialog
      title={t('agents.add')}
      about={t('agents.about')}
      save={async () => onAdded(await api.addPrintAgent(name.trim()))}
      ready={name.trim() !== ''}
      onDone={() => {}}
      onClose={onClose}
      act={{ text: t('agents.add'), look: 'primary' }}
    >
      <TextInput
        label={t('printers.field.name')}
        value={name}
        onValue={setName}
        hint={t('agents.nameHint')}
        maxLength={60}
      />
    </FormDialog>
  )
}

function Token({ agent, onClose }: { agent: AddedPrintAgent; onClose: () => void }) {
  const { t } = useTexts()
  const texts = [{ label: t('agents.token'), value: agent.token }]
  return <ShownOnce title={agent.name} about={t('agents.tokenAbout')} texts={texts} onClose={onClose} />
}
