import { create } from 'zustand'

/** Right, wrong, or look at the screen: each sounds and feels its own way. */
export type Tone = 'right' | 'wrong' | 'look'

interface Note {
  hz: number
  from: number
  ms: number
  shape: OscillatorType
}

const SOUNDS: Record<Tone, readonly Note[]> = {
  right: [
    { hz: 1046, from: 0, ms: 60, shape: 'sine' },
    { hz: 1568, from: 65, ms: 90, shape: 'sine' },
  ],
  wrong: [
    { hz: 196, from: 0, ms: 180, shape: 'square' },
    { hz: 147, from: 220, ms: 320, shape: 'square' },
  ],
  look: [
    { hz: 660, from: 0, ms: 90, shape: 'triangle' },
    { hz: 660, from: 150, ms: 90, shape: 'triangle' },
  ],
}
const BUZZES: Record<Tone, number[]> = { right: [35], wrong: [180, 80, 180], look: [60, 60, 60] }
const LOUDNESS = 0.25
const KEPT_AS = 'restow.sound'

/** Sound may be switched off, on this device; what is felt and seen stays. */
export const useSound = create<{ on: boolean; choose: (on: boolean) => void }>((set) => ({
  on: globalThis.localStorage?.getItem(KEPT_AS) !== 'off',
  choose: (on) => {
    localStorage.setItem(KEPT_AS, on ? 'on' : 'off')
    set({ on })
  },
}))

let audio: AudioContext | null = null

function awake(): AudioContext {
  audio ??= new AudioContext()
  if (audio.state === 'suspended') void audio.resume()
  return audio
}

/**
 * Browsers let a page sound only once somebody has touched it, and some only while they do: the first tap or key wakes
 * the sound, for scans that come later by the camera and touch nothing.
 */
export function wakeSoundAtFirstTouch(): void {
  if (typeof AudioContext === 'undefined') return
  const touches = ['keydown', 'click', 'touchend']
  const touched = () => {
    if (useSound.getState().on) awake()
    for (const touch of touches) removeEventListener(touch, touched, { capture: true })
  }
  for (const touch of touches) addEventListener(touch, touched, { capture: true, passive: true })
}

function play(tone: Tone): void {
  const audio = awake()
  for (const { hz, from, ms, shape } of SOUNDS[tone]) {
    const start = audio.currentTime + from / 1000
    const end = start + ms / 1000
    const gain = audio.createGain()
    gain.gain.setValueAtTime(LOUDNESS, start)
    gain.gain.exponentialRampToValueAtTime(0.001, end)
    const voice = new OscillatorNode(audio, { type: shape, frequency: hz })
    voice.connect(gain).connect(audio.destination)
    voice.start(start)
    voice.stop(end)
  }
}

/** Lets a verdict be heard and felt. A device that can do neither still shows it. */
export function feel(tone: Tone): void {
  navigator.vibrate?.(BUZZES[tone])
  if (!useSound.getState().on || typeof AudioContext === 'undefined') return
  play(tone)
}
