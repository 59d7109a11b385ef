/** What a build of the app consists of, as its worker knows it. */
export interface Shell {
  /** Another one with every change of any file. */
  readonly version: string
  /** The page itself, and its hash in the form of Subresource Integrity: it names all the others. */
  readonly page: { readonly url: string; readonly integrity: string }
  /** What the app needs to stand up without a server: scripts, style, fonts, languages. */
  readonly files: readonly string[]
  /** What is kept once it was used: the camera's engines, and what draws codes. */
  readonly later: readonly string[]
}

/** Who answers a request: the page or a file of the shell, what is kept after its first use, or the network. */
export type Way = 'page' | 'shell' | 'later' | 'network'

interface Asked {
  readonly method: string
  readonly mode: string
  readonly url: string
}

/** An address with an ending names a file, and is no page of the app. */
const namesFile = (path: string): boolean => /\.([a-z0-9]{2,5}|webmanifest)$/.test(path)

/** Only the app's own pages and files are answered here; the API and the desk never are. */
export function wayOf({ method, mode, url }: Asked, origin: string, shell: Shell): Way {
  const { origin: from, pathname } = new URL(url)
  if (method !== 'GET' || from !== origin || !pathname.startsWith('/floor/')) return 'network'
  if (mode === 'navigate') return namesFile(pathname) ? 'network' : 'page'
  if (shell.files.includes(pathname)) return 'shell'
  return pathname.startsWith('/floor/assets/') ? 'later' : 'network'
}

/** A built file's name without the hash of its content: what it is, whichever build it comes from. */
export const kindOf = (path: string): string => path.replace(/-[\w-]{8}(?=\.\w+$)/, '')
