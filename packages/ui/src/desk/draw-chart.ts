import { BarChart, LineChart } from 'echarts/charts'
import { GridComponent } from 'echarts/components'
import { init, use } from 'echarts/core'
import { SVGRenderer } from 'echarts/renderers'
import { type Charted, type ChartLetters, optionOf } from './chart-option.ts'

use([BarChart, LineChart, GridComponent, SVGRenderer])

/** Where its slots are, in CSS pixels of the box: the middle of the first, and from one to the next. */
export interface Places {
  readonly first: number
  readonly pitch: number
}

/** A chart within its box, until it is put away. */
export interface Drawing {
  /** Draws anew, as big as the box is by now. @returns null where there is nothing to point at */
  show(charted: Charted, format: ChartLetters['format']): Places | null
  putAway(): void
}

/** Drawn as SVG: sharp at any size and on paper, and the design's colours change in it without drawing anew. */
export function drawInto(box: HTMLElement): Drawing {
  const chart = init(box, null, { renderer: 'svg', width: box.clientWidth, height: box.clientHeight })
  return {
    show(charted, format) {
      const { fontSize, fontFamily } = getComputedStyle(box)
      const letters = { px: Number.parseFloat(fontSize), family: fontFamily, width: box.clientWidth, format }
      chart.resize({ width: box.clientWidth, height: box.clientHeight })
      chart.setOption(optionOf(charted, letters), { notMerge: true })
      const at = (slot: number) => Number(chart.convertToPixel({ xAxisIndex: 0 }, slot))
      const last = charted.slots.length - 1
      const first = at(0)
      if (last < 0 || !Number.isFinite(first)) return null
      const pitch = last === 0 ? 2 * (box.clientWidth - first) : (at(last) - first) / last
      return { first, pitch }
    },
    putAway: () => chart.dispose(),
  }
}
