import { createHash } from 'node:crypto'
import { mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

const SKIPPED = new Set(['node_modules', 'dist', '.restow', '.git'])

/** A hash that changes when a file below these paths comes, goes or changes (by size and time: contents cost too long). */
export function fingerprintOfTimes(root, paths, skip = () => false) {
  const hash = createHash('sha256').update(process.version)
  const visit = (path) => {
    const stat = statSync(join(root, path), { throwIfNoEntry: false })
    if (stat?.isDirectory()) {
      for (const name of readdirSync(join(root, path)).sort()) if (!SKIPPED.has(name)) visit(join(path, name))
    } else if (stat !== undefined && !skip(path)) hash.update(`${path}\0${stat.size}\0${stat.mtimeMs}\n`)
  }
  for (const path of paths) visit(path)
  return hash.digest('hex')
}

/** A hash of the contents of a few files; one that is missing counts as empty. */
export function fingerprintOfContents(root, paths) {
  const hash = createHash('sha256').update(`${process.platform} ${process.arch}`)
  for (const path of paths) hash.update(`${path}\0`).update(readOr(join(root, path), ''))
  return hash.digest('hex')
}

/** Whether this was the fingerprint when the stamp was last set. */
export function isStamped(file, fingerprint) {
  return readOr(file, '') === fingerprint
}

/** Remembers a fingerprint. */
export function stamp(file, fingerprint) {
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, fingerprint)
}

function readOr(file, otherwise) {
  try {
    return readFileSync(file, 'utf8')
  } catch {
    return otherwise
  }
}
