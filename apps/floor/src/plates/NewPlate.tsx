import type { UnitView } from '@restow/contracts'
import { isLpn } from '@restow/domain'
import { useTexts } from '@restow/ui/floor'
import { Printer, ScanBarcode } from 'lucide-react'
import { useState } from 'react'
import { printPlates } from '../register/register.ts'
import { useScans } from '../scanner/bus.ts'
import { Press } from '../scanner/Press.tsx'

interface Props {
  unit: UnitView
  onPlate: (lpn: string) => void
}

/** Asks for a new plate: off the roll or printed. */
export function NewPlate({ unit, onPlate }: Props) {
  const { t } = useTexts()
  const [busy, setBusy] = useState(false)
  useScans(({ reading }) => {
    const lpn = reading.lpn?.lpn
    if (lpn === undefined || lpn === unit.lpn || !isLpn(lpn)) return false
    onPlate(lpn)
    return true
  })
  const print = async () => {
    setBusy(true)
    const [lpn] = await printPlates(1, 'now')
    setBusy(false)
    if (lpn !== undefined) onPlate(lpn)
  }
  return (
    <>
      <div className="flex flex-col items-center gap-1 rounded-m border-2 border-dashed border-line bg-surface p-4 text-center">
        <ScanBarcode aria-hidden size={32} className="text-accent" />
        <p className="text-xl leading-tight font-[650]">{t('plate.scanNew')}</p>
      </div>
      <Press
        look="primary"
        icon={<Printer aria-hidden size={20} />}
        codes={['PRINT']}
        disabled={busy}
        onPress={() => void print()}
      >
        {t('register.print')}
      </Press>
    </>
  )
}
