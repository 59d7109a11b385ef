import { TRIGGER_TEST } from '@restow/barcodes'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/floor'
import { unwrapped } from '../scanner/capture.ts'
import { type TriggerSettings, useTrigger } from '../scanner/trigger.store.ts'
import { difference, isAbout, type Piece } from './difference.ts'
import type { Heard } from './heard.ts'
import { visible } from './signs.ts'

/** What the app reads out of a scan, by what is set for this device; keys that type nothing stay as they are. */
function readOf({ signs }: Heard, settings: TriggerSettings): string[] {
  const asText = signs.map((sign) =>
    'text' in sign || settings.standInKeys.includes(sign.key)
      ? 'text' in sign
        ? sign.text
        : '\u001d'
      : null,
  )
  if (!asText.includes(null)) return [...unwrapped(asText.join(''), settings)]
  return signs.map((sign) => ('text' in sign ? sign.text : sign.key))
}

const LOOKS: Record<Piece['kind'], string> = {
  same: '',
  lost: 'bg-refurbish-soft text-refurbish line-through',
  extra: 'bg-scrap-soft text-scrap underline',
}

function Signs({ pieces }: { pieces: readonly Piece[] }) {
  const { t } = useTexts()
  return (
    <section
      aria-label={t('trigger.signs')}
      className="rounded-m border border-line bg-raised p-2 font-mono text-l leading-relaxed break-all"
    >
      {pieces.map(({ kind, sign }, i) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: signs have nothing but their place
        <span key={i} className={classes(LOOKS[kind], sign < ' ' && 'text-accent')}>
          {visible(sign)}
        </span>
      ))}
    </section>
  )
}

function Judgement({ pieces }: { pieces: readonly Piece[] }) {
  const { t } = useTexts()
  const count = (kind: Piece['kind']) => pieces.filter((piece) => piece.kind === kind).length
  const [lost, extra] = [count('lost'), count('extra')]
  const isRight = lost + extra === 0
  return (
    <p className={classes('text-l font-semibold', isRight ? 'text-resell' : 'text-wrong')}>
      {isRight ? t('trigger.whole', { count: pieces.length }) : t('trigger.differs', { lost, extra })}
    </p>
  )
}

/** The last scan: by which way it came, how it ended, how fast, and what of it arrived. */
export function Arrived({ heard }: { heard: Heard }) {
  const { t } = useTexts()
  const settings = useTrigger()
  const { way, suffix, pace } = heard
  const read = readOf(heard, settings)
  const compared = difference(TRIGGER_TEST, read)
  const isTest = isAbout(compared, TRIGGER_TEST)
  const pieces = isTest ? compared : read.map((sign): Piece => ({ kind: 'same', sign }))
  return (
    <div role="status" className="flex flex-col gap-2">
      {isTest && <Judgement pieces={pieces} />}
      {!isTest && <p className="text-l font-semibold">{t('trigger.other', { count: read.length })}</p>}
      <p className="text-m text-ink-2">
        {[
          t(`trigger.way.${way}`),
          t(`trigger.suffix.${suffix}`),
          pace !== null && t('trigger.pace', { ms: pace < 10 ? pace.toFixed(1) : Math.round(pace) }),
        ]
          .filter(Boolean)
          .join(' · ')}
      </p>
      <Signs pieces={pieces} />
    </div>
  )
}
