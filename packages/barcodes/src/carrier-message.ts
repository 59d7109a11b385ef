/**
 * What the square code of a label holds: a MaxiCode (UPS) or a PDF417 (FedEx) begins with `[)>`, and has postal code,
 * country, class of service, number and carrier one behind the other (ISO/IEC 15434, format 01). Scanners send its
 * separators, or words for them, or nothing; so the number is found by the carrier's name that stands behind it.
 */

import * as checks from './checks.ts'
import { GS } from './clean.ts'

export interface CarrierMessage {
  carrier: string
  format: string
  /** The number whole, where it can be had and its check digit is right. */
  trackingNumber?: string
  postalCode?: string
}

const MESSAGE = /^\[\)>/
/** UPS: class of service, number, its SCAC, the shipper's account. Of older codes the number is only 1Z and the last eight. */
const UPS = /(?<service>\d{3})(?<number>1Z[0-9A-Z]{8,16}?)UPSN(?<shipper>[0-9A-Z]{6})?/
/** FedEx Express: twelve digits and four for the kind of form; Ground: fifteen. */
const FEDEX_EXPRESS = /(?<number>\d{12})0\d{3}FD(?:EB?|XE)/
const FEDEX_GROUND = /(?<number>\d{15}|\d{12})FD(?:EG|XG)/

const upsFits = (number: string) =>
  /^1Z[0-9A-Z]{15}\d$/.test(number) && checks.ups(number.slice(2, -1), number.slice(-1))
const fedexFits = (number: string) =>
  number.length === 12
    ? checks.fedex(number.slice(0, -1), number.slice(-1))
    : checks.gs1(number.slice(0, -1), number.slice(-1))

function readUps(code: string): CarrierMessage | undefined {
  const { service = '', number = '', shipper = '' } = UPS.exec(code)?.groups ?? {}
  if (number === '') return code.includes('UPSN') ? { carrier: 'ups', format: 'UPS' } : undefined
  const whole = number.length === 10 ? `1Z${shipper}${service.slice(1)}${number.slice(2)}` : number
  return { carrier: 'ups', format: 'UPS', ...(upsFits(whole) ? { trackingNumber: whole } : {}) }
}

function readFedex(code: string): CarrierMessage | undefined {
  const express = FEDEX_EXPRESS.exec(code)?.groups?.number
  if (express) {
    const found = fedexFits(express) ? { trackingNumber: express } : {}
    return { carrier: 'fedex', format: 'FedEx Express (12)', ...found }
  }
  const ground = FEDEX_GROUND.exec(code)?.groups?.number ?? ''
  const format = ground.length === 12 ? 'FedEx Express (12)' : 'FedEx Ground'
  if (ground !== '' && fedexFits(ground)) return { carrier: 'fedex', format, trackingNumber: ground }
  return /FD(?:EG?|XE|XG)/.test(code) ? { carrier: 'fedex', format } : undefined
}

/** The postal code, which stands first behind the header; without separators only the United States' number ends it. */
function postalCodeIn(text: string): string | undefined {
  const first = text.split(GS).find((part) => /^(?:96|02)[0-9A-Z -]{2,11}$/i.test(part))
  return first?.slice(2).trim() ?? /^\[\)>01(?:96|02)(\d{9}|\d{5})840/.exec(text)?.[1]
}

/** The carrier's message in a compact code; its postal code from the text, where that has its separators still. */
export function readCarrierMessage(code: string, text = code): CarrierMessage | undefined {
  const message = MESSAGE.test(code) ? (readUps(code) ?? readFedex(code)) : undefined
  const postalCode = message && postalCodeIn(text)
  return message && { ...message, ...(postalCode ? { postalCode } : {}) }
}
