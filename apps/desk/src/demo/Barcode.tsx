import { Code } from '@restow/ui'
import { useEffect, useState } from 'react'

/** The picture of a code as bars, once the encoder has been fetched. */
function usePicture(code: string): string | null {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    const draw = async () => {
      const { toSVG } = await import('bwip-js/browser')
      const svg = toSVG({
        bcid: 'code128',
        text: code,
        height: 12,
        paddingwidth: 6,
        paddingheight: 3,
        backgroundcolor: 'FFFFFF',
      })
      if (!left) setPicture(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
    }
    draw().catch(() => setPicture(null))
    return () => {
      left = true
    }
  }, [code])
  return picture
}

/** One code to scan: its bars on white whatever the theme, and what it is. */
export function Barcode({ code, label }: { code: string; label: string }) {
  const picture = usePicture(code)
  return (
    <figure className="overflow-hidden rounded-m border border-line">
      <div className="grid h-[84px] place-items-center bg-white p-1">
        {picture && <img src={picture} alt={code} className="h-[76px] w-full object-contain" />}
      </div>
      <figcaption className="border-t border-line px-2.5 py-1.5 text-xs">
        <Code value={code} />
        <span className="block truncate text-ink-2" title={label}>
          {label}
        </span>
      </figcaption>
    </figure>
  )
}
