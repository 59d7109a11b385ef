export { type Client, createClient, photoAddress } from './client.ts'
export { ApiProblem, isPassing, Unreachable } from './problem.ts'
