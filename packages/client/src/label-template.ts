import type { LabelPreview, LabelTemplate } from '@restow/contracts'
import { at, type Call, jsonOf } from './call.ts'

/** What stands on a seller's relabels. */
export function labelTemplates(call: Call) {
  const template = (seller: string) => `/api/sellers/${at(seller)}/label-template`
  return {
    labelTemplate: (seller: string, signal?: AbortSignal) =>
      jsonOf<LabelTemplate>(call('GET', template(seller), signal ? { signal } : {})),
    putLabelTemplate: (seller: string, json: LabelTemplate) =>
      jsonOf<LabelTemplate>(call('PUT', template(seller), { json })),
    /** How a label would come out, as an SVG to be shown as a picture. */
    previewLabel: async (seller: string, json: LabelPreview, signal: AbortSignal): Promise<Blob> =>
      (await call('POST', `${template(seller)}/preview`, { json, signal })).blob(),
  }
}
