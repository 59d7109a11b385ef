import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import subsetFont from 'subset-font'
import { LabelFaces } from './words/label-faces.ts'

const require = createRequire(import.meta.url)
/** The faces that a server has. */
export const faces = new LabelFaces(
  [
    require.resolve('@fontsource-variable/inter/unicode.json'),
    require.resolve('@fontsource-variable/noto-sans-sc/unicode.json'),
    require.resolve('@fontsource-variable/noto-sans-kr/unicode.json'),
    require.resolve('@fontsource-variable/noto-sans-arabic/unicode.json'),
    require.resolve('@fontsource-variable/noto-sans-hebrew/unicode.json'),
    require.resolve('@fontsource-variable/noto-sans-thai/unicode.json'),
  ].map(dirname),
  (woff2, characters, weight) =>
    subsetFont(Buffer.from(woff2), characters, { targetFormat: 'truetype', variationAxes: { wght: weight } }),
)
