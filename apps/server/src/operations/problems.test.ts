import { expect, it } from 'vitest'
import { calledIn, literalsIn, nodesOf, sourcesOf, ts } from '../../../../packages/testkit/src/sources.ts'
import { SCOPED } from '../sessions/scopes.ts'
import { LOOKS } from '../sessions/screen.ts'
import { SENDS } from '../sessions/sessions.ts'
import { RAISED } from './problems.described.ts'
import { type Document, withProblems } from './problems.ts'

const isNotDescription = ({ path }: { path: string }) => !path.includes('.described.')
/** What may come of it, without what decides which. */
const sidesOf = (node: ts.Node): ts.Node[] =>
  ts.isConditionalExpression(node) ? [node.whenTrue, node.whenFalse] : [node]

/** Every code that the server's sources give to a problem in so many words. */
function given(): string[] {
  const makers = ['ProblemError', 'doesNotFit', 'refuse', 'refused']
  const rooms = sourcesOf('apps/server/src').filter(
    ({ path }) => isNotDescription({ path }) && !path.includes('/ledger/'),
  )
  const calls = rooms
    .flatMap(({ tree }) => [...nodesOf(tree)])
    .flatMap((node) => {
      if (ts.isNewExpression(node))
        return node.expression.getText() === 'ProblemError' ? [node.arguments?.[1]] : []
      return ts.isCallExpression(node) && makers.includes(calledIn(node)) ? [node.arguments[0]] : []
    })
  const codes = calls
    .flatMap((one) => (one ? sidesOf(one) : []))
    .flatMap(literalsIn)
    .map(({ text }) => text)
  return [...new Set(codes)].filter((code) => /^[a-z][a-z_]+$/.test(code))
}

it('every code that the sources give to a problem is described, and none is described that they do not give', {
  timeout: 60_000,
}, () => {
  const paths: Record<string, Record<string, object>> = {}
  for (const [method = '', url = ''] of Object.keys(RAISED).map((route) => route.split(' ')))
    paths[url] = { ...paths[url], [method.toLowerCase()]: {} }
  const document: Document = withProblems({ paths }, { sends: SENDS, scoped: SCOPED, looks: LOOKS })
  const text = JSON.stringify(document.components)
  const codes = given()
  expect(codes.length).toBeGreaterThan(50)
  expect(codes.filter((code) => !text.includes(`"${code}"`))).toEqual([])
  const rooms = sourcesOf('apps/server/src').filter(isNotDescription)
  const words = [...rooms, ...sourcesOf('packages/labels/src')].flatMap(({ tree }) => literalsIn(tree))
  const said = new Set(words.map((word) => word.text))
  const described = Object.values(RAISED).flatMap((codes) => Object.values(codes).join(' ').split(' '))
  expect([...new Set(described)].filter((code) => !said.has(code))).toEqual([])
})
