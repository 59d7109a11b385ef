import type { Engine } from './engine.ts'

const hasWebAssembly = (): boolean => typeof WebAssembly === 'object' && typeof Worker === 'function'

/**
 * The engine that this device can run, loaded on the first use of the camera: in WebAssembly beside the page, or in script
 * where that is not to be had.
 */
export async function openEngine(): Promise<Engine> {
  if (hasWebAssembly()) {
    const { openWorker } = await import('./worker-engine.ts')
    const engine = await openWorker().catch(() => null)
    if (engine) return engine
  }
  const { openFallback } = await import('./fallback-engine.ts')
  return openFallback()
}
