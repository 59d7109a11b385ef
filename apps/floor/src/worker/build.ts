import type { Plugin, Rolldown } from 'vite'
import type { Shell } from './shell.ts'

type File = Rolldown.OutputChunk | Rolldown.OutputAsset

const NAME = 'sw.js'
/** Loaded at first use and kept from then on: together they weigh more than all the rest. */
const LATER = /zxing|engine|decode\.worker|bwip/

const contentOf = (file: File): string | Uint8Array<ArrayBuffer> =>
  file.type === 'chunk' ? file.code : (file.source as string | Uint8Array<ArrayBuffer>)

async function sha256(text: string | Uint8Array<ArrayBuffer>): Promise<Uint8Array> {
  const bytes = typeof text === 'string' ? new TextEncoder().encode(text) : text
  return new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))
}

const base64 = (bytes: Uint8Array): string => btoa(String.fromCharCode(...bytes))

/** What a build consists of, by the names and contents of its files. */
async function shellOf(files: readonly File[], base: string): Promise<Shell> {
  const page = files.find((file) => file.fileName === 'index.html')
  if (!page) throw new Error('The build has no index.html')
  const paths = files
    .filter((file) => file !== page && file.fileName !== NAME)
    .map((file) => `${base}${file.fileName}`)
    .sort()
  const integrity = `sha256-${base64(await sha256(contentOf(page)))}`
  const hash = await sha256([integrity, ...paths].join('\n'))
  return {
    version: [...hash.slice(0, 6)].map((byte) => byte.toString(16).padStart(2, '0')).join(''),
    page: { url: `${base}index.html`, integrity },
    files: paths.filter((path) => !LATER.test(path)),
    later: paths.filter((path) => LATER.test(path)),
  }
}

/**
 * Builds the service worker beside the app and tells it what the build consists of. All built files but the page have
 * the hash of their content in their names, so that the names tell everything.
 */
export function shellWorker(): Plugin {
  let base = '/'
  return {
    name: 'restow-shell-worker',
    apply: 'build',
    config: () => ({
      build: {
        rollupOptions: {
          input: { index: 'index.html', sw: 'src/worker/worker.ts' },
          output: {
            entryFileNames: ({ name }) => (name === 'sw' ? NAME : 'assets/[name]-[hash].js'),
          },
        },
      },
    }),
    configResolved: (config) => {
      base = config.base
    },
    generateBundle: {
      order: 'post',
      async handler(_, bundle) {
        const worker = bundle[NAME]
        if (worker?.type !== 'chunk') throw new Error('The build has no worker')
        if (worker.imports.length > 0) throw new Error('The worker has to be one file')
        const shell = await shellOf(Object.values(bundle), base)
        worker.code = worker.code.replace('__SHELL__', () => JSON.stringify(shell))
      },
    },
  }
}
