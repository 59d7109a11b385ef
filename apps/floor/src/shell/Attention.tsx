import type { CommandType } from '@restow/domain'
import { Code } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { CircleAlert, CircleCheck } from 'lucide-react'
import { drainNow } from '../outbox/drain.ts'
import { forget, photoArrived, useOutbox } from '../outbox/outbox.store.ts'
import type { Queued, QueuedPhoto } from '../outbox/storage.ts'
import { Press } from '../scanner/Press.tsx'
import { go, parcelPath, unitPath } from './go.ts'
import { Screen } from './Screen.tsx'
import { timeOfDay, titleOf, whyNot, wordOf } from './sentences.ts'

/** What each command is called: by what it would have led to. */
const EVENT_OF: Record<CommandType, string> = {
  ReceiveParcel: 'ParcelReceived',
  ReportParcel: 'ParcelReported',
  RegisterUnit: 'UnitRegistered',
  IdentifyUnit: 'UnitIdentified',
  CloseParcel: 'ParcelClosed',
  ReopenParcel: 'ParcelReopened',
  ClaimParcel: 'ParcelClaimed',
  AttachPhoto: 'PhotoAttached',
  InspectUnit: 'UnitInspected',
  ClassifyUnit: 'UnitClassified',
  PutAwayUnit: 'UnitPutAway',
  MoveUnit: 'UnitMoved',
  HoldUnit: 'UnitHeld',
  ReleaseUnit: 'UnitReleased',
  SplitUnit: 'UnitSplit',
  ReplacePlate: 'PlateReplaced',
  StartRefurbishment: 'RefurbishmentStarted',
  FinishRefurbishment: 'RefurbishmentFinished',
  ApproveScrap: 'ScrapApproved',
  ScrapUnit: 'UnitScrapped',
  DispatchUnit: 'UnitDispatched',
  LoseUnit: 'UnitLost',
  FindUnit: 'UnitFound',
  CountBin: 'UnitFound',
  TakeBack: 'StepTakenBack',
}
const wordFor = (type: CommandType): string => wordOf('event', EVENT_OF[type])

function Refused({ entry }: { entry: Queued }) {
  const { t } = useTexts()
  const { command, refusal, about, by, queuedAt } = entry
  const code = refusal?.code ?? 'malformed'
  const [first = ''] = about
  const path = 'lpn' in command ? unitPath(first, 'story') : parcelPath(first)
  return (
    <li className="rounded-m border border-l-8 border-line border-l-wrong bg-surface p-3">
      <p className="text-s text-ink-2">
        {titleOf(code)} · {wordFor(command.type)} · {timeOfDay(queuedAt)} {t('attention.by', { badge: by })}
      </p>
      {first !== '' && <Code value={first} className="block text-code" />}
      <p className="mt-1 text-l font-semibold">{whyNot(code, refusal?.facts, refusal?.message)}</p>
      <div className="mt-2 grid grid-cols-2 gap-2">
        <Press codes={['DISMISS']} onPress={() => void forget(command.commandId)}>
          {t('attention.dismiss')}
        </Press>
        <Press look="primary" onward codes={['OPEN']} disabled={first === ''} onPress={() => go(path)}>
          {t('attention.open')}
        </Press>
      </div>
    </li>
  )
}

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

/** What the server refused, with what happened and a way out. */
function RefusedList({ commands, photos }: { commands: readonly Queued[]; photos: readonly QueuedPhoto[] }) {
  const { t } = useTexts()
  if (commands.length + photos.length === 0) return null
  return (
    <section>
      <h2 className="mb-2 flex items-center gap-2 text-l font-semibold">
        <CircleAlert aria-hidden size={20} className="text-wrong" />
        {t('attention.refused')}
      </h2>
      <ul className="flex flex-col gap-2">
        {commands.map((entry) => (
          <Refused key={entry.command.commandId} entry={entry} />
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
  const waiting = commands.filter((c) => c.status !== 'rejected')
  const waitingPhotos = photos.filter((p) => !p.refusal)
  const isWaiting = waiting.length + waitingPhotos.length > 0
  const foot = isWaiting && (
    <Press look="primary" codes={['SEND']} onPress={drainNow}>
      {t('attention.sendNow')}
    </Press>
  )
  return (
    <Screen title={t('attention.title')} foot={foot}>
      {commands.length + photos.length === 0 && (
        <div className="m-auto flex flex-col items-center gap-3 text-center text-l text-ink-2">
          <CircleCheck aria-hidden size={48} className="text-resell" />
          {t('attention.none')}
        </div>
      )}
      <RefusedList
        commands={commands.filter((c) => c.status === 'rejected')}
        photos={photos.filter((p) => p.refusal)}
      />
      <WaitingList commands={waiting} photos={waitingPhotos} />
    </Screen>
  )
}
