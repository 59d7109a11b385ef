/** What is told of the board of people, and an example of it. */

export const PEOPLE_DESCRIPTIONS = {
  'GET /api/boards/people': {
    description:
      'For supervisors and admins. Everybody of the warehouse who has done something today or in the last hour, by name: how much of each step, and what each did last, where and when. What was taken back does not count. Each step is counted by itself.',
  },
}

const STEPS = ['received', 'registered', 'inspected', 'decided', 'put_away', 'refurbished', 'left']
const counts = (of: Readonly<Record<string, [lastHour: number, today: number, perHour: number]>>) =>
  STEPS.map((step) => {
    const [lastHour, today, perHour] = of[step] ?? [0, 0, 0]
    return { step, lastHour, today, perHour }
  })
const OTTO = counts({ inspected: [18, 96, 19.2], decided: [18, 94, 18.8] })

export const PEOPLE_EXAMPLES = {
  'GET /api/boards/people': {
    answer: {
      cursor: 'mJ0Zk3uJ8m1QyVb7',
      asOf: '2026-11-21T21:14:05.120Z',
      warehouse: 'LAX1',
      timeZone: 'America/Los_Angeles',
      day: '2026-11-21',
      people: [
        {
          badge: 'OP1001',
          name: 'Otto Ohm',
          role: 'operator',
          steps: OTTO,
          since: '2026-11-21T16:02:11.120Z',
          last: {
            at: '2026-11-21T21:13:48.007Z',
            event: 'UnitClassified',
            kind: 'unit',
            key: 'RU0000004127',
            deviceId: 'handheld-7',
            device: 'Bench 2',
          },
        },
      ],
      totals: OTTO.map(({ step, lastHour, today }) => ({ step, lastHour, today })),
    },
  },
}
