import { expect, it } from 'vitest'
import type { EventMeta } from './events.ts'
import { lastEventId, type OpenException, type Step, withoutLastStep, withStep } from './steps.ts'

interface Box {
  readonly colour: string
  readonly size: { readonly width: number }
  readonly exceptions: readonly OpenException[]
  readonly steps: readonly Step[]
}
const box: Box = { colour: 'red', size: { width: 1 }, exceptions: [], steps: [] }
const meta = (commandId: string, n: number) => ({
  type: 'Painted',
  meta: { commandId, eventId: `${commandId}:${n}`, actor: { user: 'OP1001' } } as EventMeta,
})
const paint = (before: Box, colour: string, command: string, n = 1) =>
  withStep(before, { ...before, colour }, meta(command, n), true)

it('takes all events of one command back as one step, to what was before the first of them', () => {
  const painted = paint(paint(box, 'blue', 'c1'), 'green', 'c1', 2)
  expect(painted.steps).toMatchObject([{ eventIds: ['c1:1', 'c1:2'], before: { colour: 'red' } }])
  expect(withoutLastStep(painted)).toEqual(box)
})

it('remembers only what a step changed, and no equal value in another object', () => {
  const painted = withStep(box, { ...box, colour: 'blue', size: { width: 1 } }, meta('c1', 1), true)
  expect(painted.steps[0]?.before).toEqual({ colour: 'red' })
})

it('remembers three steps, and nothing before the first of them', () => {
  const painted = ['blue', 'green', 'white', 'black'].reduce((b, c, i) => paint(b, c, `c${i}`), box)
  expect(painted.steps.map((s) => s.commandId)).toEqual(['c1', 'c2', 'c3'])
  expect(withoutLastStep(box)).toBeNull()
})

it('has nothing to go back to before the step that began it', () => {
  expect(withoutLastStep(withStep(null, box, meta('c1', 1), true))).toBeNull()
})

it('cannot be undone where one of the events cannot', () => {
  const once = paint(box, 'blue', 'c1')
  expect(withStep(once, { ...once, colour: 'green' }, meta('c1', 2), false).steps[0]?.undoable).toBe(false)
})

it('is taken back by its last event, where it can be undone at all', () => {
  const painted = paint(paint(box, 'blue', 'c1'), 'green', 'c1', 2)
  expect(lastEventId(painted)).toBe('c1:2')
  expect(lastEventId(withStep(painted, { ...painted, colour: 'red' }, meta('c2', 1), false))).toBeNull()
  expect(lastEventId(box)).toBeNull()
})
