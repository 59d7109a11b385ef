import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'

/** The product's own sources, read as the language that they are: for rules that no linter here can state. */

const ROOT = fileURLToPath(new URL('../../../', import.meta.url))

export interface Source {
  /** From the root, with forward slashes. */
  readonly path: string
  readonly tree: ts.SourceFile
}

/** Every source of a folder that is part of the product: no tests, no declarations. */
export function sourcesOf(folder: string): Source[] {
  return readdirSync(join(ROOT, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => /\.tsx?$/.test(name) && !/\.(test|db\.test|fixture|d)\.tsx?$/.test(name))
    .map((name) => {
      const file = join(ROOT, folder, name)
      const kind = name.endsWith('x') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
      const text = readFileSync(file, 'utf8')
      return {
        path: relative(ROOT, file).replaceAll('\\', '/'),
        tree: ts.createSourceFile(name, text, ts.ScriptTarget.Latest, true, kind),
      }
    })
}

/** Every node of a tree, from the top. */
export function* nodesOf(tree: ts.Node): Generator<ts.Node> {
  yield tree
  const children: ts.Node[] = []
  ts.forEachChild(tree, (child) => void children.push(child))
  for (const child of children) yield* nodesOf(child)
}

/** A text as it stands in the code; of a template only what stands before its first place. */
export interface Literal {
  readonly text: string
  readonly isWhole: boolean
}

/** The text that a node stands for, if it is one. */
export function literalOf(node: ts.Node): Literal | undefined {
  if (ts.isStringLiteral(node) || ts.isNoSubstitutionTemplateLiteral(node))
    return { text: node.text, isWhole: true }
  return ts.isTemplateExpression(node) ? { text: node.head.text, isWhole: false } : undefined
}

/** Every text within a node. */
export const literalsIn = (node: ts.Node): Literal[] =>
  [...nodesOf(node)].flatMap((one) => literalOf(one) ?? [])

/** What is called, by its last name: `t` of `t('a')`, `say` of `shell.say()`. */
export function calledIn(node: ts.CallExpression): string {
  const { expression } = node
  if (ts.isIdentifier(expression)) return expression.text
  return ts.isPropertyAccessExpression(expression) ? expression.name.text : ''
}

/** Where a node stands, to be found in an editor. */
export function placeOf({ path, tree }: Source, node: ts.Node): string {
  return `${path}:${tree.getLineAndCharacterOfPosition(node.getStart(tree)).line + 1}`
}

export { ts }
