export { type Client, createClient, photoAddress } from './client.ts'
export type { DemoCode, DemoSheet } from './demo-sheet.ts'
export { type Board, type BoardName, createDeskClient, type DeskClient, reportAddress } from './desk.ts'
export { ApiProblem, isPassing, Unreachable } from './problem.ts'
