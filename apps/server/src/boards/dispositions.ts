import type { DispositionsBoard, WireMoney } from '@restow/contracts'
import {
  DISPOSITIONS,
  type Disposition,
  decimalOf,
  GRADES,
  type Grade,
  type OverrideReason,
} from '@restow/domain'
import { secondsBetween, share } from './clocks.ts'
import type { ChangeRow, DispositionsRow, RecentRow, RecoveredRow, Tally } from './dispositions.queries.ts'

type Body = Omit<DispositionsBoard, 'cursor' | 'asOf' | 'warehouse' | 'timeZone' | 'day'>

const money = (minor: number, currency: string): WireMoney => ({
  minor,
  currency,
  decimal: decimalOf(minor, currency),
})

/** Sums of money by currency; sums of different currencies are never added up. */
function byCurrency(rows: readonly RecoveredRow[]): WireMoney[] {
  const sums = new Map<string, number>()
  for (const { currency, minor } of rows) sums.set(currency, (sums.get(currency) ?? 0) + minor)
  return [...sums].map(([currency, minor]) => money(minor, currency))
}

const counts = ({ resell, refurbish, scrap, units }: Tally): Tally => ({ resell, refurbish, scrap, units })

const gradeRank = (grade: Grade | null): number => (grade === null ? GRADES.length : GRADES.indexOf(grade))

function recent(row: RecentRow): Body['recent'][number] {
  const { minor, currency, receivedAt, ...rest } = row
  return {
    ...rest,
    recovered: minor === null || currency === null ? null : money(minor, currency),
    tookSeconds: receivedAt === null ? null : Math.max(0, secondsBetween(receivedAt, row.at) ?? 0),
  }
}

/** How often for which reason, whatever was suggested. */
function reasonsOf(changes: readonly ChangeRow[]): Body['today']['overrides']['byReason'] {
  const sums = new Map<OverrideReason, number>()
  for (const { reason, units } of changes) sums.set(reason, (sums.get(reason) ?? 0) + units)
  return [...sums]
    .map(([reason, units]) => ({ reason, units }))
    .sort((a, b) => b.units - a.units || (a.reason < b.reason ? -1 : 1))
}

const change = (row: ChangeRow): Body['today']['overrides']['changes'][number] => ({
  reason: row.reason,
  from:
    row.fromDisposition && row.fromRoute ? { disposition: row.fromDisposition, route: row.fromRoute } : null,
  to: { disposition: row.toDisposition, route: row.toRoute },
  units: row.units,
})

/** What had been decided at this time of the day on those of the days before on which anything was, on average. */
function usualOf(
  rows: NonNullable<DispositionsRow['byNow']>,
  row: DispositionsRow,
  today: number,
): Body['usual'] {
  const worked = new Set((row.days ?? []).flatMap(({ day }) => (day < today ? [day] : [])))
  const mean = (disposition: Disposition) => {
    const before = rows.filter((r) => r.day < today && r.disposition === disposition)
    return worked.size === 0
      ? 0
      : Math.round((before.reduce((all, r) => all + r.units, 0) / worked.size) * 10) / 10
  }
  return { days: worked.size, resell: mean('resell'), refurbish: mean('refurbish'), scrap: mean('scrap') }
}

function today(row: DispositionsRow, byStaff: boolean): Body['today'] {
  const rows = row.byDisposition ?? []
  const recovered = row.recovered ?? []
  const units = rows.reduce((all, r) => all + r.units, 0)
  const lost = row.lost ?? []
  const changes = row.changes ?? []
  const overridden = changes.reduce((all, o) => all + o.units, 0)
  return {
    units,
    pieces: rows.reduce((all, r) => all + r.pieces, 0),
    byDisposition: DISPOSITIONS.map((disposition) => {
      const found = rows.find((r) => r.disposition === disposition)
      return {
        disposition,
        units: found?.units ?? 0,
        pieces: found?.pieces ?? 0,
        recovered: byCurrency(recovered.filter((r) => r.disposition === disposition)),
        lost: byCurrency(lost.filter((r) => r.disposition === disposition)),
      }
    }),
    bySeller: (row.bySeller ?? []).map((t) => ({ seller: t.key ?? '', ...counts(t) })),
    byGrade: (row.byGrade ?? [])
      .map((t) => ({ grade: t.key, ...counts(t) }))
      .sort((a, b) => gradeRank(a.grade) - gradeRank(b.grade)),
    byReason: (row.byReason ?? []).map((t) => ({ reason: t.key ?? 'unknown', ...counts(t) })),
    byCategory: (row.byCategory ?? []).map((t) => ({ category: t.key, ...counts(t) })),
    overrides: {
      units: overridden,
      share: share(overridden, units),
      byReason: reasonsOf(changes),
      changes: changes.map(change),
      // Who of the staff decides how is the warehouse's business.
      byPerson: byStaff ? (row.people ?? []) : [],
    },
    recovered: byCurrency(recovered),
    lost: byCurrency(lost),
    unvalued: row.standing - row.valued,
  }
}

/** The board as people see it. @param days the days that it covers, today last */
export function dispositionsOf(days: readonly string[], row: DispositionsRow, byStaff: boolean): Body {
  const on = (day: number, disposition: Disposition) =>
    (row.days ?? []).find((d) => d.day === day && d.disposition === disposition)?.units ?? 0
  return {
    today: today(row, byStaff),
    usual: usualOf(row.byNow ?? [], row, days.length),
    onTheBench: row.onTheBench,
    waitForApproval: row.waitForApproval,
    days: days.map((date, i) => ({
      date,
      resell: on(i + 1, 'resell'),
      refurbish: on(i + 1, 'refurbish'),
      scrap: on(i + 1, 'scrap'),
    })),
    recent: (row.recent ?? []).map(recent),
  }
}
