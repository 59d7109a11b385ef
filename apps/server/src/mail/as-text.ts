import type { Told } from './letter.ts'
import { oneLine } from './one-line.ts'

/** The mail as plain text. */
export function asText(told: Told): string {
  const { heading, about, lines, table, waiting, act, notes, why, stop } = told
  const rows = table?.rows.map(
    ({ name, units, pieces, value, recovered }) =>
      `${name}: ${table.head[1]} ${units}, ${table.head[2]} ${pieces}, ${table.head[3]} ${value}, ${table.head[4]} ${recovered}`,
  )
  const asked = waiting?.units.flatMap(({ lpn, title, question, link }) => [
    `- ${oneLine(`${lpn} ${title ?? ''}`)}`,
    ...(question ? [`  ${oneLine(question)}`] : []),
    `  ${link}`,
  ])
  const blocks = [
    [heading, about],
    rows,
    lines,
    waiting && [waiting.title, ...(asked ?? []), waiting.more, `${waiting.act.text}: ${waiting.act.to}`],
    act && [`${act.text}: ${act.to}`],
    notes,
    ['--', why, `${stop.text}: ${stop.to}`],
  ]
  return blocks
    .map((block) => (block ?? []).filter((line) => line).join('\n'))
    .filter((block) => block !== '')
    .join('\n\n')
}
