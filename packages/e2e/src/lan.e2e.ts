import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { get as getPlain } from 'node:http'
import { get } from 'node:https'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { TLSSocket } from 'node:tls'
import { type ServerProcess, startServer } from '@restow/testkit/server-process'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

/** `npm start -- --lan`: a phone that was told of the warehouse's authority is served over HTTPS. */

const dataDir = mkdtempSync(join(tmpdir(), 'restow e2e lan '))
let server: ServerProcess

beforeAll(async () => {
  server = await startServer({ RESTOW_DATA_DIR: dataDir, RESTOW_DEMO: '0' }, ['--lan'])
})

afterAll(async () => {
  await server?.stop()
  rmSync(dataDir, { recursive: true, force: true })
})

interface Answer {
  readonly status: number | undefined
  readonly headers: NodeJS.Dict<string | string[]>
  readonly body: string
  readonly issuer: string | undefined
}

/** Asks as a client that trusts nobody but the given authority. */
function ask(url: string, authority?: string, headers: Record<string, string> = {}): Promise<Answer> {
  return new Promise((resolve, reject) => {
    const call = url.startsWith('https:') ? get : getPlain
    call(url, { ...(authority ? { ca: authority } : {}), headers, agent: false }, (answer) => {
      let body = ''
      const issuer = (answer.socket as TLSSocket).getPeerCertificate?.().issuer?.CN
      answer.setEncoding('utf8').on('data', (text: string) => {
        body += text
      })
      answer.on('end', () =>
        resolve({ status: answer.statusCode, headers: answer.headers, body, issuer: issuer?.toString() }),
      )
    }).on('error', reject)
  })
}

async function greeter(): Promise<string> {
  const address = () => server.said.map((line) => /http:\/\/\S+\/ca\.crt/.exec(line)?.[0]).find(Boolean)
  await expect.poll(address).toBeDefined()
  return address() ?? ''
}

describe('the start for the local network', () => {
  it('hands out its authority over plain HTTP, and is trusted by who takes it', async () => {
    const authority = await ask(await greeter())
    expect(authority.headers['content-type']).toBe('application/x-x509-ca-cert')
    expect(authority.body).toBe(readFileSync(join(dataDir, 'tls', 'ca.crt'), 'utf8'))
    for (const host of ['127.0.0.1', 'localhost']) {
      const page = await ask(`https://${host}:${server.port}/floor/`, authority.body)
      expect(page.status).toBe(200)
      expect(page.body).toContain('Restow')
      expect(page.issuer).toMatch(/^Restow on /)
    }
  })

  it('is not trusted by who was not told of it', async () => {
    await expect(ask(`https://127.0.0.1:${server.port}/floor/`)).rejects.toThrow(/certificate/)
  })

  it('sends who comes over plain HTTP to where it is secure, and to no other host', async () => {
    const home = (await greeter()).replace('/ca.crt', '')
    const sent = await ask(`${home}/floor/unit/RU0000000017`)
    expect(sent.status).toBe(307)
    expect(sent.headers.location).toBe(`https://localhost:${server.port}/floor/unit/RU0000000017`)
    const lured = await ask(`${home}/floor/`, undefined, { host: 'evil.example' })
    expect(lured.headers.location).toBe(`https://localhost:${server.port}/floor/`)
  })
})
