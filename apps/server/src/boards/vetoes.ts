/**
 * Does the seller's time to object to scrap run? As the domain's `vetoRuns`, in SQL; only what waits for approval is ever unpacked for
 * it.
 * @param unit a row of `return_unit`, by its alias
 * @param now a parameter that stands for the moment
 */
export const vetoRuns = (unit: string, now: string): string =>
  `(${unit}.body->'decision'->'veto'->'agreed' is null and coalesce((${unit}.body->'decision'->'veto'->>'until')::timestamptz > ${now}::timestamptz, false))`

/** The same of a row that is known by its id alone. */
export const vetoRunsOf = (id: string, now: string): string =>
  `exists (select from return_unit v where v.id = ${id} and ${vetoRuns('v', now)})`
