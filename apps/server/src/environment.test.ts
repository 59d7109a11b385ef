import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { readEnvironment, WrongEnvironment } from './environment.ts'

const APP = 'postgres://restow_app:x@db.example:5432/restow'

it('nothing said is a server on port 8080 with a database of its own', () => {
  expect(readEnvironment({})).toEqual({
    port: 8080,
    host: '0.0.0.0',
    dataDir: resolve('.restow'),
    databaseUrl: null,
    databaseOwnerUrl: null,
    demo: null,
    lan: false,
    tls: null,
    origins: [],
    proxies: 0,
    webhooks: { anywhere: false },
    logLevel: 'warn',
    mail: null,
    printers: {
      ports: [
        [9100, 9109],
        [6101, 6101],
      ],
      loopback: false,
    },
  })
})

it('a variable that is there and empty says nothing', () => {
  const names = ['PORT', 'HOST', 'DATABASE_URL', 'DATABASE_OWNER_URL', 'RESTOW_DATA_DIR', 'RESTOW_DEMO']
  const others = ['RESTOW_TLS_CERT', 'RESTOW_TLS_KEY', 'RESTOW_ORIGINS', 'RESTOW_PROXIES', 'RESTOW_LOG_LEVEL']
  const printers = ['RESTOW_PRINTER_PORTS', 'RESTOW_PRINTER_LOOPBACK']
  const empty = Object.fromEntries([...names, ...others, ...printers].map((name) => [name, '']))
  expect(readEnvironment(empty)).toEqual(readEnvironment({}))
})

it('everything said is what it says', () => {
  expect(
    readEnvironment({
      PORT: '80',
      HOST: '127.0.0.1',
      DATABASE_URL: APP,
      DATABASE_OWNER_URL: 'postgresql://restow_owner@db.example/restow',
      RESTOW_DATA_DIR: '/srv/restow',
      RESTOW_DEMO: '0',
      RESTOW_TLS_CERT: 'a.pem',
      RESTOW_TLS_KEY: 'b.pem',
      RESTOW_ORIGINS: 'https://a.example, http://b.example:81',
      RESTOW_PROXIES: '1',
      RESTOW_LOG_LEVEL: 'debug',
      RESTOW_PRINTER_PORTS: '9100, 9200-9203',
      RESTOW_PRINTER_LOOPBACK: '1',
      RESTOW_WEBHOOK_PRIVATE: '1',
    }),
  ).toEqual({
    port: 80,
    host: '127.0.0.1',
    dataDir: '/srv/restow',
    databaseUrl: APP,
    databaseOwnerUrl: 'postgresql://restow_owner@db.example/restow',
    demo: false,
    lan: false,
    tls: { cert: 'a.pem', key: 'b.pem' },
    origins: ['https://a.example', 'http://b.example:81'],
    proxies: 1,
    webhooks: { anywhere: true },
    logLevel: 'debug',
    mail: null,
    printers: {
      ports: [
        [9100, 9100],
        [9200, 9203],
      ],
      loopback: true,
    },
  })
})

