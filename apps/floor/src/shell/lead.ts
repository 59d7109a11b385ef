import { readScan, splitRunTogether } from '@restow/barcodes'
import { ApiProblem } from '@restow/client'
import type { ScanAnswer, ScanKind } from '@restow/contracts'
import { isContested, parcelMay } from '@restow/domain'
import { tell } from '@restow/ui/floor'
import { parcelCopy, unitCopy } from '../copy/copy.store.ts'
import { askScan, keepAnswer, loadParcel, loadUnit } from '../copy/load.ts'
import { lookUpHere } from '../copy/look-up.ts'
import { setOffline, useOutbox } from '../outbox/outbox.store.ts'
import { momentOfAsking } from '../outbox/touched.ts'
import { choosePrinter } from '../printing/choose-printer.ts'
import { announcedOf, receive } from '../receive/receive.ts'
import { leadToProduct } from '../register/lead-product.ts'
import { openParcel, usePending } from '../register/pending.store.ts'
import { offer, pressByCode, type Scan } from '../scanner/bus.ts'
import { toggleCamera } from '../scanner/camera/camera.store.ts'
import { inTurn } from '../scanner/turn.ts'
import { sayRefused } from './ask.ts'
import { endChoice, letChoose, type Question } from './choice.store.ts'
import { enrol, isEnrolment } from './enrol.ts'
import { arrived, binPath, go, goBack, goHome, isAt, isWithin, parcelPath, unitPath } from './go.ts'
import { wordOf } from './sentences.ts'
import { changeHands, useSession } from './session.store.ts'
import { acknowledge, noteScan, sayLook, sayNoConnection, sayRight } from './verdict.store.ts'

/** A screen asks as it is opened: whoever scans what is on it already is shown how it stands now as well. */
function askAgain(path: string, load: () => Promise<unknown>): void {
  if (isWithin(path)) void load().catch(() => {})
}

/** Goes to a unit's next step. A plate that is on nothing yet waits for its product. */
async function leadToUnit(lpn: string): Promise<void> {
  const own = unitCopy(lpn)
  try {
    const unit = own ?? (await loadUnit(lpn))
    sayRight(unit.lpn, wordOf('unitState', unit.state))
    askAgain(unitPath(unit.lpn), () => loadUnit(lpn))
    go(unitPath(unit.lpn))
  } catch (error) {
    // A plate that neither this device nor a server that answers knows is a fresh one.
    const isFresh = !(error instanceof ApiProblem) || error.status === 404
    if (!isFresh) throw error
    const { parcel } = usePending.getState()
    if (parcel === null) return sayRefused(lpn, 'unit_unknown', { lpn })
    sayLook(lpn, tell('verdict.needProduct'))
    go(parcelPath(parcel))
  }
}

/** Nothing here has this code: a carrier's label is taken in, other codes are asked about. */
async function leadNowhere(answer: ScanAnswer): Promise<void> {
  const { raw, reading } = answer
  const { routingOnly: routing } = readScan(raw)
  const isCarriers = reading.carriers.some((one) => one.check === 'right')
  // Twelve digits may be a product that nobody has told us of as well as a carrier's number.
  const mayBeProduct = usePending.getState().parcel !== null && readScan(raw).gtin !== undefined
  if (routing) askPerson({ kind: 'routing', answer, routing }, raw, tell('routing.title'))
  else if (isCarriers && !mayBeProduct) await leadNewLabel(answer)
  else if (!(await leadApart(raw))) askPerson({ kind: 'which', answer }, raw, tell('verdict.unknownCode'))
}

/** Heard and listed at once, and asked over the screen. */
function askPerson(question: Question, code: string, words: string): void {
  acknowledge()
  noteScan('look', code, words)
  letChoose(question)
}

/** A carrier's label that nobody knows: a new parcel, or one more label of the box that has just come in. */
async function leadNewLabel(answer: ScanAnswer): Promise<void> {
  const parcel = untouchedOnScreen()
  if (parcel === null) return void (await receive(answer))
  askPerson({ kind: 'second', answer, parcel }, answer.raw, tell('second.title'))
}

/** The parcel whose screen this is, if it is open and nothing was taken out of it yet. */
function untouchedOnScreen(): string | null {
  const { parcel: tracking, pending } = usePending.getState()
  if (tracking === null || pending !== null || !isAt(parcelPath(tracking))) return null
  const parcel = parcelCopy(tracking)
  const isUntouched = parcel !== undefined && parcel.units.length === 0
  return isUntouched && parcelMay('RegisterUnit', parcel).allowed ? tracking : null
}

