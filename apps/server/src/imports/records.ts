/**
 * A file of announced returns, cut into records. Cut here rather than by a CSV library, since one bad line
 * must cost that line alone: a quote that never closes swallows the rest of the file elsewhere.
 */

export interface FileRecord {
  /** The physical line that it begins on; the header is line 1. */
  readonly line: number
  readonly fields: readonly string[]
}
export interface BadRecord {
  readonly line: number
  readonly code: 'not_utf8' | 'quote_unclosed' | 'line_too_long' | 'not_storable'
}

const MAX_LINE_BYTES = 64 * 1024
/** A quoted field may run over so many lines; one that runs further was never closed. */
const MAX_LINES_OF_A_RECORD = 50

interface Line {
  readonly number: number
  /** Null where it cannot be read. */
  readonly text: string | null
  readonly code: BadRecord['code'] | null
}

/** Cuts bytes at line feeds; never holds more than one line. */
async function* cutLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<{ bytes: Buffer; tooLong: boolean }> {
  let parts: Buffer[] = []
  let length = 0
  let tooLong = false
  const add = (part: Buffer) => {
    length += part.length
    if (length > MAX_LINE_BYTES) tooLong = true
    if (tooLong) parts = []
    else parts.push(part)
  }
  for await (const chunk of chunks) {
    let from = 0
    for (let at = chunk.indexOf(10); at >= 0; at = chunk.indexOf(10, from)) {
      add(chunk.subarray(from, at))
      yield { bytes: Buffer.concat(parts), tooLong }
      parts = []
      length = 0
      tooLong = false
      from = at + 1
    }
    add(chunk.subarray(from))
  }
  if (length > 0) yield { bytes: Buffer.concat(parts), tooLong }
}

async function* readLines(chunks: AsyncIterable<Buffer>): AsyncGenerator<Line> {
  const decoder = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })
  let number = 0
  for await (const { bytes, tooLong } of cutLines(chunks)) {
    number++
    if (tooLong) {
      yield { number, text: null, code: 'line_too_long' }
      continue
    }
    let text: string
    try {
      text = decoder.decode(bytes)
    } catch {
      yield { number, text: null, code: 'not_utf8' }
      continue
    }
    if (number === 1) text = text.replace(/^\uFEFF/, '')
    text = text.replace(/\r$/, '')
    yield text.includes('\0') ? { number, text: null, code: 'not_storable' } : { number, text, code: null }
  }
}

/** A tab-separated line, as Amazon writes it: quotes are letters, unless they enclose a whole field. */
function tabFields(text: string): string[] | null {
  const fields: string[] = []
  for (const field of text.split('\t')) {
    if (!field.startsWith('"')) fields.push(field)
    else if (field.length > 1 && field.endsWith('"')) fields.push(field.slice(1, -1).replaceAll('""', '"'))
    else if (field.indexOf('"', 1) > 0) fields.push(field)
    else return null
  }
  return fields
}

/**
 * A comma-separated line (RFC 4180).
 * @returns its fields; `open` where a quote is not closed yet, `broken` where no line behind it can mend it
 */
function commaFields(text: string, separator: ',' | ';'): string[] | 'open' | 'broken' {
  const fields: string[] = []
  let at = 0
  for (;;) {
    if (text[at] === '"') {
      let end = at + 1
      while (end < text.length && !(text[end] === '"' && text[end + 1] !== '"'))
        end += text[end] === '"' ? 2 : 1
      if (end >= text.length) return 'open'
      const after = text[end + 1]
      if (after !== undefined && after !== separator) return 'broken'
      fields.push(text.slice(at + 1, end).replaceAll('""', '"'))
      at = end + 1
    } else {
      const next = text.indexOf(separator, at)
      const end = next < 0 ? text.length : next
      fields.push(text.slice(at, end))
      at = end
    }
    if (at >= text.length) return fields
    at++
  }
}

const isBlank = (text: string): boolean => text.trim() === ''

/** Records of a tab-separated file. */
export async function* tabRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileRecord | BadRecord> {
  for await (const { number: line, text, code } of readLines(chunks)) {
    if (code) yield { line, code }
    else if (text !== null && !isBlank(text)) {
      const fields = tabFields(text)
      yield fields ? { line, fields } : { line, code: 'quote_unclosed' }
    }
  }
}

/** Records of a comma- or semicolon-separated file; a quoted field may hold line ends. */
export async function* commaRecords(chunks: AsyncIterable<Buffer>): AsyncGenerator<FileRecord | BadRecord> {
  const held: Line[] = []
  let separator: ',' | ';' | null = null
  let width: number | null = null
  // Each line is joined to the first one once: where all of them open quotes, joining anew would be a day's work.
  let text = ''
  let joined = 0
  const drop = (lines: number) => {
    held.splice(0, lines)
    text = ''
    joined = 0
  }

  /** Joins what is held until the first line's quotes are closed. */
  const join = (): string[] | 'open' | 'broken' => {
    while (joined < Math.min(held.length, MAX_LINES_OF_A_RECORD)) {
      const line = held[joined]?.text ?? null
      if (line === null) return 'broken'
      text += joined === 0 ? line : `\n${line}`
      joined++
      // What holds no quote closes none.
      if (joined > 1 && !line.includes('"')) continue
      const fields = commaFields(text, separator ?? ',')
      if (fields === 'open') continue
      // Quotes that close on a later line by chance, at an inch mark there, make a record of another width.
      return fields !== 'broken' && joined > 1 && width !== null && fields.length !== width
        ? 'broken'
        : fields
    }
    return 'open'
  }

  /** The first record of what is held; null while more lines may close its quote. */
  const next = (isLast: boolean): FileRecord | BadRecord | null | undefined => {
    const first = held[0]
    if (!first) return undefined
    const line = first.number
    if (first.code || isBlank(first.text ?? '')) {
      drop(1)
      return first.code ? { line, code: first.code } : undefined
    }
    separator ??= (first.text ?? '').split(';').length > (first.text ?? '').split(',').length ? ';' : ','
    const fields = join()
    if (typeof fields === 'object') {
      width ??= fields.length
      drop(joined)
      return { line, fields }
    }
    if (fields === 'open' && !isLast && joined < MAX_LINES_OF_A_RECORD) return null
    drop(1)
    return { line, code: 'quote_unclosed' }
  }

  for await (const line of readLines(chunks)) {
    held.push(line)
    while (held.length > 0) {
      const record = next(false)
      if (record === null) break
      if (record) yield record
    }
  }
  while (held.length > 0) {
    const record = next(true)
    if (record) yield record
  }
}
