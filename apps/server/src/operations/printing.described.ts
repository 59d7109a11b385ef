/** What is told of printers, their queues and print agents, and examples of them. */

export const PRINTING_DESCRIPTIONS = {
  'GET /api/printers': {
    summary: 'Printers of the warehouse, by code, with what is in their way and how much waits for them',
  },
  'GET /api/printers/:code': { summary: 'A printer' },
  'POST /api/printers': {
    summary: 'Adds a printer, by a supervisor',
    description:
      'The server reaches it by raw TCP, or a print agent in its own network does. Ports are those of printers alone (9100–9109 and 6101 unless the server is told otherwise), and addresses of the server itself and link-local ones are refused.',
  },
  'PATCH /api/printers/:code': {
    summary: 'Changes a printer, by a supervisor',
    description: 'What is left out stays. It is tried at once, whatever was in its way.',
  },
  'DELETE /api/printers/:code': {
    summary: 'Takes a printer off the register, by a supervisor; its prints stay on record',
    response: { 204: { description: 'Done', type: 'null' } },
  },
  'POST /api/printers/:code/test': {
    summary: 'Prints a printer’s own label, by a supervisor',
    description:
      'The code on it is what devices scan to print there. A printer that is waited for is tried at once.',
  },
  'GET /api/devices/:deviceId/printer': { summary: 'Where a device’s labels come out', tags: ['printing'] },
  'PUT /api/devices/:deviceId/printer': {
    summary: 'Says where a device’s labels come out, by the printer’s scanned code',
  },
  'GET /api/print-settings': {
    summary: 'Which labels come out by themselves',
    description:
      'Where a device has a printer of its own: the plate of a unit that is registered with a plate leased to that device, the relabel, ticket or tag of what is classified or held, the tag of a parcel that nobody announced.',
  },
  'PUT /api/print-settings': {
    summary: 'Says which labels come out by themselves, by a supervisor',
    description: 'Without `plate`, plates come off a roll that was printed beforehand.',
  },
  'POST /api/print-jobs': {
    summary: 'Prints labels',
    description:
      'They go to the end of the printer’s queue, which is emptied in strict order, and are drawn when they are sent. The id is the asker’s own: asking again under it prints nothing twice. Without `printer` the device’s own is meant; with null, or where the device has none, they are for the browser’s print dialog, from `/api/print-jobs/{id}/labels.pdf`.',
  },
  'GET /api/print-jobs': {
    summary:
      'Every print, the latest first: of a printer, in a state, of a unit’s plates, of a device’s work',
  },
  'GET /api/print-jobs/:id': { summary: 'What became of a print' },
  'GET /api/print-jobs/:id/labels.pdf': {
    summary: 'The labels of a print that a browser is to do, each on a page of its size',
    tags: ['printing'],
    response: {
      200: {
        description: 'The labels',
        content: { 'application/pdf': { schema: { type: 'string', format: 'binary' } } },
      },
    },
  },
  'POST /api/print-jobs/:id/cancel': {
    summary: 'Cancels what has not been sent of a print',
    description: 'Labels that are in the printer already come out.',
  },
  'POST /api/print-jobs/:id/reprint': { summary: 'Prints labels again, and says why' },
  'POST /api/print-jobs/:id/confirm': {
    summary: 'Says whether labels came out of which nobody knows',
    description:
      'A print is `maybe_printed` when its line broke after bytes had left. Under `again` what is missing is printed anew: with `no` all that was not certain, with `yes` what had not been sent yet. Without it nothing is.',
  },
  'GET /api/print-agents': { summary: 'Programs that print in other networks' },
  'POST /api/print-agents': {
    summary: 'Adds a print agent, by a supervisor; its token is shown this once',
  },
  'DELETE /api/print-agents/:id': { summary: 'Withdraws a print agent’s token' },
  'POST /api/print-agent/next': {
    summary: 'The next labels for one of an agent’s printers',
    description: 'Waits for some when there are none; answers 204 when none came.',
    response: { 204: { description: 'None came', type: 'null' } },
  },
  'POST /api/print-agent/attempts/:attempt/begin': {
    summary: 'An agent is about to send the first byte',
    description: '409 where it must not: another has taken over.',
    response: { 204: { description: 'It may', type: 'null' } },
  },
  'POST /api/print-agent/attempts/:attempt/alive': {
    summary: 'An agent is still at it',
    response: { 204: { description: 'Heard', type: 'null' } },
  },
  'POST /api/print-agent/attempts/:attempt/result': {
    summary: 'What came of labels',
    description: '404 where it is known already.',
    response: { 204: { description: 'Written down', type: 'null' } },
  },
}

