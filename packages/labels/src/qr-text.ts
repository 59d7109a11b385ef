import bwipjs from 'bwip-js/node'

/** A QR code of a text in half-block characters, for a terminal; dark on light, with its quiet zone. */
export function qrText(text: string): string {
  const [code] = bwipjs.raw({ bcid: 'qrcode', text, eclevel: 'M' } as never) as unknown as {
    pixs: number[]
    pixx: number
    pixy: number
  }[]
  if (!code) return ''
  const { pixs, pixx, pixy } = code
  const dark = (x: number, y: number): boolean =>
    x >= 0 && y >= 0 && x < pixx && y < pixy && pixs[y * pixx + x] === 1
  const rows: string[] = []
  for (let y = -2; y < pixy + 2; y += 2) {
    let row = ''
    for (let x = -2; x < pixx + 2; x++) {
      const [top, bottom] = [dark(x, y), dark(x, y + 1)]
      row += top ? (bottom ? ' ' : '▄') : bottom ? '▀' : '█'
    }
    rows.push(row)
  }
  return rows.join('\n')
}