describe('a wrong value stops the start with one clear sentence', () => {
  const WRONG: [Record<string, string>, string][] = [
    ...['http', '-1', '65536', '80.5', '8e3', '0x50', ' 80', '1e9', '٨'].map(
      (PORT): [Record<string, string>, string] => [
        { PORT },
        `PORT is “${PORT}”, which is no port number from 0 to 65535.`,
      ],
    ),
    ...['localhost:5432', 'mysql://x/y', 'restow', 'http://db.example/restow'].map(
      (DATABASE_URL): [Record<string, string>, string] => [
        { DATABASE_URL },
        'DATABASE_URL is no PostgreSQL address such as postgres://user:password@host:5432/restow.',
      ],
    ),
    [
      { DATABASE_URL: APP, DATABASE_OWNER_URL: 'x' },
      'DATABASE_OWNER_URL is no PostgreSQL address such as postgres://user:password@host:5432/restow.',
    ],
    [
      { DATABASE_OWNER_URL: APP },
      'DATABASE_OWNER_URL is given without DATABASE_URL, the role that the server itself uses.',
    ],
    ...['yes', 'true', '2', ' 1'].map((RESTOW_DEMO): [Record<string, string>, string] => [
      { RESTOW_DEMO },
      `RESTOW_DEMO is “${RESTOW_DEMO}”; it must be 0 or 1.`,
    ]),
    [{ RESTOW_TLS_CERT: 'a' }, 'RESTOW_TLS_KEY is missing; a certificate and its key go together.'],
    [{ RESTOW_TLS_KEY: 'a' }, 'RESTOW_TLS_CERT is missing; a certificate and its key go together.'],
    ...['*', 'a.example', 'https://a.example/', 'https://a.example/x', 'null'].map(
      (origin): [Record<string, string>, string] => [
        { RESTOW_ORIGINS: `https://fine.example,${origin}` },
        `RESTOW_ORIGINS lists “${origin}”, which is no origin such as https://returns.example.com.`,
      ],
    ),
    ...['true', '-1', '10', '10.0.0.1'].map((RESTOW_PROXIES): [Record<string, string>, string] => [
      { RESTOW_PROXIES },
      `RESTOW_PROXIES is “${RESTOW_PROXIES}”; it must be the number of reverse proxies in front, from 0 to 9.`,
    ]),
    ...['0', '9100-', '9109-9100', '70000', 'all'].map(
      (RESTOW_PRINTER_PORTS): [Record<string, string>, string] => [
        { RESTOW_PRINTER_PORTS },
        `RESTOW_PRINTER_PORTS lists “${RESTOW_PRINTER_PORTS}”, which is neither a port nor a range such as 9100-9109.`,
      ],
    ),
    ...[
      'mail.example.com',
      'http://mail.example.com',
      'smtp://',
      'smtps://u:p@m.example/x',
      'smtp://m.example?a=b',
    ].map((RESTOW_SMTP_URL): [Record<string, string>, string] => [
      { RESTOW_SMTP_URL },
      'RESTOW_SMTP_URL is no address such as smtps://user:password@mail.example.com:465.',
    ]),
    [
      { RESTOW_SMTP_URL: 'smtp://user@m.example' },
      'RESTOW_SMTP_URL has a user without a password, or a password without a user.',
    ],
    [
      { RESTOW_SMTP_URL: 'smtp://u:100%@m.example' },
      'RESTOW_SMTP_URL has a % in its user or password that is not written as %25.',
    ],
    [
      { RESTOW_SMTP_URL: 'smtp://m.example' },
      'RESTOW_MAIL_FROM is missing; with RESTOW_SMTP_URL e-mail is sent in its name.',
    ],
    [
      { RESTOW_SMTP_URL: 'smtp://m.example', RESTOW_MAIL_FROM: 'a@b.example' },
      'RESTOW_PUBLIC_URL is missing; links in e-mails begin with it.',
    ],
    [
      { RESTOW_MAIL_FROM: 'a@b.example' },
      'RESTOW_MAIL_FROM is given without RESTOW_SMTP_URL, the server that sends.',
    ],
    ...['Restow', 'a@b, c@d', 'A <a@b.example> x', '<>', 'a@b.example\nBcc: c@d.example'].map(
      (RESTOW_MAIL_FROM): [Record<string, string>, string] => [
        { RESTOW_MAIL_FROM },
        `RESTOW_MAIL_FROM is “${RESTOW_MAIL_FROM}”, which is no sender such as Restow <returns@example.com>.`,
      ],
    ),
    ...['returns.example.com', 'ftp://a.example', 'https://a.example/x', 'https://u:p@a.example'].map(
      (RESTOW_PUBLIC_URL): [Record<string, string>, string] => [
        { RESTOW_PUBLIC_URL },
        `RESTOW_PUBLIC_URL is “${RESTOW_PUBLIC_URL}”, which is no origin such as https://returns.example.com.`,
      ],
    ),
    [{ RESTOW_WEBHOOK_PRIVATE: 'yes' }, 'RESTOW_WEBHOOK_PRIVATE is “yes”; it must be 0 or 1.'],
    [{ RESTOW_PRINTER_LOOPBACK: 'yes' }, 'RESTOW_PRINTER_LOOPBACK is “yes”; it must be 0 or 1.'],
    [
      { RESTOW_LOG_LEVEL: 'loud' },
      'RESTOW_LOG_LEVEL is “loud”; it must be one of fatal, error, warn, info, debug, trace, silent.',
    ],
  ]
  for (const [variables, sentence] of WRONG)
    it(`${JSON.stringify(variables)}`, () => {
      expect(() => readEnvironment(variables)).toThrow(new WrongEnvironment(sentence))
    })

  it('sends no e-mail until it is told by which server, in whose name and from where', () => {
    expect(readEnvironment({ RESTOW_PUBLIC_URL: 'https://a.example/' }).mail).toBeNull()
    const variables = {
      RESTOW_SMTP_URL: 'smtps://restow:p%40ss@[2001:db8::1]',
      RESTOW_MAIL_FROM: '"Restow, LAX1" <returns@a.example>',
      RESTOW_PUBLIC_URL: 'https://a.example/',
    }
    expect(readEnvironment(variables).mail).toEqual({
      ...{ host: '2001:db8::1', port: 465, secure: true, sign: { user: 'restow', pass: 'p@ss' } },
      ...{ from: { name: 'Restow, LAX1', address: 'returns@a.example' }, publicUrl: 'https://a.example' },
    })
    const open = { ...variables, RESTOW_SMTP_URL: 'smtp://m.example', RESTOW_MAIL_FROM: 'returns@a.example' }
    expect(readEnvironment(open).mail).toMatchObject({ port: 587, secure: false, sign: null })
  })

  it('which does not repeat a password', () => {
    const DATABASE_URL = 'mysql://restow:hunter2@db.example/restow'
    expect(() => readEnvironment({ DATABASE_URL })).toThrow(/^(?!.*hunter2).*$/)
  })

  it('serves the local network when it is told to, and takes no other word', () => {
    expect(readEnvironment({}).lan).toBe(false)
    expect(readEnvironment({}, ['--lan']).lan).toBe(true)
    expect(() => readEnvironment({}, ['--wlan'])).toThrow('“--wlan” is no option of the start')
  })
})
