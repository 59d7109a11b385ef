import { createPrivateKey, generateKeyPair, randomBytes, X509Certificate } from 'node:crypto'
import { promisify } from 'node:util'
import forge from 'node-forge'

/**
 * A small authority of a warehouse's own, and certificates from it: browsers lend the camera to secure pages only, and no
 * public authority signs for 192.168.1.5. Why node-forge: docs/decisions/011-camera-engines.md.
 */

/** A certificate and its key, both as PEM. */
export interface Certified {
  readonly cert: string
  readonly key: string
}

/** What a server is reached by. */
export interface Names {
  readonly hosts: readonly string[]
  readonly addresses: readonly string[]
}

const DAY_MS = 86_400_000
const AUTHORITY_DAYS = 3650
/** Browsers take no more than 398 days for a server; a day of it lies in the past, for clocks that are behind. */
const SERVER_DAYS = 396
const RENEW_BEFORE_DAYS = 30

const newKeys = promisify(generateKeyPair)

async function keyPair() {
  const { publicKey, privateKey } = await newKeys('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  })
  return { publicKey: forge.pki.publicKeyFromPem(publicKey), key: privateKey }
}

function blank(
  publicKey: forge.pki.PublicKey,
  subject: string,
  now: Date,
  days: number,
): forge.pki.Certificate {
  const certificate = forge.pki.createCertificate()
  certificate.publicKey = publicKey
  // Positive and short of twenty bytes, as RFC 5280 has it.
  certificate.serialNumber = `4${randomBytes(15).toString('hex')}0`
  certificate.validity.notBefore = new Date(now.getTime() - DAY_MS)
  certificate.validity.notAfter = new Date(now.getTime() + (days - 1) * DAY_MS)
  certificate.setSubject([{ name: 'commonName', value: subject }])
  return certificate
}

function signed(certificate: forge.pki.Certificate, key: string): string {
  certificate.sign(forge.pki.privateKeyFromPem(key), forge.md.sha256.create())
  return forge.pki.certificateToPem(certificate)
}

/** An authority that may sign for servers and for no other authority. @param name as phones list it among those they trust */
export async function makeAuthority(name: string, now: Date): Promise<Certified> {
  const { publicKey, key } = await keyPair()
  const certificate = blank(publicKey, name, now, AUTHORITY_DAYS)
  certificate.setIssuer(certificate.subject.attributes)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: true, pathLenConstraint: 0, critical: true },
    { name: 'keyUsage', keyCertSign: true, cRLSign: true, critical: true },
    { name: 'subjectKeyIdentifier' },
  ])
  return { cert: signed(certificate, key), key }
}

/** A certificate for a server that is reached by these names, signed by the authority. */
export async function makeServerCertificate(
  authority: Certified,
  names: Names,
  now: Date,
): Promise<Certified> {
  const { publicKey, key } = await keyPair()
  const issuer = forge.pki.certificateFromPem(authority.cert)
  const certificate = blank(publicKey, names.hosts[0] ?? 'localhost', now, SERVER_DAYS)
  certificate.setIssuer(issuer.subject.attributes)
  certificate.setExtensions([
    { name: 'basicConstraints', cA: false, critical: true },
    { name: 'keyUsage', digitalSignature: true, keyEncipherment: true, critical: true },
    { name: 'extKeyUsage', serverAuth: true },
    { name: 'subjectKeyIdentifier' },
    { name: 'authorityKeyIdentifier', keyIdentifier: issuer.generateSubjectKeyIdentifier().getBytes() },
    {
      name: 'subjectAltName',
      altNames: [
        ...names.hosts.map((value) => ({ type: 2, value })),
        ...names.addresses.map((ip) => ({ type: 7, ip })),
      ],
    },
  ])
  return { cert: signed(certificate, authority.key), key }
}

/** May a server go on with this certificate: from this authority, for exactly these names, and not about to expire? */
export function isCurrent(own: Certified, authority: string, names: Names, now: Date): boolean {
  const certificate = new X509Certificate(own.cert)
  const { hosts, addresses } = names
  const listed = certificate.subjectAltName?.split(', ').length ?? 0
  const daysLeft = (Date.parse(certificate.validTo) - now.getTime()) / DAY_MS
  return (
    certificate.checkPrivateKey(createPrivateKey(own.key)) &&
    certificate.verify(new X509Certificate(authority).publicKey) &&
    daysLeft > RENEW_BEFORE_DAYS &&
    Date.parse(certificate.validFrom) <= now.getTime() &&
    listed === hosts.length + addresses.length &&
    hosts.every((host) => certificate.checkHost(host) !== undefined) &&
    addresses.every((address) => certificate.checkIP(address) !== undefined)
  )
}
