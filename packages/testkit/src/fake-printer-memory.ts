/** What a fake printer has in it: labels that wait, paper, and what came out. */

interface State {
  paper: number
  headOpen: boolean
  paused: boolean
  unplugged: boolean
}

const bit = (is: boolean): string => (is ? '1' : '0')

export class FakeMemory {
  readonly printed: string[] = []
  readonly #labelMs: number
  readonly #waiting: { text: string; left: number }[] = []
  readonly #state: State = {
    paper: Number.POSITIVE_INFINITY,
    headOpen: false,
    paused: false,
    unplugged: false,
  }
  #timer: NodeJS.Timeout | null = null
  /** Nothing has come in yet since it was asked last. */
  isFresh = true

  constructor(labelMs: number) {
    this.#labelMs = labelMs
  }

  take(text: string, copies: number): void {
    this.isFresh = false
    this.#waiting.push({ text, left: copies })
    this.#goOn()
  }

  set(change: Partial<State>): void {
    Object.assign(this.#state, change)
    this.#goOn()
  }

  load(labels: number): void {
    this.set({ paper: labels })
  }

  halt(unplugged: boolean): void {
    this.set({ unplugged })
  }

  forget(): void {
    this.#waiting.length = 0
  }

  get #canPrint(): boolean {
    const { paper, headOpen, paused, unplugged } = this.#state
    return paper > 0 && !headOpen && !paused && !unplugged && this.#waiting.length > 0
  }

  #goOn(): void {
    if (this.#labelMs === 0) while (this.#canPrint) this.#printOne()
    else if (!this.#timer && this.#canPrint)
      this.#timer = setTimeout(() => {
        this.#timer = null
        if (this.#canPrint) this.#printOne()
        this.#goOn()
      }, this.#labelMs)
  }

  #printOne(): void {
    const [label] = this.#waiting
    if (!label) return
    this.printed.push(label.text)
    this.#state.paper -= 1
    label.left -= 1
    if (label.left === 0) this.#waiting.shift()
  }

  /** The answer to `~HS`. */
  status(partial: boolean): string {
    this.isFresh = true
    const { paper, headOpen, paused } = this.#state
    const [now, ...behind] = this.#waiting
    const formats = String(behind.length).padStart(3, '0')
    const left = String(now?.left ?? 0).padStart(8, '0')
    const lines = [
      `030,${bit(paper <= 0)},${bit(paused)},1245,${formats},0,0,${bit(partial)},000,0,0,0`,
      `001,0,${bit(headOpen)},0,1,2,6,0,${left},1,000`,
      '1234,0',
    ]
    return lines.map((line) => `\u0002${line}\u0003\r\n`).join('')
  }
}
