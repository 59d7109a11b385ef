import { xmlText } from './sheet.ts'
import type { ZipFile } from './zip.ts'

/** What a workbook has beside its sheets: which there are, and how cells look (ECMA-376, parts 1 and 2). */

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
const PACKAGE = 'http://schemas.openxmlformats.org/package/2006'
const KIND = 'application/vnd.openxmlformats-officedocument.spreadsheetml'

/** In the order of `STYLES`: plain, head, moment, money, title. */
const LOOKS =
  `${HEAD}<styleSheet xmlns="${MAIN}">` +
  '<numFmts count="2"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/><numFmt numFmtId="165" formatCode="#,##0.00###"/></numFmts>' +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="14"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE1F0EE"/></patternFill></fill></fills>' +
  '<borders count="1"><border/></borders><cellStyleXfs count="1"><xf/></cellStyleXfs><cellXfs count="5">' +
  '<xf/><xf fontId="1" fillId="2" applyFont="1" applyFill="1"/><xf numFmtId="164" applyNumberFormat="1"/><xf numFmtId="165" applyNumberFormat="1"/><xf fontId="2" applyFont="1"/>' +
  '</cellXfs></styleSheet>'

const sheetFile = (n: number): string => `xl/worksheets/sheet${n}.xml`

function contentTypes(sheets: number): string {
  const parts = Array.from(
    { length: sheets },
    (_, i) => `<Override PartName="/${sheetFile(i + 1)}" ContentType="${KIND}.worksheet+xml"/>`,
  )
  return (
    `${HEAD}<Types xmlns="${PACKAGE}/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>` +
    `<Default Extension="xml" ContentType="application/xml"/><Override PartName="/xl/workbook.xml" ContentType="${KIND}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${KIND}.styles+xml"/>${parts.join('')}</Types>`
  )
}

const relationship = (id: string, kind: string, target: string): string =>
  `<Relationship Id="${id}" Type="${OFFICE}/${kind}" Target="${target}"/>`
const relationships = (all: readonly string[]): string =>
  `${HEAD}<Relationships xmlns="${PACKAGE}/relationships">${all.join('')}</Relationships>`

function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, i) => `<sheet name="${xmlText(name)}" sheetId="${i + 1}" r:id="rId${i + 1}"/>`,
  )
  return `${HEAD}<workbook xmlns="${MAIN}" xmlns:r="${OFFICE}"><sheets>${sheets.join('')}</sheets></workbook>`
}

/** A sheet by its number, from 1 on. */
export const sheet = (n: number, data: ZipFile['data']): ZipFile => ({ name: sheetFile(n), data })

/** The files that name the sheets, in their order; they may come after them. */
export function frame(names: readonly string[]): ZipFile[] {
  const sheets = names.map((_, i) => relationship(`rId${i + 1}`, 'worksheet', `worksheets/sheet${i + 1}.xml`))
  const styles = relationship(`rId${names.length + 1}`, 'styles', 'styles.xml')
  return [
    { name: 'xl/styles.xml', data: [LOOKS] },
    { name: 'xl/workbook.xml', data: [workbook(names)] },
    { name: 'xl/_rels/workbook.xml.rels', data: [relationships([...sheets, styles])] },
    {
      name: '_rels/.rels',
      data: [relationships([relationship('rId1', 'officeDocument', 'xl/workbook.xml')])],
    },
    { name: '[Content_Types].xml', data: [contentTypes(names.length)] },
  ]
}
