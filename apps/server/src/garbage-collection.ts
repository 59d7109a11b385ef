import { setFlagsFromString } from 'node:v8'

/** V8's own, from Node 20 on. */
export const GC_FLAGS = {
  /** How much the heap may grow from one collection of all of it to the next, in percent. V8 itself comes down to ten where little is kept. */
  'heap-growing-percent': 100,
  /** How soon V8 gives memory back where little is allocated, in ms. */
  'gc-memory-reducer-start-delay-ms': 300_000,
} as const

/**
 * The server sends much and keeps little, which V8 takes for a reason to collect its whole heap every ten or twenty seconds: a tenth of
 * a second of work in several threads, on a computer of two cores, while scans come in. Here it may double first. Decision 038. Said as
 * soon as this is imported, ahead of all else: what V8 has planned by its first collection stays as it was.
 */
for (const [name, value] of Object.entries(GC_FLAGS)) setFlagsFromString(`--${name}=${value}`)
