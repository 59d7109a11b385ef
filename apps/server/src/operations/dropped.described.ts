/** What is told of the routes about what people drop at handhelds, and examples of them. */

export const DROPPED_DESCRIPTIONS = {
  'POST /api/devices/dropped': {
    summary: 'A device tells what was dropped on it of what had been refused',
    description:
      'By the session or the device’s own send token of whoever has dropped it. Idempotent by `commandId`; `kept` says how many were new.',
  },
  'POST /api/devices/dropped/acknowledged': {
    summary: 'A supervisor has seen what was dropped, and it waits for nobody any more',
    description:
      'One outcome for each, in order: `acknowledged`, `already` with who was first and when, or `unknown` here.',
  },
  'GET /api/devices/:deviceId/dropped': {
    summary: 'What was dropped on a device, the latest first, by a supervisor',
  },
}

const FACTS = {
  commandId: '0197a3f2-7c11-7a52-9a03-8d207c11be1f',
  type: 'PutAwayUnit',
  about: 'RU0000000017',
  doneBy: 'OP1001',
  code: 'bin_full',
  message: 'Bin S-02-01 is full. Scan another bin.',
  reason: 'settled',
}
const droppedAt = '2026-11-21T17:12:40.000Z'

export const DROPPED_EXAMPLES = {
  'POST /api/devices/dropped': {
    body: { deviceId: 'handheld-7', dropped: [{ ...FACTS, droppedAt }] },
    answer: { kept: 1 },
  },
  'POST /api/devices/dropped/acknowledged': {
    body: { commandIds: [FACTS.commandId] },
    answer: {
      outcomes: [
        {
          commandId: FACTS.commandId,
          outcome: 'acknowledged',
          by: 'SV2001',
          at: '2026-11-21T17:30:02.125Z',
        },
      ],
    },
  },
  'GET /api/devices/:deviceId/dropped': {
    answer: {
      items: [{ ...FACTS, droppedBy: 'OP1001', droppedAt, recordedAt: '2026-11-21T17:12:41.250Z' }],
      nextCursor: null,
    },
  },
}
