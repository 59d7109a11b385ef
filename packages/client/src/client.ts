import type {
  ChosenLanguage,
  CommandSheetQuery,
  CopyPage,
  CopyQuery,
  DroppedKept,
  Enrol,
  Enrolled,
  Heartbeat,
  HeartbeatAnswer,
  Outcomes,
  ParcelView,
  PlateLease,
  Plates,
  ScanAnswer,
  Session,
  SessionBegun,
  SessionUser,
  SignIn,
  StoryItem,
  TellDropped,
  UnitView,
  WireCommand,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, type CallOptions, type ClientOptions, jsonOf, makeCall } from './call.ts'
import { printing } from './printing.ts'

/** Under whose sign-in kept work is sent; whoever is signed in where it is left out. */
type SentAs = Pick<CallOptions, 'sendToken'>

/** A line that swallows what is sent is given up sooner than one that is slow: what was not answered is sent again. */
const SENDING_MS = 8000

/** How long is waited for an answer, where it is less than usual. */
const within = (patienceMs: number | undefined): Pick<CallOptions, 'patienceMs'> =>
  patienceMs === undefined ? {} : { patienceMs }

function sessions(call: Call) {
  return {
    signIn: async (how: Static<typeof SignIn>): Promise<SessionUser> =>
      (await jsonOf<SessionBegun>(call('POST', '/api/sessions', { json: how }))).user,
    /** As `signIn`, for a device that keeps work: with what it sends that person's work under. */
    signInToWork: (how: Static<typeof SignIn>, patienceMs?: number): Promise<SessionBegun> =>
      jsonOf<SessionBegun>(call('POST', '/api/sessions', { json: how, ...within(patienceMs) })),
    whoAmI: async (patienceMs?: number): Promise<SessionUser> =>
      (await jsonOf<Static<typeof Session>>(call('GET', '/api/sessions/current', within(patienceMs)))).user,
    chooseLanguage: async (language: Static<typeof ChosenLanguage>['language']): Promise<void> =>
      void (await call('PUT', '/api/sessions/current/language', { json: { language } })),
    signOut: async (): Promise<void> => void (await call('DELETE', '/api/sessions/current')),
  }
}

function devices(call: Call) {
  return {
    enrolDevice: (device: Static<typeof Enrol>) =>
      jsonOf<Enrolled>(call('POST', '/api/devices/enrol', { json: device })),
    tellDropped: (told: TellDropped, as: SentAs = {}) =>
      jsonOf<DroppedKept>(call('POST', '/api/devices/dropped', { json: told, ...as })),
    heartbeat: (beat: Heartbeat, as: SentAs = {}) =>
      jsonOf<HeartbeatAnswer>(call('POST', '/api/devices/heartbeat', { json: beat, ...as })),
  }
}

function readings(call: Call) {
  return {
    scan: (code: string, patienceMs?: number) =>
      jsonOf<ScanAnswer>(call('GET', '/api/scan', { query: { code }, ...within(patienceMs) })),
    parcel: (tracking: string, patienceMs?: number) =>
      jsonOf<ParcelView>(call('GET', `/api/parcels/${at(tracking)}`, within(patienceMs))),
    unit: (lpn: string, patienceMs?: number) =>
      jsonOf<UnitView>(call('GET', `/api/units/${at(lpn)}`, within(patienceMs))),
    /** The next page of what a handheld takes with it; without a cursor it begins. */
    copy: (query: CopyQuery) => jsonOf<CopyPage>(call('GET', '/api/copy', { query })),
    timeline: async (lpn: string): Promise<StoryItem[]> =>
      (await jsonOf<{ items: StoryItem[] }>(call('GET', `/api/units/${at(lpn)}/timeline`))).items,
  }
}

function doings(call: Call) {
  return {
    /** Up to 500 commands; the outcomes come in their order. */
    sendCommands: (commands: readonly WireCommand[], as: SentAs = {}) =>
      jsonOf<Static<typeof Outcomes>>(
        call('POST', '/api/commands', { json: { commands }, ...as, patienceMs: SENDING_MS }),
      ),
    putPhoto: async (sha256: string, photo: Blob, as: SentAs = {}): Promise<void> =>
      void (await call('PUT', `/api/photos/${sha256}`, { body: photo, contentType: photo.type, ...as })),
    leasePlates: async (lease: Static<typeof PlateLease>): Promise<string[]> =>
      (await jsonOf<Static<typeof Plates>>(call('POST', '/api/plates', { json: lease }))).lpns,
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
  return { ...sessions(call), ...devices(call), ...readings(call), ...doings(call), ...printing(call) }
}
export type Client = ReturnType<typeof createClient>
