import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { useState } from 'react'
import { drainNow } from '../outbox/drain.ts'
import { parked } from '../outbox/order.ts'
import { photoArrived, useOutbox } from '../outbox/outbox.store.ts'
import type { Queued, QueuedPhoto } from '../outbox/queued.ts'
import { Press } from '../scanner/Press.tsx'
import { wordFor } from './command-words.ts'
import { DropSheet } from './DropSheet.tsx'
import { RefusedCommand } from './RefusedCommand.tsx'
import { Screen } from './Screen.tsx'
import { SenderProblems } from './SenderProblems.tsx'
import { timeOfDay } from './sentences.ts'

function RefusedPhoto({ photo }: { photo: QueuedPhoto }) {
  const { t } = useTexts()
  return (
    <li className="rounded-m border border-l-8 border-line border-l-wrong bg-surface p-3">
      <p className="text-s text-ink-2">{t('attention.photo')}</p>
      <p className="text-l font-semibold">{photo.refusal}</p>
      <Press className="mt-2 w-full" codes={['DISMISS']} onPress={() => void photoArrived(photo.sha256)}>
        {t('attention.dismiss')}
      </Press>
    </li>
  )
}

function Waiting({ words, code, by, at }: { words: string; code: string; by: string; at: number }) {
  const { t } = useTexts()
  return (
    <li className="flex items-center gap-2 border-t border-line py-2 text-m">
      <Code value={code} className="truncate text-s" />
      <span className="grow truncate text-ink-2">
        {words} {t('attention.by', { badge: by })}
      </span>
      <span className="text-s text-ink-2">{timeOfDay(at)}</span>
    </li>
  )
}

interface RefusedProps {
  commands: readonly Queued[]
  photos: readonly QueuedPhoto[]
  waits: ReadonlyMap<string, Queued>
  onDrop: (entry: Queued) => void
}

/** What the server refused, with what happened and a way out. */
function RefusedList({ commands, photos, waits, onDrop }: RefusedProps) {
  const { t } = useTexts()
  if (commands.length + photos.length === 0) return null
  const waiting = (entry: Queued) => [...waits.values()].filter((cause) => cause === entry).length
  return (
    <section>
      <h2 className="mb-2 flex items-center gap-2 text-l font-semibold">
        <CircleAlert aria-hidden size={20} className="text-wrong" />
        {t('attention.refused')}
      </h2>
      <ul className="flex flex-col gap-2">
        {commands.map((entry) => (
          <RefusedCommand
            key={entry.command.commandId}
            entry={entry}
            waiting={waiting(entry)}
            onDrop={() => onDrop(entry)}
          />
        ))}
        {photos.map((photo) => (
          <RefusedPhoto key={photo.sha256} photo={photo} />
        ))}
      </ul>
    </section>
  )
}

/** What has not been sent yet, oldest first. */
function WaitingList({ commands, photos }: { commands: readonly Queued[]; photos: readonly QueuedPhoto[] }) {
  const { t } = useTexts()
  if (commands.length + photos.length === 0) return null
  const rows = [
    ...commands.map(({ command, about, by, queuedAt }) => ({
      ...{ key: command.commandId, words: wordFor(command.type), code: about[0] ?? '', by, at: queuedAt },
    })),
    ...photos.map(({ sha256, by, queuedAt }) => ({
      ...{ key: sha256, words: t('attention.photo'), code: sha256.slice(0, 8), by, at: queuedAt },
    })),
  ]
  return (
    <section>
      <h2 className="text-l font-semibold">{t('attention.waiting')}</h2>
      <ul>
        {rows.map(({ key, ...row }) => (
          <Waiting key={key} {...row} />
        ))}
      </ul>
    </section>
  )
}

/** What needs the worker, and what needs only time. */
export function Attention() {
  const { t } = useTexts()
  const { commands, photos } = useOutbox()
  const [dropping, setDropping] = useState<Queued | null>(null)
  const waiting = commands.filter((c) => c.status !== 'rejected')
  const waitingPhotos = photos.filter((p) => !p.refusal)
  const isWaiting = waiting.length + waitingPhotos.length > 0
  const foot = isWaiting && (
    <Press look="primary" codes={['SEND']} onPress={drainNow}>
      {t('attention.sendNow')}
    </Press>
  )
  const over = dropping && <DropSheet entry={dropping} onClose={() => setDropping(null)} />
  return (
    <Screen title={t('attention.title')} foot={foot} over={over}>
      {commands.length + photos.length === 0 && (
        <div className="m-auto flex flex-col items-center gap-3 text-center text-l text-ink-2">
          <CircleCheck aria-hidden size={48} className="text-resell" />
          {t('attention.none')}
        </div>
      )}
      <SenderProblems />
      <RefusedList
        commands={commands.filter((c) => c.status === 'rejected')}
        photos={photos.filter((p) => p.refusal)}
        waits={parked(commands)}
        onDrop={setDropping}
      />
      <WaitingList commands={waiting} photos={waitingPhotos} />
    </Screen>
  )
}
