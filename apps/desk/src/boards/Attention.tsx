import type { BinsBoard } from '@restow/contracts'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Card } from '@restow/ui/desk-parts'
import { CircleAlert, Hand, Package } from 'lucide-react'
import { shortBin, span } from '../shell/words.ts'

type Note = BinsBoard['attention'][number]
const LOOKS = {
  past_target: { icon: CircleAlert, ink: 'text-wrong' },
  overfull: { icon: Package, ink: 'text-wrong' },
  wrong_zone: { icon: Package, ink: 'text-look' },
  full: { icon: Package, ink: 'text-look' },
  waits: { icon: Hand, ink: 'text-hold' },
} as const

function Line({ note, onPick }: { note: Note; onPick: (code: string) => void }) {
  const { t } = useTexts()
  const { icon: Icon, ink } = LOOKS[note.why]
  const words = () => {
    const long = note.seconds === null ? '–' : span(note.seconds)
    if (note.why === 'past_target') return t('attention.past_target', { span: long })
    if (note.why === 'waits') return t('attention.waits', { count: note.units, span: long })
    return t(`attention.${note.why}`)
  }
  return (
    <li className="border-t border-line">
      <button
        type="button"
        onClick={() => onPick(note.bin)}
        className="flex w-full items-center gap-2 px-3.5 py-2 text-left text-s hover:bg-line-2 pointer-coarse:min-h-11"
      >
        <Icon aria-hidden size={15} className={classes('shrink-0', ink)} />
        <span className="min-w-0 truncate" title={words()}>
          <b className={classes('font-mono text-xs', ink)}>{shortBin(note.bin)}</b> {words()}
        </span>
      </button>
    </li>
  )
}

/** The bins that somebody should walk to, worst first. */
export function Attention({ notes, onPick }: { notes: readonly Note[]; onPick: (code: string) => void }) {
  const { t } = useTexts()
  return (
    <Card title={t('bins.attention')}>
      {notes.length === 0 && (
        <p className="border-t border-line px-3.5 py-3 text-s text-ink-2">{t('bins.calm')}</p>
      )}
      <ul aria-label={t('bins.attention')}>
        {notes.map((note) => (
          <Line key={`${note.bin} ${note.why}`} note={note} onPick={onPick} />
        ))}
      </ul>
    </Card>
  )
}
