/** What is told of the devices' routes, and examples of them. */

export const DEVICE_DESCRIPTIONS = {
  'POST /api/devices/enrolments': {
    summary: 'Makes a code that enrols one device, by a supervisor',
    description: 'Good once and for 15 minutes. The desk shows it as a QR code for the device to scan.',
  },
  'GET /api/devices/enrolments/:id': { summary: 'Has a device taken a code up?' },
  'POST /api/devices/enrol': {
    summary: 'Enrols the device that scanned a code',
    description:
      'Nobody needs to be signed in. The key is given this once: the device keeps it and sends it with each sign-in. Again with a fresh code: a new key and name, and back in use if it was taken out of it. Twenty wrong codes from one address make it wait a quarter of an hour.',
  },
  'POST /api/devices/heartbeat': {
    summary: 'A device tells that it is there, and how much work it keeps',
    description:
      'By the session or by the device’s own send token; also of devices that were never enrolled.',
  },
  'GET /api/devices': { summary: 'Devices of the warehouse, by name' },
  'PUT /api/devices/:deviceId': { summary: 'Names a device' },
  'POST /api/devices/:deviceId/revoke': {
    summary: 'Takes a device out of use',
    description:
      'Whoever is signed in on it is signed out, nobody signs in on it, and its send tokens rest. Its unsent work stays on it.',
  },
  'POST /api/devices/:deviceId/restore': {
    summary: 'Takes a device into use again; what it kept is sent then',
  },
  'POST /api/screens': {
    summary: 'Makes the browser that asks a screen on a wall, by a supervisor',
    description:
      'Its cookie is a screen’s from then on, and the supervisor is signed out there. A screen reads boards, asks who it is and signs itself out; everything else is refused with `screen_only_looks`. It has no end of its own: it is taken down, or has not asked who it is for 400 days.',
  },
  'GET /api/screens': { summary: 'Screens that hang in the warehouse, by name' },
  'DELETE /api/screens/:id': {
    summary: 'Takes a screen down',
    description: 'It is signed out at once; boards that are open on it end within moments.',
    response: { 204: { description: 'Done', type: 'null' } },
  },
}

const DEVICE = {
  deviceId: 'handheld-7',
  name: 'Dock 1',
  enrolled: true,
  enrolledAt: '2026-11-20T16:02:11.120Z',
  enrolledBy: 'SV2001',
  lastSeen: '2026-11-21T17:14:05.120Z',
  lastBadge: 'OP1001',
  appVersion: '0.1.0',
  battery: 81,
  charging: false,
  unsent: 3,
  oldestUnsentAt: '2026-11-21T17:12:40.000Z',
  refused: 0,
  dropped: 0,
  revokedAt: null,
  revokedBy: null,
}

export const DEVICE_EXAMPLES = {
  'POST /api/screens': {
    body: { name: 'Dock, north wall' },
    answer: {
      user: {
        name: 'Dock, north wall',
        role: 'screen',
        warehouse: 'LAX1',
        timeZone: 'America/Los_Angeles',
      },
    },
  },
  'GET /api/screens': {
    answer: {
      items: [
        {
          id: '8d0a3c52-6f0e-4f6a-9a53-2f6f3a3e9c10',
          name: 'Dock, north wall',
          hungBy: 'SV2001',
          hungAt: '2026-11-20T16:02:11.120Z',
          lastSeen: '2026-11-21T17:14:05.120Z',
        },
      ],
    },
  },
  'POST /api/devices/enrolments': {
    body: { name: 'Dock 1' },
    answer: {
      id: '3f0c8e6a-1b47-4d52-9a03-8d207c11be1f',
      code: 'RSE:mJ0Zk3uJ8m1QyVb7nq2v9wR4tX6cH5sL',
      expiresAt: '2026-11-20T16:15:00.000Z',
    },
  },
  'GET /api/devices/enrolments/:id': {
    answer: { usedBy: 'handheld-7', expiresAt: '2026-11-20T16:15:00.000Z', expired: false },
  },
  'POST /api/devices/enrol': {
    body: { code: 'RSE:mJ0Zk3uJ8m1QyVb7nq2v9wR4tX6cH5sL', deviceId: 'handheld-7', appVersion: '0.1.0' },
    answer: {
      device: { deviceId: 'handheld-7', name: 'Dock 1', warehouse: 'LAX1' },
      deviceKey: 'rdk_mJ0Zk3uJ8m1QyVb7nq2v9wR4tX6cH5sLdPfGaEiOuKo',
    },
  },
  'POST /api/devices/heartbeat': {
    body: {
      deviceId: 'handheld-7',
      appVersion: '0.1.0',
      battery: 81,
      charging: false,
      unsent: 3,
      oldestUnsentAt: '2026-11-21T17:12:40.000Z',
      refused: 0,
    },
    answer: {
      device: {
        ...{ name: 'Dock 1', enrolled: true, revoked: false },
        printer: { code: 'DOCK-1', name: 'Dock 1', trouble: null },
      },
    },
  },
  'GET /api/devices': { answer: { items: [DEVICE], nextCursor: null } },
  'PUT /api/devices/:deviceId': { body: { name: 'Dock 1' }, answer: DEVICE },
  'POST /api/devices/:deviceId/revoke': {
    answer: { ...DEVICE, revokedAt: '2026-11-21T17:20:00.000Z', revokedBy: 'SV2001' },
  },
  'POST /api/devices/:deviceId/restore': { answer: DEVICE },
}
