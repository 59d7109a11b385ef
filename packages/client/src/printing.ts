import type {
  AddedPrintAgent,
  AddPrinter,
  AskPrint,
  ChangePrinter,
  ConfirmPrint,
  DevicePrinter,
  PrintAgentItem,
  PrintAgentList,
  PrinterItem,
  PrinterList,
  PrintersQuery,
  PrintJob,
  PrintJobList,
  PrintJobsQuery,
  PrintSettings,
  Reprint,
} from '@restow/contracts'
import type { Static } from 'typebox'
import { at, type Call, jsonOf } from './call.ts'
import { commandId } from './command-id.ts'

const given = (signal?: AbortSignal) => (signal ? { signal } : {})
const job = (id: string) => `/api/print-jobs/${at(id)}`

/** Printing, as the floor and the desk do it. */
export function printing(call: Call) {
  const printer = (deviceId: string) => `/api/devices/${at(deviceId)}/printer`
  return {
    devicePrinter: (deviceId: string) => jsonOf<DevicePrinter>(call('GET', printer(deviceId))),
    /** @param code as it is, or as it is scanned */
    setDevicePrinter: (deviceId: string, code: string | null) =>
      jsonOf<DevicePrinter>(call('PUT', printer(deviceId), { json: { printer: code } })),
    /** Prints from a page that keeps no asked print for later: each call is a print of its own. */
    printNow: (asked: Omit<AskPrint, 'id'>) =>
      jsonOf<PrintJob>(call('POST', '/api/print-jobs', { json: { id: commandId(), ...asked } })),
    askPrint: (asked: AskPrint) => jsonOf<PrintJob>(call('POST', '/api/print-jobs', { json: asked })),
    printJobs: (query: Static<typeof PrintJobsQuery>, signal?: AbortSignal) =>
      jsonOf<PrintJobList>(
        call('GET', '/api/print-jobs', { query: query as Record<string, string>, ...given(signal) }),
      ),
    reprint: (id: string, why: Omit<Reprint, 'id'>) =>
      jsonOf<PrintJob>(call('POST', `${job(id)}/reprint`, { json: { id: commandId(), ...why } })),
    /** The labels of a print that is this browser's to do, each on a page of its size. */
    printedPdf: async (id: string): Promise<Blob> => (await call('GET', `${job(id)}/labels.pdf`)).blob(),
    /** With `no` what is missing is printed again. */
    confirmPrint: (id: string, printed: Static<typeof ConfirmPrint>['printed']) =>
      jsonOf<PrintJob>(
        call('POST', `${job(id)}/confirm`, {
          json: { printed, ...(printed === 'no' ? { again: commandId() } : {}) },
        }),
      ),
  }
}

/** The printers themselves, for supervisors. */
export function printerCare(call: Call) {
  const printer = (code: string) => `/api/printers/${at(code)}`
  return {
    printers: (query: Static<typeof PrintersQuery>, signal?: AbortSignal) =>
      jsonOf<PrinterList>(
        call('GET', '/api/printers', { query: query as Record<string, string>, ...given(signal) }),
      ),
    printer: (code: string, signal?: AbortSignal) =>
      jsonOf<PrinterItem>(call('GET', printer(code), given(signal))),
    addPrinter: (json: AddPrinter) => jsonOf<PrinterItem>(call('POST', '/api/printers', { json })),
    changePrinter: (code: string, json: ChangePrinter) =>
      jsonOf<PrinterItem>(call('PATCH', printer(code), { json })),
    removePrinter: async (code: string): Promise<void> => void (await call('DELETE', printer(code))),
    testPrint: (code: string) =>
      jsonOf<PrintJob>(call('POST', `${printer(code)}/test`, { json: { id: commandId() } })),
    cancelPrint: (id: string) => jsonOf<PrintJob>(call('POST', `${job(id)}/cancel`)),
    printAgents: (signal?: AbortSignal) =>
      jsonOf<Static<typeof PrintAgentList>>(call('GET', '/api/print-agents', given(signal))),
    addPrintAgent: (name: string) =>
      jsonOf<AddedPrintAgent>(call('POST', '/api/print-agents', { json: { name } })),
    withdrawPrintAgent: (id: string) => jsonOf<PrintAgentItem>(call('DELETE', `/api/print-agents/${at(id)}`)),
    printSettings: (signal?: AbortSignal) =>
      jsonOf<PrintSettings>(call('GET', '/api/print-settings', given(signal))),
    putPrintSettings: (json: PrintSettings) =>
      jsonOf<PrintSettings>(call('PUT', '/api/print-settings', { json })),
  }
}