const AGENT = '7b1d2f6a-53c1-4f0e-8a55-0f6c2b9a1c11'
const JOB = '01936f2a-7c1e-7b3a-9d52-3f0c8e6a1b47'
const AGAIN = '01936f2b-11aa-7c0d-8e21-5b2c7d9e3f60'
const PRINTER = {
  code: 'DOCK-1',
  scan: '.P.DOCK-1',
  name: 'Dock 1',
  place: 'On the dock, left of door 3',
  language: 'zpl',
  dpi: 203,
  host: '192.168.20.31',
  port: 9100,
  agent: null,
  tells: true,
  sizes: { any: '50x25' },
  orientation: 'landscape',
  darkness: null,
  speed: 4,
  cut: false,
  way: 'tcp',
  agentName: null,
  agentSeen: null,
  trouble: 'paper_out',
  troubleSince: '2026-11-21T17:13:50.000Z',
  waiting: 3,
  unsure: 0,
  lastPrintedAt: '2026-11-21T17:12:40.000Z',
}
const ADDED = { ...PRINTER, trouble: null, troubleSince: null, waiting: 0, lastPrintedAt: null }
const PRINT = {
  id: JOB,
  state: 'queued',
  printer: { code: 'DOCK-1', name: 'Dock 1' },
  labels: [{ kind: 'plate', key: 'RU0000000017', copies: 2 }],
  total: 2,
  confirmed: 0,
  askedBy: 'OP1001',
  askedAt: '2026-11-21T17:14:05.120Z',
  deviceId: 'handheld-7',
  copy: 1,
  ofJob: null,
  reason: null,
  note: null,
  attempts: 0,
  trouble: 'paper_out',
  troubleSince: '2026-11-21T17:14:06.000Z',
  words: null,
  cancelledBy: null,
  endedAt: null,
  answer: null,
}
const OVER = { ...PRINT, trouble: null, troubleSince: null, attempts: 1, endedAt: '2026-11-21T17:14:09.000Z' }
const SETTINGS = { unasked: ['plate', 'relabel', 'refurbish', 'scrap', 'hold', 'parcel'] }
const DEFAULT = { printer: { code: 'DOCK-1', name: 'Dock 1', trouble: null }, ...SETTINGS }
const AGENT_ITEM = {
  id: AGENT,
  name: 'Annex',
  madeBy: 'SV2001',
  madeAt: '2026-11-20T16:02:11.120Z',
  lastSeen: '2026-11-21T17:14:05.120Z',
  revokedAt: null,
  revokedBy: null,
  printers: ['ANNEX-1'],
}

export const PRINTING_EXAMPLES = {
  'GET /api/printers': { answer: { items: [PRINTER], nextCursor: null } },
  'GET /api/printers/:code': { answer: PRINTER },
  'POST /api/printers': {
    body: {
      code: 'DOCK-1',
      name: 'Dock 1',
      place: 'On the dock, left of door 3',
      language: 'zpl',
      dpi: 203,
      host: '192.168.20.31',
      port: 9100,
      sizes: { any: '50x25' },
      speed: 4,
    },
    answer: ADDED,
  },
  'PATCH /api/printers/:code': {
    body: { host: '192.168.20.32' },
    answer: { ...ADDED, host: '192.168.20.32' },
  },
  'POST /api/printers/:code/test': {
    body: { id: JOB },
    answer: { ...PRINT, labels: [{ kind: 'shelf', key: '.P.DOCK-1', copies: 1 }], total: 1 },
  },
  'GET /api/devices/:deviceId/printer': { answer: DEFAULT },
  'PUT /api/devices/:deviceId/printer': { body: { printer: '.P.DOCK-1' }, answer: DEFAULT },
  'GET /api/print-settings': { answer: SETTINGS },
  'PUT /api/print-settings': {
    body: { unasked: ['relabel', 'hold'] },
    answer: { unasked: ['relabel', 'hold'] },
  },
  'POST /api/print-jobs': {
    body: { id: JOB, deviceId: 'handheld-7', labels: [{ kind: 'plate', lpn: 'RU0000000017', copies: 2 }] },
    answer: PRINT,
  },
  'GET /api/print-jobs': { answer: { items: [PRINT], nextCursor: null } },
  'GET /api/print-jobs/:id': { answer: PRINT },
  'POST /api/print-jobs/:id/cancel': { answer: { ...OVER, state: 'cancelled', cancelledBy: 'OP1001' } },
  'POST /api/print-jobs/:id/reprint': {
    body: { id: AGAIN, reason: 'smudged' },
    answer: { ...PRINT, id: AGAIN, copy: 2, ofJob: JOB, reason: 'smudged' },
  },
  'POST /api/print-jobs/:id/confirm': {
    body: { printed: 'no', again: AGAIN },
    answer: {
      ...OVER,
      state: 'failed',
      answer: { printed: false, by: 'OP1001', at: '2026-11-21T17:20:00.000Z' },
    },
  },
  'GET /api/print-agents': { answer: { items: [AGENT_ITEM], nextCursor: null } },
  'POST /api/print-agents': {
    body: { name: 'Annex' },
    answer: { id: AGENT, name: 'Annex', token: 'rpa_mJ0Zk3uJ8m1QyVb7nq2v9wR4tX6cH5sLdPfGaEiOuKo' },
  },
  'DELETE /api/print-agents/:id': {
    answer: { ...AGENT_ITEM, revokedAt: '2026-11-21T17:20:00.000Z', revokedBy: 'SV2001' },
  },
  'POST /api/print-agent/next': {
    body: { waitS: 25 },
    answer: {
      attempt: AGENT,
      printer: { code: 'ANNEX-1', host: '10.0.4.31', port: 9100, language: 'zpl', tells: true },
      count: 1,
      bytes: 'XlhBXlha',
      leaseS: 30,
    },
  },
  'POST /api/print-agent/attempts/:attempt/begin': { body: { count: 1 } },
  'POST /api/print-agent/attempts/:attempt/alive': { body: { trouble: 'paper_out' } },
  'POST /api/print-agent/attempts/:attempt/result': { body: { state: 'printed' } },
}
