import { useEffect, useState } from 'react'

/** A text as a QR code, black on white whatever the theme, once the encoder has been fetched. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const [picture, setPicture] = useState<string | null>(null)
  useEffect(() => {
    let left = false
    const draw = async () => {
      const { toSVG } = await import('bwip-js/browser')
      const svg = toSVG({ bcid: 'qrcode', text, padding: 4, backgroundcolor: 'FFFFFF' })
      if (!left) setPicture(`data:image/svg+xml;utf8,${encodeURIComponent(svg)}`)
    }
    draw().catch(() => setPicture(null))
    return () => {
      left = true
    }
  }, [text])
  return (
    <div className="mx-auto grid size-[min(280px,70vw)] place-items-center rounded-m border border-line bg-white p-2">
      {picture && <img src={picture} alt={label} className="size-full" />}
    </div>
  )
}
