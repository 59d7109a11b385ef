import type { Command, Zone } from '@restow/domain'
import type { DemoParcel } from './generate-returns.ts'
import type { HoldPlan, ParcelPlan, PhotoPlan, RoundPlan, UnitPlan } from './plan.ts'

/** A command of the demo: when it is given and by whose badge. */
export interface PlannedCommand {
  readonly at: string
  readonly by: string
  readonly command: Command
}

/** What a walk takes from outside while it is turned into commands. */
export interface WalkMeans {
  nextLpn(): string
  binFor(zone: Zone): string
  /** The SHA-256 of a photo of this product (null: of the parcel or of nobody knows what) from this angle. */
  photoOf(sku: string | null, angle: string): string
}

const SUPERVISOR = 'SV2001'

class Script {
  readonly commands: PlannedCommand[] = []
  constructor(
    private readonly by: string,
    private readonly means: WalkMeans,
  ) {}

  add(at: string, command: Command, by = this.by): void {
    this.commands.push({ at, by, command })
  }

  putAway(at: string, lpn: string, zone: Zone): void {
    this.add(at, { type: 'PutAwayUnit', lpn, bin: this.means.binFor(zone) })
  }

  photos(
    subject: { lpn: string } | { parcel: string },
    sku: string | null,
    photos: readonly PhotoPlan[],
  ): void {
    for (const { angle, takenAt } of photos) {
      const sha256 = this.means.photoOf(sku, angle)
      this.add(takenAt, { type: 'AttachPhoto', subject, sha256, angle, takenAt })
    }
  }

  hold(lpn: string, held: HoldPlan): void {
    const { at, by, waitsFor, question, aside, released } = held
    if (by === 'person') this.add(at, { type: 'HoldUnit', lpn, waitsFor, question })
    if (aside) this.putAway(aside.at, lpn, aside.zone)
    if (released) this.add(released.at, { type: 'ReleaseUnit', lpn, answer: released.answer }, SUPERVISOR)
  }

  refurbish(lpn: string, refurbish: NonNullable<RoundPlan['refurbish']>): void {
    const { startedAt, route, finished } = refurbish
    this.add(startedAt, { type: 'StartRefurbishment', lpn, route })
    if (!finished) return
    const { at, done, minutes } = finished
    this.add(at, { type: 'FinishRefurbishment', lpn, done: [...done], minutes })
  }

  round(lpn: string, sku: string | null, plan: RoundPlan): void {
    const { identity, answers, findings, grade, gradeLowering, decision } = plan
    this.photos({ lpn }, sku, plan.photos)
    const note = gradeLowering ? { note: gradeLowering.note } : {}
    const seen = {
      identity,
      answers: answers.map((a) => ({ ...a })),
      findings: [...findings],
      grade,
      ...note,
    }
    this.add(plan.inspectedAt, { type: 'InspectUnit', lpn, ...seen })
    if (plan.held) this.hold(lpn, plan.held)
    if (!decision) return
    const { disposition, route, choice } = decision
    const why = choice === 'suggested' ? {} : { overrideReason: choice }
    this.add(decision.at, { type: 'ClassifyUnit', lpn, disposition, route, ...why })
    if (plan.putAway) this.putAway(plan.putAway.at, lpn, plan.putAway.zone)
    if (plan.refurbish) this.refurbish(lpn, plan.refurbish)
    if (plan.approvedAt) this.add(plan.approvedAt, { type: 'ApproveScrap', lpn, approved: true }, SUPERVISOR)
    if (plan.scrapped) this.add(plan.scrapped.at, { type: 'ScrapUnit', lpn, route: plan.scrapped.route })
    if (plan.dispatched) {
      const { at, reason, reference } = plan.dispatched
      this.add(at, { type: 'DispatchUnit', lpn, reason, reference })
    }
  }

  unit(parcel: string, plan: UnitPlan): void {
    const lpn = this.means.nextLpn()
    const { sku, quantity, serial } = plan
    const numbered = serial === undefined ? {} : { serial }
    const product = sku === null ? null : { sku }
    this.add(plan.registeredAt, { type: 'RegisterUnit', parcel, lpn, product, quantity, ...numbered })
    if (plan.held) this.hold(lpn, plan.held)
    for (const round of plan.rounds) this.round(lpn, sku, round)
  }
}

/** The commands of a parcel's walk in the order in which they were given. */
export function walkCommands(parcel: DemoParcel, plan: ParcelPlan, means: WalkMeans): PlannedCommand[] {
  const script = new Script(plan.by, means)
  const { tracking } = parcel
  script.add(plan.receivedAt, { type: 'ReceiveParcel', tracking: parcel.scan, condition: plan.condition })
  script.photos({ parcel: tracking }, null, plan.photos)
  if (plan.reported) {
    const { at, outcome, note } = plan.reported
    script.add(at, { type: 'ReportParcel', parcel: tracking, outcome, note })
  }
  for (const unit of plan.units) script.unit(tracking, unit)
  if (plan.closedAt) script.add(plan.closedAt, { type: 'CloseParcel', parcel: tracking })
  return script.commands.sort((a, b) => (a.at < b.at ? -1 : a.at > b.at ? 1 : 0))
}
