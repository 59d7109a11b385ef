import type {
  CommandSheetQuery,
  LabelRequest,
  Outcomes,
  ParcelView,
  PlateLease,
  Plates,
  ScanAnswer,
  Session,
  SessionUser,
  SignIn,
  StoryItem,
  UnitView,
  WireCommand,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, type ClientOptions, jsonOf, makeCall } from './call.ts'

function sessions(call: Call) {
  return {
    signIn: async (how: Static<typeof SignIn>): Promise<SessionUser> =>
      (await jsonOf<Static<typeof Session>>(call('POST', '/api/sessions', { json: how }))).user,
    whoAmI: async (): Promise<SessionUser> =>
      (await jsonOf<Static<typeof Session>>(call('GET', '/api/sessions/current'))).user,
    signOut: async (): Promise<void> => void (await call('DELETE', '/api/sessions/current')),
  }
}

function readings(call: Call) {
  return {
    scan: (code: string) => jsonOf<ScanAnswer>(call('GET', '/api/scan', { query: { code } })),
    parcel: (tracking: string) => jsonOf<ParcelView>(call('GET', `/api/parcels/${at(tracking)}`)),
    unit: (lpn: string) => jsonOf<UnitView>(call('GET', `/api/units/${at(lpn)}`)),
    timeline: async (lpn: string): Promise<StoryItem[]> =>
      (await jsonOf<{ items: StoryItem[] }>(call('GET', `/api/units/${at(lpn)}/timeline`))).items,
  }
}

function doings(call: Call) {
  return {
    /** Up to 500 commands; the outcomes come in their order. */
    sendCommands: (commands: readonly WireCommand[]) =>
      jsonOf<Static<typeof Outcomes>>(call('POST', '/api/commands', { json: { commands } })),
    putPhoto: async (sha256: string, photo: Blob): Promise<void> =>
      void (await call('PUT', `/api/photos/${sha256}`, { body: photo, contentType: photo.type })),
    leasePlates: async (lease: Static<typeof PlateLease>): Promise<string[]> =>
      (await jsonOf<Static<typeof Plates>>(call('POST', '/api/plates', { json: lease }))).lpns,
    /** The labels as one PDF. */
    labelsPdf: async (request: Static<typeof LabelRequest>): Promise<Blob> =>
      (await call('POST', '/api/labels', { query: { format: 'pdf' }, json: request })).blob(),
    /** The sheet of command codes as PDF. */
    commandSheetPdf: async (language: Static<typeof CommandSheetQuery>['language']): Promise<Blob> =>
      (await call('GET', '/api/labels/command-sheet', { query: { format: 'pdf', language } })).blob(),
  }
}

/** Where a photo is to be seen; for an `img`. */
export const photoAddress = (sha256: string, size: 'thumb' | 'view') => `/api/photos/${sha256}?size=${size}`

/** Everything the server answers, typed by its contracts. */
export function createClient(options: ClientOptions = {}) {
  const call = makeCall(options)
  return { ...sessions(call), ...readings(call), ...doings(call) }
}
export type Client = ReturnType<typeof createClient>
