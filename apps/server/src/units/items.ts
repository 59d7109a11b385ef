import type { ExpectedReturnItem, ImportItem, ParcelItem, UnitItem } from '@restow/contracts'
import { decimalOf, type Parcel, type Unit } from '@restow/domain'
import type { ExpectedRow, ImportRow } from './units.queries.ts'

/** Units, parcels, announced returns and imports as lists show them. */

export function unitItem(unit: Unit): UnitItem {
  const { product, line, held, decision, photos } = unit
  return {
    lpn: unit.lpn,
    state: unit.state,
    seller: unit.seller,
    sku: product?.sku ?? null,
    title: product?.title ?? null,
    quantity: unit.quantity,
    serial: unit.serial,
    trackingNumber: unit.parcel.trackingNumber,
    rmaNumber: line?.rmaNumber ?? null,
    orderNumber: line?.orderNumber ?? null,
    reason: line?.reason.mapped ?? null,
    grade: unit.grade,
    findings: [...unit.findings],
    disposition: unit.disposition,
    route: unit.route,
    approvalNeeded: decision?.approvalNeeded ?? false,
    held: held && { waitsFor: held.waitsFor, question: held.question, since: held.at },
    missing: unit.missing !== null,
    bin: unit.bin,
    zone: unit.zone,
    exceptions: unit.exceptions.length,
    photo: photos[0]?.sha256 ?? null,
    photos: photos.length,
    registeredAt: unit.registeredAt,
    classifiedAt: unit.classifiedAt,
    shelvedAt: unit.shelvedAt,
    leftAt: unit.leftAt,
  }
}

export function parcelItem(parcel: Parcel): ParcelItem {
  const { report, photos } = parcel
  return {
    trackingNumber: parcel.trackingNumber,
    state: parcel.state,
    seller: parcel.seller,
    condition: parcel.condition,
    rmaNumbers: [...new Set(parcel.answers.map((answer) => answer.rmaNumber))],
    units: parcel.units.length,
    receivedAt: parcel.receivedAt,
    receivedBy: parcel.receivedBy,
    closedAt: parcel.closedAt,
    report: report && { outcome: report.outcome, note: report.note },
    exceptions: parcel.exceptions.length,
    photo: photos[0]?.sha256 ?? null,
    photos: photos.length,
  }
}

export function expectedItem(row: ExpectedRow): ExpectedReturnItem {
  return {
    ...row,
    state: row.state as ExpectedReturnItem['state'],
    lines: row.lines.map(({ valueMinor: minor, currency, ...line }) => ({
      ...line,
      value: minor === null ? null : { minor, currency, decimal: decimalOf(minor, currency) },
    })),
  }
}

export function importItem({ key: _, ...row }: ImportRow): ImportItem {
  return { ...row, format: row.format as ImportItem['format'], state: row.state as ImportItem['state'] }
}
