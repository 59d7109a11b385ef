import { camera } from './camera.ts'
import { shell } from './shell.ts'
import { steps } from './steps.ts'
import { why } from './why.ts'
import { words } from './words.ts'

export default { ...words, ...shell, ...steps, ...why, ...camera }
