import { COMMAND_SHEET } from '@restow/barcodes'
import { describe, expect, it } from 'vitest'
import { calledIn, type Literal, literalsIn, nodesOf, placeOf, sourcesOf, ts } from './sources.ts'

/** What the sheet prints and what the screens take are one list, and no tap is left without a code. */

const sources = sourcesOf('apps/floor/src')
const printed = COMMAND_SHEET.flatMap(({ codes }) =>
  codes.map(({ command, value }) => (value === undefined ? command : `${command}.${value}`)),
)

/** The codes that a node gives to a button; of a template what stands before its first place. */
function codesIn(node: ts.Node): Literal[] {
  if (ts.isJsxAttribute(node) && node.name.getText() === 'codes' && node.initializer)
    return literalsIn(node.initializer)
  if (!ts.isCallExpression(node)) return []
  const [first, , third] = node.arguments
  if (calledIn(node) === 'useCommandCodes' && first) return literalsIn(first)
  return calledIn(node) === 'useCamera' && third ? literalsIn(third) : []
}
const used = sources.flatMap(({ tree }) => [...nodesOf(tree)].flatMap(codesIn))
/** Wherever one is, without a button: lead.ts. */
const WITHOUT_BUTTON = ['HOME', 'BACK', 'CAMERA']

const fits = (code: string) => (literal: Literal) =>
  literal.isWhole ? literal.text === code : code.startsWith(literal.text)

describe('the command codes of the floor', () => {
  it('has every code that a screen takes on the printed sheet', () => {
    const missing = used.filter((literal) => !printed.some((code) => fits(code)(literal)))
    expect(missing).toEqual([])
  })

  it('has a button for every code of the printed sheet', () => {
    const idle = printed.filter((code) => !used.some(fits(code)) && !WITHOUT_BUTTON.includes(code))
    expect(idle).toEqual([])
  })

  it('leaves no tap without a code', () => {
    expect(tapsWithoutCode()).toEqual(DONE_OTHERWISE)
  })
})

const TAPPED = new Set(['Press', 'Pick', 'Option', 'Button', 'button', 'Choice', 'TakePhoto', 'Toggle'])

/**
 * Taps that another scan does, or that have their code beside them: the frame's buttons by HOME, MENU and SENDING, units by
 * their plates, an answer whole by MORE, whose story has it; and the page on which a scanner is set up, which nobody can do with a scanner that is not.
 */
const DONE_OTHERWISE = [
  'apps/floor/src/classify/Option.tsx button',
  'apps/floor/src/count/Plates.tsx button',
  'apps/floor/src/inspect/Inspect.tsx Press',
  'apps/floor/src/inspect/Inspect.tsx button',
  'apps/floor/src/inspect/Shots.tsx button',
  'apps/floor/src/inspect/TakePhoto.tsx Button',
  'apps/floor/src/putaway/BinScreen.tsx button',
  'apps/floor/src/register/Lines.tsx button',
  'apps/floor/src/register/ParcelHead.tsx button',
  'apps/floor/src/scanner/Pick.tsx Choice',
  'apps/floor/src/scanner/Press.tsx Button',
  'apps/floor/src/scanner/camera/CameraDoor.tsx button',
  'apps/floor/src/scanner/camera/CameraSheet.tsx button',
  'apps/floor/src/scanner/camera/Viewfinder.tsx button',
  'apps/floor/src/shell/Ready.tsx button',
  'apps/floor/src/shell/SignIn.tsx Button',
  'apps/floor/src/shell/SignIn.tsx button',
  'apps/floor/src/shell/Toggle.tsx button',
  'apps/floor/src/shell/TopBar.tsx button',
  'apps/floor/src/shell/TypeCode.tsx Button',
  'apps/floor/src/trigger/Settings.tsx Pick',
  'apps/floor/src/trigger/Settings.tsx Press',
  'apps/floor/src/trigger/Settings.tsx button',
  'apps/floor/src/trigger/TestCode.tsx Button',
  'apps/floor/src/trigger/TestCode.tsx Press',
  'apps/floor/src/trigger/TriggerScreen.tsx Press',
  'apps/floor/src/units/Answered.tsx button',
  'apps/floor/src/units/UnitHead.tsx button',
]

function tapsWithoutCode(): string[] {
  const found = sources.flatMap((source) =>
    [...nodesOf(source.tree)].flatMap((node) => {
      if (!ts.isJsxOpeningElement(node) && !ts.isJsxSelfClosingElement(node)) return []
      const name = node.tagName.getText()
      const hasCode = node.attributes.properties.some((one) => one.name?.getText() === 'codes')
      return TAPPED.has(name) && !hasCode ? [`${placeOf(source, node).replace(/:\d+$/, '')} ${name}`] : []
    }),
  )
  return [...new Set(found)].sort()
}
