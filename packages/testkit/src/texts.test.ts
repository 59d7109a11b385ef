import { describe, expect, it } from 'vitest'
import {
  calledIn,
  type Literal,
  literalOf,
  literalsIn,
  nodesOf,
  placeOf,
  type Source,
  sourcesOf,
  ts,
} from './sources.ts'

/** No text is kept that nobody reads, and none stands in a component where no language can reach it. */

const SHARED = 'packages/ui/src/in-words'
const APPS = {
  floor: ['apps/floor/src', SHARED],
  desk: ['apps/desk/src', 'packages/ui/src/desk', SHARED],
} as const

/** By way of its address, since the texts are loaded in browsers and know their types. */
async function keysOf(app: keyof typeof APPS): Promise<string[]> {
  const { href } = new URL(`../../ui/src/languages/${app}-texts.ts`, import.meta.url)
  const { english }: { english: Record<string, string> } = await import(href)
  return Object.keys(english)
}

/** Calls that name a list of words by its name alone: `wordOf('zone', code)`. */
const LISTS = new Set(['wordOf'])
/** Lists that are named in a table: which words stand behind the codes among a rejection's facts. */
const isTableOfLists = (node: ts.Node): node is ts.VariableDeclaration =>
  ts.isVariableDeclaration(node) && node.name.getText() === 'WORDS_OF'

function listsIn(node: ts.Node): Literal[] {
  const named = (literals: Literal[]) => literals.map(({ text }) => ({ text: `${text}.`, isWhole: false }))
  if (isTableOfLists(node) && node.initializer) return named(literalsIn(node.initializer))
  if (!ts.isCallExpression(node) || !LISTS.has(calledIn(node))) return []
  const [first] = node.arguments
  const literal = first && literalOf(first)
  return literal ? named([literal]) : []
}

/** A text that stands for a key, or for the beginning of some: it has a dot, as all keys have. */
const isKey = ({ text }: Literal) => /^[a-zA-Z_]\w*\./.test(text)

function usedIn(sources: readonly Source[]): Literal[] {
  return sources.flatMap(({ tree }) =>
    [...nodesOf(tree)].flatMap((node) => {
      const literal = literalOf(node)
      return [...(literal && isKey(literal) ? [literal] : []), ...listsIn(node)]
    }),
  )
}

const stemOf = (key: string) => key.replace(/\.(one|other)$/, '')

describe.each(['floor', 'desk'] as const)('the texts of the %s', (app) => {
  it('are each read somewhere', async () => {
    const used = usedIn(APPS[app].flatMap((folder) => sourcesOf(folder)))
    const whole = new Set(used.filter(({ isWhole }) => isWhole).map(({ text }) => text))
    const begun = [...new Set(used.filter(({ isWhole }) => !isWhole).map(({ text }) => text))]
    const isUsed = (key: string) =>
      whole.has(key) || whole.has(stemOf(key)) || begun.some((beginning) => key.startsWith(beginning))
    expect((await keysOf(app)).filter((key) => !isUsed(key))).toEqual([])
  })
})

/** What is the same in every language: signs, the product's name, units, keys. */
const SAME_EVERYWHERE = /^(?:[^\p{L}]*|Restow)$/u
/** Attributes that are read out or shown. */
const SHOWN = new Set(['title', 'alt', 'label', 'placeholder', 'aria-label', 'aria-description', 'hint'])

/** What an expression may come to as text: itself, or what stands behind its conditions. */
function shownBy(node: ts.Node | undefined): string[] {
  if (!node) return []
  if (ts.isJsxExpression(node) || ts.isParenthesizedExpression(node)) return shownBy(node.expression)
  if (ts.isConditionalExpression(node)) return [...shownBy(node.whenTrue), ...shownBy(node.whenFalse)]
  if (ts.isBinaryExpression(node)) return shownByEither(node)
  const literal = literalOf(node)
  return literal ? [literal.text] : []
}

/** Of `a && b` only `b` is shown; of a comparison nothing. */
function shownByEither({ left, right, operatorToken: { kind } }: ts.BinaryExpression): string[] {
  if (kind === ts.SyntaxKind.AmpersandAmpersandToken) return shownBy(right)
  const isEither =
    kind === ts.SyntaxKind.BarBarToken ||
    kind === ts.SyntaxKind.QuestionQuestionToken ||
    kind === ts.SyntaxKind.PlusToken
  return isEither ? [...shownBy(left), ...shownBy(right)] : []
}

/** Letters that a component shows by itself. */
function ownWords(node: ts.Node): string[] {
  if (ts.isJsxText(node)) return [node.text.trim()]
  if (ts.isJsxExpression(node) && !ts.isJsxAttribute(node.parent)) return shownBy(node)
  return ts.isJsxAttribute(node) && SHOWN.has(node.name.getText()) ? shownBy(node.initializer) : []
}

it('hold all that a component shows: none has words of its own', () => {
  const found = ['apps/floor/src', 'apps/desk/src', 'packages/ui/src'].flatMap((folder) =>
    sourcesOf(folder).flatMap((source) =>
      [...nodesOf(source.tree)].flatMap((node) =>
        ownWords(node)
          .filter((words) => !SAME_EVERYWHERE.test(words))
          .map((words) => `${placeOf(source, node)} ${words}`),
      ),
    ),
  )
  expect(found).toEqual([])
})
