import type { Disposition } from '@restow/domain'
import type { DecisionRow, Link, Told } from './letter.ts'
import { oneLine } from './one-line.ts'

/** The mail as HTML, as mail programs of any age show it: tables, styles on each element, nothing fetched from anywhere. */

const ENTITIES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
}
/** Text as it is read, whatever stands in it. */
export const escaped = (text: string): string => oneLine(text).replaceAll(/[&<>"']/g, (c) => ENTITIES[c] ?? c)

/** As the screens have them, and colour never alone: each decision has its letter. */
const COLOURS: Readonly<Record<Disposition, string>> = {
  resell: '#14754f',
  refurbish: '#8a5a00',
  scrap: '#b3261e',
}
const LETTERS: Readonly<Record<Disposition, string>> = { resell: 'S', refurbish: 'F', scrap: 'X' }
const [INK, INK_2, LINE, GROUND, ACCENT] = ['#14181f', '#4a5361', '#e2e6ec', '#f5f7fa', '#0b6e6e']
export const FONT = 'font-family:Inter,system-ui,-apple-system,Segoe UI,Roboto,Arial,sans-serif'
const MONO = 'font-family:JetBrains Mono,ui-monospace,Consolas,monospace'

const link = ({ text, to }: Link, style = `color:${ACCENT}`): string =>
  `<a href="${escaped(to)}" style="${style}">${escaped(text)}</a>`

export const button = (of: Link): string =>
  `<p style="margin:20px 0 0">${link(of, `display:inline-block;padding:10px 16px;border-radius:8px;background:${ACCENT};color:#ffffff;font-weight:600;text-decoration:none`)}</p>`

const cell = (text: string, isFigure: boolean, tag = 'td', style = ''): string =>
  `<${tag} ${tag === 'th' ? 'scope="col" ' : ''}style="padding:8px 10px 8px 0;border-bottom:1px solid ${LINE};text-align:${isFigure ? 'right' : 'left;white-space:nowrap'};${style}">${text}</${tag}>`

function rowOf({ disposition, name, units, pieces, value, recovered }: DecisionRow): string {
  const badge = `<span aria-hidden="true" style="display:inline-block;width:18px;border-radius:4px;background:${COLOURS[disposition]};color:#ffffff;text-align:center;font-size:12px;font-weight:700;line-height:18px">${LETTERS[disposition]}</span>`
  const named = `${badge}&nbsp; <b style="color:${COLOURS[disposition]}">${escaped(name)}</b>`
  const figures = [units, pieces, value, recovered].map((text) => cell(escaped(text), true))
  return `<tr>${cell(named, false)}${figures.join('')}</tr>`
}

function tableOf(table: NonNullable<Told['table']>): string {
  const head = table.head.map((text, i) =>
    cell(escaped(text), i > 0, 'th', `color:${INK_2};font-size:12px;font-weight:600`),
  )
  return `<table width="100%" cellpadding="0" cellspacing="0" style="margin-top:16px;border-collapse:collapse;font-size:14px;font-variant-numeric:tabular-nums"><tr>${head.join('')}</tr>${table.rows.map(rowOf).join('')}</table>`
}

function waitingOf({ title, units, more, act }: NonNullable<Told['waiting']>): string {
  const asked = units.map(
    ({ lpn, title: what, question, link: to }) =>
      `<li style="padding:8px 0;border-bottom:1px solid ${LINE}">${link({ text: lpn, to }, `color:${ACCENT};${MONO};font-weight:600`)} ${escaped(what ?? '')}${question ? `<br><span style="color:${INK_2}">${escaped(question)}</span>` : ''}</li>`,
  )
  const rest = more === null ? '' : `<p style="margin:8px 0 0;color:${INK_2}">${escaped(more)}</p>`
  return `<h2 style="margin:24px 0 4px;font-size:16px">${escaped(title)}</h2><ul style="margin:0;padding:0;list-style:none;overflow-wrap:anywhere">${asked.join('')}</ul>${rest}<p style="margin:10px 0 0">${link(act)}</p>`
}

/** A page or mail of one card. */
export const card = (language: string, title: string, body: string): string =>
  `<!doctype html><html lang="${escaped(language)}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1"><meta name="color-scheme" content="light"><title>${escaped(title)}</title></head><body style="margin:0;padding:24px 12px;background:${GROUND};color:${INK};${FONT};font-size:14px;line-height:1.5"><div style="max-width:600px;margin:0 auto;padding:24px;border:1px solid ${LINE};border-radius:12px;background:#ffffff;overflow-wrap:anywhere"><p style="margin:0 0 12px;color:${ACCENT};font-weight:700">Restow</p>${body}</div></body></html>`

/** A heading, and what stands under it. */
export const heading = (title: string, about: string): string =>
  `<h1 style="margin:0;font-size:20px;line-height:1.3">${escaped(title)}</h1>${about && `<p style="margin:2px 0 0;color:${INK_2}">${escaped(about)}</p>`}`

/** The mail as HTML. */
export function asHtml(told: Told): string {
  const { language, subject, about, lines, table, waiting, act, notes, why, stop } = told
  const said = lines.map((line) => `<p style="margin:8px 0 0">${escaped(line)}</p>`)
  const small = notes.map((note) => `<p style="margin:12px 0 0;color:${INK_2}">${escaped(note)}</p>`)
  const body = [
    heading(told.heading, about),
    table ? tableOf(table) : '',
    ...said,
    waiting ? waitingOf(waiting) : '',
    act ? button(act) : '',
    ...small,
    `<p style="margin:24px 0 0;padding-top:12px;border-top:1px solid ${LINE};color:${INK_2};font-size:12px">${escaped(why)} ${link(stop, `color:${INK_2}`)}</p>`,
  ]
  return card(language, subject, body.join(''))
}
