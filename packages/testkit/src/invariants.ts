import { DISPOSITION_OF_ROUTE, isAtMost, lineKey, type Parcel, type Unit } from '@restow/domain'

/** What is true of every unit and parcel, whatever was done to them. */

const DECIDED = ['classified', 'shelved', 'refurbishing', 'approved', 'scrapped', 'dispatched']
const GONE = ['scrapped', 'dispatched', 'void']

const UNIT_INVARIANTS: Readonly<Record<string, (unit: Unit) => boolean>> = {
  'it is at least one piece': (u) => Number.isInteger(u.quantity) && u.quantity >= 1,
  'it has a decision from classified on, and not before': (u) =>
    (u.decision !== null) === DECIDED.includes(u.state) || u.state === 'void',
  'disposition and route are the decision’s': (u) =>
    (u.disposition !== null) === (u.decision !== null) && (u.route !== null) === (u.decision !== null),
  'its route carries out its disposition': (u) =>
    u.route === null || DISPOSITION_OF_ROUTE[u.route] === u.disposition,
  'what is unsellable is not stock': (u) =>
    u.grade !== 'unsellable' || (u.route !== 'restock' && u.route !== 'open_box'),
  'its grade is no better than allowed': (u) =>
    u.grade === null || (u.inspection !== null && isAtMost(u.grade, u.inspection.allowedGrade)),
  'it is graded once inspected, and before not': (u) =>
    u.state === 'void' || (u.grade !== null) === (u.state !== 'registered'),
  'shelved, it lies in a bin or is missing': (u) =>
    u.state !== 'shelved' || u.bin !== null || u.missing !== null,
  'shelved, it is to be resold': (u) =>
    u.state !== 'shelved' || (u.disposition === 'resell' && u.shelvedAt !== null),
  'approved, it is to be scrapped and waits for nobody': (u) =>
    u.state !== 'approved' || (u.disposition === 'scrap' && u.decision?.approvalNeeded === false),
  'scrapped, it waited for nobody': (u) =>
    u.state !== 'scrapped' || (u.disposition === 'scrap' && u.decision?.approvalNeeded === false),
  'its seller has a say only in scrap': (u) => !u.decision?.veto || u.disposition === 'scrap',
  'on hold, it has no answer yet': (u) => u.held === null || !u.answer,
  'gone, it is in no bin, not held, not missing': (u) =>
    !GONE.includes(u.state) || (u.bin === null && u.held === null && u.missing === null),
  'it has left when it is gone': (u) =>
    (u.leftAt !== null) === (u.state === 'scrapped' || u.state === 'dispatched'),
  'missing, it is in no bin': (u) => u.missing === null || u.bin === null,
  'a bin has a zone': (u) => (u.bin === null) === (u.zone === null),
  'it is on the bench while it is refurbished': (u) =>
    (u.refurbishment !== null) === (u.state === 'refurbishing'),
  'what belongs to nobody is not decided before it is given up for': (u) =>
    u.seller !== null || u.house === true || u.decision === null,
  'its product is its seller’s': (u) =>
    u.seller === null || u.product === null || u.product.seller === u.seller,
  'its value is whole cents': (u) =>
    u.line?.valueMinor == null || (Number.isInteger(u.line.valueMinor) && u.line.valueMinor >= 0),
  'it remembers three steps at most': (u) => u.steps.length <= 3,
  'void, it has no exceptions': (u) => u.state !== 'void' || u.exceptions.length === 0,
}

const AWAY = ['void', 'refused', 'misdelivered']

const PARCEL_INVARIANTS: Readonly<Record<string, (parcel: Parcel, units: readonly Unit[]) => boolean>> = {
  'it holds the units that were taken out of it': (p, units) =>
    units.length === p.units.length && units.every((u) => p.units.some((held) => held.unit === u.id)),
  'it counts the pieces of each line': (p, units) =>
    Object.entries(p.registered).every(([key, pieces]) => {
      const ofLine = units.filter((u) => u.line !== null && lineKey(u.line) === key)
      return pieces === ofLine.reduce((sum, u) => sum + u.quantity, 0)
    }),
  'every line of its units is counted': (p, units) =>
    units.every((u) => u.line === null || lineKey(u.line) in p.registered),
  'its units are its seller’s': (p, units) => units.every((u) => u.seller === p.seller),
  'registered, it has units; received, none': (p) =>
    p.state === 'registered' ? p.units.length > 0 : p.state !== 'received' || p.units.length === 0,
  'away, it has none': (p) => !AWAY.includes(p.state) || p.units.length === 0,
  'it is closed since some time': (p) => (p.state === 'closed') === (p.closedAt !== null),
  'a report stands only on what was turned away or empty': (p) =>
    p.report === null || AWAY.includes(p.state) || p.state === 'closed',
  'reported, it has no units': (p) => p.report === null || p.units.length === 0,
  'it remembers three steps at most': (p) => p.steps.length <= 3,
}

/** What of all that does not hold of this unit. */
export const brokenOfUnit = (unit: Unit): string[] =>
  Object.entries(UNIT_INVARIANTS).flatMap(([what, holds]) => (holds(unit) ? [] : [what]))

/** What of all that does not hold of this parcel, given all units. */
export function brokenOfParcel(parcel: Parcel, all: readonly Unit[]): string[] {
  const units = all.filter((u) => u.parcel.id === parcel.id && u.state !== 'void')
  return Object.entries(PARCEL_INVARIANTS).flatMap(([what, holds]) => (holds(parcel, units) ? [] : [what]))
}