/** Two barcodes in one text: twice the same is that one, of two different ones a person says which. @returns whether it was so */
async function leadApart(raw: string): Promise<boolean> {
  const [parts] = splitRunTogether(raw)
  if (!parts) return false
  const [first, second] = parts
  if (first.text === second.text) await lead({ raw: first.text, reading: first })
  else askPerson({ kind: 'together', parts }, raw, tell('together.title'))
  return true
}

/** An announced label: the parcel comes in, once it is clear whose it is. */
async function leadToExpected(answer: ScanAnswer): Promise<void> {
  const { expected = [], parcel } = answer
  const isNew = (parcel?.state ?? 'void') === 'void'
  if (isNew && isContested(announcedOf(expected)))
    askPerson({ kind: 'owner', answer }, answer.raw, tell('owner.title'))
  else await receive(answer)
}

function leadToParcel(tracking: string, state: string): void {
  sayRight(tracking, wordOf('parcelState', state))
  openParcel(tracking)
  askAgain(parcelPath(tracking), () => loadParcel(tracking))
  go(parcelPath(tracking))
}

function leadToBin(code: string, zone: string): void {
  sayRight(code, wordOf('zone', zone))
  go(binPath(code))
}

/** Goes where one reading of a scan leads. */
export async function leadTo(kind: ScanKind, answer: ScanAnswer): Promise<void> {
  const { parcel, unit, bin, products, raw } = answer
  if (kind === 'unit' && unit) await leadToUnit(unit.lpn)
  else if (kind === 'product' && products) leadToProduct(products, raw)
  else if (kind === 'bin' && bin) leadToBin(bin.code, bin.zone)
  else if (kind === 'expected' || parcel?.state === 'void') await leadToExpected(answer)
  else if (kind === 'parcel' && parcel) leadToParcel(parcel.trackingNumber, parcel.state)
  else if (kind === 'ambiguous') askPerson({ kind: 'which', answer }, raw, tell('choose.title'))
  else await leadNowhere(answer)
}

function leadByCommand(command: { command: string; value?: string }): void {
  if (pressByCode(command)) return
  if (command.command === 'HOME') goHome()
  else if (command.command === 'BACK') goBack()
  else if (command.command === 'CAMERA') toggleCamera()
  else sayLook(command.command, tell('verdict.noSuchButton'))
}

function leadToPerson(badge: string): void {
  const { person } = useSession.getState()
  if (person?.badge === badge) sayLook(badge, tell('verdict.badgeOpen'))
  else void changeHands(badge)
}

/** The server is given this long before the worker hears that it is being asked. */
const AT_ONCE_MS = 40

/** The server's word on a code that nothing here has; without it, what this device knows: it is taken in now and matched later. */
async function askAbout(raw: string, here: ScanAnswer): Promise<ScanAnswer> {
  if (useOutbox.getState().offline) return here
  const waits = setTimeout(() => sayLook(raw, tell('verdict.asking')), AT_ONCE_MS)
  try {
    return await askScan(raw)
  } catch (error) {
    if (error instanceof ApiProblem && error.status < 500) throw error
    setOffline(true)
    return here
  } finally {
    clearTimeout(waits)
  }
}

/** What a code is: by this device's own copy at once, else by the server's. */
async function whatIs({ raw, reading }: Scan): Promise<ScanAnswer> {
  const asked = momentOfAsking()
  const here = await lookUpHere(raw, useSession.getState().person?.warehouse ?? '', reading)
  if (here.kind === 'unknown' && !here.routingOnly) return askAbout(raw, here)
  keepAnswer(here, asked)
  return here
}

/** Where a scan goes that no screen has taken. What the house prints is known here; the rest the server knows. */
async function lead(scan: Scan): Promise<void> {
  // Whoever scans on has answered the question that still stands by something else.
  endChoice()
  const { command, badge, lpn, printer } = scan.reading
  if (command) leadByCommand(command)
  else if (badge) leadToPerson(badge.badge)
  else if (printer) await choosePrinter(printer.code)
  else if (lpn?.checked) await leadToUnit(lpn.lpn)
  else if (lpn) sayRefused(lpn.lpn, 'plate_check_digit', { lpn: lpn.lpn })
  else {
    const answer = await whatIs(scan)
    await leadTo(answer.kind, answer)
  }
}

async function follow(raw: string): Promise<void> {
  if (isEnrolment(raw)) return enrol(raw)
  const left = offer(raw)
  if (!left) return
  try {
    await lead(left)
  } catch (error) {
    const isOver = error instanceof ApiProblem && error.status === 401
    if (!isOver) sayNoConnection(left.reading.text)
  }
}

/** Every scan of the app comes through here: first to the screen, then to wherever it leads. */
export function onScan(raw: string): void {
  void inTurn(() => follow(raw), arrived)
}
