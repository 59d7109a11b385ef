import { reportAddress } from '@restow/client'
import { useTexts } from '@restow/ui/desk'
import { Action, ActionLink } from '@restow/ui/desk-parts'
import { CalendarRange, Terminal } from 'lucide-react'
import { useState } from 'react'
import { CurlDialog } from './CurlDialog.tsx'
import { FILES, fileName } from './files.ts'
import { RangeDialog } from './RangeDialog.tsx'

/** The day's report as a file, several days as one, and how a script gets them. */
export function Downloads({ seller, date }: { seller: string; date: string }) {
  const { t } = useTexts()
  const [shown, setShown] = useState<'range' | 'curl' | null>(null)
  const close = () => setShown(null)
  return (
    <>
      <div className="flex w-full flex-wrap gap-1.5 sm:w-auto">
        {FILES.map((format) => (
          <ActionLink
            key={format}
            className="grow px-2"
            href={reportAddress({ seller, date, format })}
            download={fileName(seller, { from: date, to: date }, format)}
            aria-label={t('files.download', { format: t(`files.${format}`) })}
          >
            {t(`files.${format}`)}
          </ActionLink>
        ))}
      </div>
      <div className="flex w-full flex-wrap gap-1.5 sm:w-auto">
        <Action
          className="grow"
          onClick={() => setShown('range')}
          icon={<CalendarRange aria-hidden size={15} />}
        >
          {t('files.several')}
        </Action>
        <Action
          look="primary"
          className="grow"
          onClick={() => setShown('curl')}
          icon={<Terminal aria-hidden size={15} />}
        >
          {t('files.curl')}
        </Action>
      </div>
      {shown === 'range' && <RangeDialog seller={seller} date={date} onClose={close} />}
      {shown === 'curl' && <CurlDialog seller={seller} date={date} onClose={close} />}
    </>
  )
}
