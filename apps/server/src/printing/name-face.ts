import { createRequire } from 'node:module'
import { dirname } from 'node:path'
import { NameFace } from '@restow/labels'

/** The faces that names are printed in: letters by Inter, as on the screens, all else by Noto. */
export function openNameFace(): NameFace {
  const require = createRequire(import.meta.url)
  return new NameFace([
    dirname(require.resolve('@fontsource-variable/inter/unicode.json')),
    dirname(require.resolve('@fontsource-variable/noto-sans-sc/unicode.json')),
  ])
}
