import { LIVE_BOARDS, LiveMessage, LiveSubscribe } from '@restow/contracts'

/** What is told of the boards' WebSocket. */
export const LIVE_DESCRIPTIONS = {
  'GET /api/live': {
    summary: 'Boards as they change: a WebSocket',
    tags: ['boards'],
    description: [
      'To be opened with the session’s cookie, by a page of this server or of `RESTOW_ORIGINS`. Every message is one JSON text.',
      `Say which boards you want (${LIVE_BOARDS.join(', ')}): \`{"type":"subscribe","boards":["bins","pipeline"]}\`; said again, it takes the place of what was said before.`,
      'Each comes as a `snapshot`, then as a `change` whenever something was recorded, and every half minute since ages go on; `events` tell what was recorded, each once and in order.',
      'After a break say where you were: `{"type":"subscribe","boards":["bins"],"cursor":"4711"}`, the last `cursor` that you heard in `ready`, `events` or `ping`; what happened since comes first.',
      'A `ping` comes every few seconds: a line that is silent for longer is broken. Who does not read is cut off.',
      'The last message, `closing`, says why the server closes: try again after `stopping`, and after any loss that was not announced, a little later each time.',
    ].join('\n\n'),
    response: {
      101: {
        description: 'What the server says; below it what it understands',
        content: {
          'application/json': { schema: { anyOf: [LiveMessage, LiveSubscribe] } },
        },
      },
    },
  },
}
