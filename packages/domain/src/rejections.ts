/**
 * Why something did not happen: one list of codes, each with the sentence that a person reads. A sentence
 * says what happened and what to do next; `{fact}` stands for a fact of the rejection.
 */
export const REJECTIONS = {
  malformed: 'This could not be read: {problem}. Nothing was recorded; scan or enter it again.',
  command_id_reused: 'The id of this command already stands for another one. Scan again.',
  version_conflict:
    '{key} has changed since this was prepared: {lastType} by {lastBy} at {lastAt}. Look at it again.',
  nothing_there:
    'Nothing is on record for {key}, although version {expected} of it was expected. Scan it again.',
  forbidden: 'This takes a {needs}; {by} is signed in as {role}. Call a supervisor.',
  internal: 'Something went wrong here with this. Nothing of it was recorded; tell a supervisor.',
  wrong_device:
    'This was done on the device {device} and is sent under a sign-in of {signedIn}. Bring the device to a supervisor.',
  warehouse_unknown: 'This device is signed in to no warehouse. Sign in again.',

  already_received: 'Parcel {tracking} was already received at {at} by {by}. Scan a product to register it.',
  parcel_unknown: 'Parcel {tracking} was never received here. Receive it first.',
  parcel_closed: 'Parcel {tracking} was closed at {at} by {by}. Reopen it first.',
  parcel_not_closed: 'Parcel {tracking} is not closed.',
  parcel_refused: 'Parcel {tracking} was reported as {outcome}. Receive it first.',
  parcel_has_units: 'Parcel {tracking} holds {units} registered units. It is not {outcome}.',
  tracking_unreadable: 'No tracking number could be read from “{raw}”. Scan the carrier’s label again.',

  seller_unknown: 'There is no seller {seller}. Choose one from the list.',
  already_claimed: 'Parcel {tracking} belongs to {seller} already.',
  label_of_other_parcel:
    'The label {label} is that of another parcel, {tracking}. Scan that parcel, or take its receipt back if both are one box.',
  label_of_other_return:
    'The label {label} was announced for the return {rma} of {seller}, not for parcel {tracking}. Check that it is on this box; a supervisor can join them.',
  nothing_announced: 'Nothing is announced for parcel {tracking} yet. It stays as it is.',
  announced_by_several:
    'Several sellers have announced {tracking}. Ask a supervisor to claim it for one of them.',
  evidence_does_not_fit:
    'No announced return of {seller} has that order and product. Ask a supervisor to claim the parcel.',

  return_unknown: '{seller} has announced no return {rma}. Choose one from the list.',
  goods_do_not_fit:
    'What came out of parcel {tracking} does not show that it belongs to {seller}. Ask the warehouse to claim it for you.',
  units_moved_on: '{lpn} has gone on since parcel {tracking} got its owner. Take its later steps back first.',
  not_over_limit: 'Parcel {tracking} may still be claimed until {at}. It is nobody’s to decide about before.',
  parcel_forfeited: 'Nobody claimed parcel {tracking} in time: since {at} the warehouse decides about it.',

  plate_check_digit: 'The plate {lpn} is misread or mistyped: its check digit is wrong. Scan it again.',
  plate_taken: 'Plate {lpn} is on another unit since {at}. Take a new plate.',
  product_unknown:
    'No product of {seller} has the code {code}. Scan another code of it, or register it unknown.',
  product_ambiguous: 'The code {code} stands for {count} products. Scan another code of it.',
  unit_unknown: 'There is no unit {lpn} here. Register it out of its parcel first.',
  unit_void: 'The registration of {lpn} was taken back. Register it again.',
  quantity_too_large: 'Only {quantity} pieces are on {lpn}. Leave at least one on it.',

  already_inspected: '{lpn} was inspected at {at} by {by}. Classify it.',
  not_inspected: '{lpn} has not been inspected. Inspect it first.',
  not_classified: '{lpn} has not been classified. Classify it first.',
  already_classified:
    '{lpn} was classified at {at} by {by}. Put it away, or take that step back to decide otherwise.',
  already_decided:
    '{lpn} was decided at {at} by {by} and is {state}. Take the last step back to change that.',
  already_shelved: '{lpn} is on its shelf in {bin}. Move it from there.',
  not_shelved: '{lpn} is not on a shelf. Put it away first.',
  not_put_away: '{lpn} was never put away. Put it away first.',
  being_refurbished: '{lpn} is on the bench. Finish its refurbishment first.',
  not_being_refurbished: '{lpn} is not on the bench. Start its refurbishment first.',
  not_for_refurbishment: '{lpn} is not decided for refurbishing. Classify it again.',
  not_for_scrap: '{lpn} is not decided for scrap. Classify it again.',
  no_approval_needed: 'Scrapping {lpn} waits for nobody.',
  approval_missing: 'Scrapping {lpn} waits for a second person. Ask a supervisor.',
  same_person: '{by} asked to scrap {lpn}, so somebody else must decide it.',
  no_veto: 'Scrapping {lpn} does not wait for its seller. Ask a supervisor.',
  veto_running:
    '{seller} may object to scrapping {lpn} until {at}. Approve it after that, or once the seller has agreed.',
  veto_over: 'The time to object to scrapping {lpn} ended at {at}. Ask the warehouse.',
  scrap_agreed: '{by} agreed to scrapping {lpn} at {at}. Ask the warehouse if that was a mistake.',
  scrapped: '{lpn} was scrapped at {at}.',
  dispatched: '{lpn} left the warehouse at {at}.',

  answers_missing: 'These checks of {lpn} are not answered: {checks}.',
  answer_unknown: 'The check {check} has no answer {answer} for this product.',
  grade_too_high: 'What was seen on {lpn} allows {allowed} at best, not {grade}. Lower the grade.',
  photos_missing: '{lpn} still needs photos: {angles}. Take them first.',
  unclaimed: '{lpn} belongs to no seller yet. It can be decided once its parcel is claimed.',
  route_not_for_house:
    'Nobody claimed {lpn}: it can be liquidated, donated, recycled or destroyed, not {route}.',
  route_does_not_fit: '{route} is no way to {disposition}.',
  route_not_allowed: 'The seller {seller} does not allow {route}. Choose another way.',
  cannot_be_restocked: '{lpn} cannot be sold as stock: {because}. Choose another way.',
  override_reason_needed: 'For {lpn}, {suggested} was suggested. Say why you decide otherwise.',

  bin_unknown: 'There is no bin {bin} in this warehouse. Scan a bin’s tag.',
  wrong_zone: '{bin} is a {zone} bin, and {lpn} goes to {wanted}. Scan a bin there.',
  bin_full: '{bin} is full: {plates} of {capacity}. Scan another bin.',
  already_there: '{lpn} is in {bin} already.',

  already_held: '{lpn} is held since {at} by {by}: {question}',
  held: '{lpn} is on hold and waits for a {waitsFor}: {question} Lay it into a hold bin.',
  not_held: '{lpn} is not on hold.',
  missing: '{lpn} is reported missing since {at}. Report it found first.',
  not_missing: '{lpn} is not missing.',
  written_off: '{lpn} was written off at {at} by {by}.',

  not_on_record: 'This is not on record for {key} any more. Look at it again.',
  already_settled: 'This was settled for {key} at {at} by {by}.',

  nothing_to_take_back: 'There is nothing on {key} that can be taken back.',
  not_the_last_step: 'Only the last step can be taken back, and that is {lastType} by {lastBy} at {lastAt}.',
  cannot_be_undone: '{lastType} cannot be undone.',
  not_your_step: '{lastType} was done by {lastBy}. That person or a supervisor can take it back.',
  too_late_to_take_back: 'More than ten minutes have passed since {lastAt}. A supervisor can take it back.',
} as const

