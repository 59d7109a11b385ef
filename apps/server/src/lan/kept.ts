import { mkdir, readFile, rename, writeFile } from 'node:fs/promises'
import { hostname } from 'node:os'
import { join } from 'node:path'
import {
  type Certified,
  isCurrent,
  makeAuthority,
  makeServerCertificate,
  type Names,
} from './certificates.ts'

/** What the server speaks TLS with, and whom phones have to trust for it. */
export interface LanCertificate extends Certified {
  readonly authority: string
}

/** Written aside and moved into place: a start that is cut off leaves no half a key. */
async function write(path: string, text: string): Promise<void> {
  await writeFile(`${path}.new`, text, { mode: 0o600 })
  await rename(`${path}.new`, path)
}

async function read(folder: string, name: string): Promise<Certified | null> {
  try {
    const [key, cert] = await Promise.all(
      ['key', 'crt'].map((ending) => readFile(join(folder, `${name}.${ending}`), 'utf8')),
    )
    return key && cert ? { key, cert } : null
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null
    throw error
  }
}

async function keep(folder: string, name: string, { key, cert }: Certified): Promise<void> {
  await mkdir(folder, { recursive: true, mode: 0o700 })
  await write(join(folder, `${name}.key`), key)
  await write(join(folder, `${name}.crt`), cert)
}

function stillGood(own: Certified | null, authority: Certified, names: Names, now: Date): boolean {
  if (!own) return false
  try {
    return isCurrent(own, authority.cert, names, now)
  } catch {
    // Half written, or no certificate at all: made anew, since nobody trusts this one by itself.
    return false
  }
}

/**
 * The certificate kept in the data folder. The authority is made once, since each phone has to be told of it; the
 * server's own is made anew when its names change or it is about to expire.
 */
export async function lanCertificate(dataDir: string, names: Names, now: Date): Promise<LanCertificate> {
  const folder = join(dataDir, 'tls')
  let authority = await read(folder, 'ca')
  if (!authority) {
    authority = await makeAuthority(`Restow on ${hostname()}`, now)
    await keep(folder, 'ca', authority)
  }
  let own = await read(folder, 'server')
  if (!own || !stillGood(own, authority, names, now)) {
    own = await makeServerCertificate(authority, names, now)
    await keep(folder, 'server', own)
  }
  return { cert: own.cert + authority.cert, key: own.key, authority: authority.cert }
}
