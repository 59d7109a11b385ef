import { drawLabels, type LabelFacts } from '@restow/labels'
import { labelFaces } from './faces.ts'
import { labelAnswer } from './label-answer.ts'

const PAPER = { language: 'pdf', dpi: 203 } as const

/** Pages for a browser's print dialog, each label on its usual size. @throws 422 of a label that cannot be drawn */
export const onPaper = (labels: readonly LabelFacts[]): Promise<Uint8Array> =>
  drawLabels(labels, PAPER, labelFaces()).catch((error) => {
    throw labelAnswer(error)
  })