export type RejectionCode = keyof typeof REJECTIONS
export const REJECTION_CODES = Object.keys(REJECTIONS) as RejectionCode[]
export type RejectionFacts = Readonly<Record<string, string | number>>

const TIME_FACTS = new Set(['at', 'lastAt'])
/** What stands on a label or was typed by a person is shown as it is; the rest are words of our lists. */
const VERBATIM = new Set([
  'lpn',
  'bin',
  'code',
  'raw',
  'tracking',
  'label',
  'rma',
  'key',
  'seller',
  'rma',
  'by',
  'device',
  'signedIn',
  'lastBy',
  'question',
  'problem',
])

/** A time of day in the warehouse, with the date where it is not today's. */
function timeOfDay(iso: string, timeZone: string, now: string): string {
  const at = new Date(iso)
  if (Number.isNaN(at.getTime())) return iso
  const day = (d: Date) => new Intl.DateTimeFormat('en-CA', { timeZone, dateStyle: 'short' }).format(d)
  const time = new Intl.DateTimeFormat('en-GB', { timeZone, timeStyle: 'short' }).format(at)
  return day(at) === day(new Date(now)) ? time : `${time} on ${day(at)}`
}

/**
 * The sentence for a rejection.
 * @param template the sentence with `{fact}` places: English from `REJECTIONS`, or a translation of it
 * @param place the warehouse's time zone, and the moment of reading (ISO 8601)
 */
export function fillSentence(
  template: string,
  facts: RejectionFacts,
  place: { timeZone: string; now: string },
): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => {
    const fact = facts[name]
    if (fact === undefined) return '?'
    if (TIME_FACTS.has(name)) return timeOfDay(String(fact), place.timeZone, place.now)
    return VERBATIM.has(name) ? String(fact) : String(fact).replaceAll('_', ' ')
  })
}
