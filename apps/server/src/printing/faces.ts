import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { LabelFaces } from '@restow/labels'

let opened: LabelFaces | null = null

/** The faces of this process: what was read or made bold once is there for whoever prints. */
export function labelFaces(): LabelFaces {
  opened ??= openFaces()
  return opened
}

/** The faces that labels are printed in: letters by Inter, as on the screens, all else by Noto. Who comes first is asked first. */
function openFaces(): LabelFaces {
  const require = createRequire(import.meta.url)
  return new LabelFaces(
    [
      require.resolve('@fontsource-variable/inter/unicode.json'),
      require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
      require.resolve('@fontsource-variable/noto-sans-kr/unicode.json'),
      require.resolve('@fontsource-variable/noto-sans-arabic/unicode.json'),
      require.resolve('@fontsource-variable/noto-sans-hebrew/unicode.json'),
      require.resolve('@fontsource-variable/noto-sans-thai/unicode.json'),
    ].map(dirname),
    async (woff2, characters, weight) => {
      // Only who has such words to print waits for the maker of faces.
      const { default: subsetFont } = await import('subset-font')
      const options = { targetFormat: 'truetype', variationAxes: { wght: weight } } as const
      return subsetFont(Buffer.from(woff2), characters, options)
    },
  )
}
