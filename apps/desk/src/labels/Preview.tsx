import { isPassing } from '@restow/client'
import type { LabelTemplate } from '@restow/contracts'
import { GRADES, LABEL_SAMPLES, type LabelSample } from '@restow/domain'
import { classes } from '@restow/ui'
import { useTexts } from '@restow/ui/desk'
import { Action, Card, SelectInput, Tag } from '@restow/ui/desk-parts'
import { useState } from 'react'
import { sentenceOf } from '../asking/Problem.tsx'
import { useAsk } from '../asking/use-ask.ts'
import { api } from '../shell/api.ts'
import { RELABEL_SIZES, type RelabelSize } from './template-words.ts'
import { type Previewed, usePreview } from './use-preview.ts'

/** So many of the seller's own products to choose among; more are no better to look at a label with. */
const OWN = '50'
/** Before the SKU of a seller's own product, so that none is taken for a made-up one. */
const OWN_PREFIX = 'sku:'

/** The made-up products, then the seller's own. */
function useSamples(seller: string): { value: string; text: string }[] {
  const { t } = useTexts()
  const own = useAsk(`products of ${seller}`, (signal) => api.products({ seller, limit: OWN }, signal))
  return [
    ...LABEL_SAMPLES.map((value) => ({ value: value as string, text: t(`labels.sample.${value}`) })),
    ...(own.data?.items ?? []).map(({ sku, title }) => ({
      value: OWN_PREFIX + sku,
      text: `${sku} · ${title}`,
    })),
  ]
}

const sampleOf = (value: string) =>
  value.startsWith(OWN_PREFIX) ? { sku: value.slice(OWN_PREFIX.length) } : { sample: value as LabelSample }

function Picture({ address, problem, loading, again, alt }: Previewed & { alt: string }) {
  const { t } = useTexts()
  const refused = problem !== null
  return (
    <div className="flex flex-col gap-2">
      <div className="grid min-h-[140px] place-items-center rounded-[8px] border border-line bg-ground p-3 sm:p-5">
        {address && !refused && (
          <img
            src={address}
            alt={alt}
            className={classes(
              'h-auto w-full max-w-[720px] rounded-[4px] shadow-[var(--shade)] transition-opacity',
              loading && 'opacity-60',
            )}
          />
        )}
      </div>
      <div role="status" className="min-h-[1.5em] text-s">
        {refused ? (
          <p className="font-semibold text-wrong">{sentenceOf(problem)}</p>
        ) : (
          loading && <p className="text-ink-3">{t('labels.drawing')}</p>
        )}
      </div>
      {refused && isPassing(problem) && (
        <Action className="self-start" onClick={again}>
          {t('problem.again')}
        </Action>
      )}
    </div>
  )
}

/** The label as it would be printed: on which paper, of which product, in which condition. */
export function Preview({
  seller,
  template,
  unsaved,
}: {
  seller: string
  template: LabelTemplate
  unsaved: boolean
}) {
  const { t } = useTexts()
  const [size, setSize] = useState<RelabelSize>('57x32')
  const [sample, setSample] = useState<string>('usual')
  const [grade, setGrade] = useState<(typeof GRADES)[number]>('very_good')
  const samples = useSamples(seller)
  const preview = usePreview(seller, { template, grade, media: { size }, ...sampleOf(sample) })
  const said = samples.find(({ value }) => value === sample)?.text ?? ''
  const alt = t('labels.picture', { sample: said, grade: t(`grade.${grade}`), size: t(`labelSize.${size}`) })
  return (
    <Card title={t('labels.preview')} aside={unsaved && <Tag look="look">{t('labels.unsaved')}</Tag>}>
      <div className="flex flex-col gap-3.5 px-3.5 pb-3.5">
        <Picture {...preview} alt={alt} />
        <div className="grid gap-3 sm:grid-cols-3">
          <SelectInput
            label={t('labels.size')}
            value={size}
            onValue={setSize}
            options={RELABEL_SIZES.map((value) => ({ value, text: t(`labelSize.${value}`) }))}
          />
          <SelectInput label={t('labels.sample')} value={sample} onValue={setSample} options={samples} />
          <SelectInput
            label={t('col.grade')}
            value={grade}
            onValue={setGrade}
            options={GRADES.map((value) => ({ value, text: t(`grade.${value}`) }))}
          />
        </div>
      </div>
    </Card>
  )
}
