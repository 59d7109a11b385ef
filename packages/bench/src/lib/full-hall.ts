import type pg from 'pg'

/** A warehouse as large as they come: 20,000 bins, and as many units as are asked for, each a copy of one that a rule made. */

export const BINS = 20_000
const AISLES = 100

/** Zones as they share a large house; most of it are shelves. */
const ZONE = `case when n % 20 < 13 then 'resell' when n % 20 < 15 then 'refurbish' when n % 20 = 15 then 'scrap'
  when n % 20 = 16 then 'hold' when n % 20 = 17 then 'inspection' when n % 20 = 18 then 'quarantine' else 'outbound' end`
const LETTER = `case when n % 20 < 13 then 'S' when n % 20 < 15 then 'F' when n % 20 = 15 then 'X'
  when n % 20 = 16 then 'H' when n % 20 = 17 then 'I' when n % 20 = 18 then 'Q' else 'O' end`

async function fillBins(admin: pg.Client, warehouse: string): Promise<void> {
  await admin.query(
    `insert into bin (warehouse, code, zone, capacity)
     select $1, $1 || '-' || ${LETTER} || '-' || (200 + n % ${AISLES}) || '-' || (100 + n / ${AISLES}), ${ZONE}, 12
     from generate_series(0, ${BINS - 1}) n`,
    [warehouse],
  )
}

/** Units spread over the bins, registered over the last forty days; every hundredth is on hold. */
async function fillUnits(admin: pg.Client, warehouse: string, units: number, first: number): Promise<void> {
  await admin.query(
    `with template as (select body, hash from return_unit where state = 'shelved' limit 1),
       place as (select code, zone, row_number() over (order by code) - 1 as nth from bin where warehouse = $1 and code like $1 || '-_-2%')
     insert into return_unit (id, version, hash, body)
     select id, 1, t.hash, t.body || jsonb_build_object(
       'id', id, 'lpn', 'RU' || lpad((${first} + n)::text, 10, '0'), 'warehouse', $1, 'bin', p.code, 'zone', p.zone,
       'seller', case when n % 2 = 0 then 'LOTUS' else 'NORTHSTAR' end,
       'registeredAt', to_char(now() at time zone 'UTC' - (n % 40) * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'shelvedAt', to_char(now() at time zone 'UTC' - (n % 40) * interval '1 day', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"'),
       'held', case when n % 100 = 0 then jsonb_build_object('waitsFor', 'seller', 'question', '?', 'quarantine', false,
          'by', 'OP1001', 'at', t.body->>'registeredAt') end)
     from (select n, gen_random_uuid() as id from generate_series(0, $2::int - 1) n) numbered cross join template t join place p on p.nth = n % ${BINS}`,
    [warehouse, units],
  )
  await admin.query(
    `update bin b set plates = c.n from (select bin, count(*) as n from return_unit where warehouse = $1 group by bin) c
     where b.warehouse = $1 and b.code = c.bin`,
    [warehouse],
  )
}

/**
 * Fills a warehouse whose units are made of one that is there already. @param first the number of its first plate
 * @returns two bins with room, to and fro between which a unit may be moved, and its plate
 */
export async function fillHall(
  admin: pg.Client,
  warehouse: string,
  units: number,
  first: number,
): Promise<void> {
  await fillBins(admin, warehouse)
  await fillUnits(admin, warehouse, units, first)
}

/** A second house on the same database, with a supervisor and an operator of its own who have the PINs of the first's. */
export async function addWarehouse(admin: pg.Client, code: string): Promise<void> {
  await admin.query(
    "insert into warehouse (code, name, time_zone, currency) select $1, $1, time_zone, currency from warehouse where code = 'LAX1'",
    [code],
  )
  await admin.query(
    `insert into staff (badge, warehouse, name, role, pin_hash)
     select replace(replace(badge, 'OP1', 'OP7'), 'SV2', 'SV7'), $1, name, role, pin_hash from staff where badge in ('OP1001', 'SV2001')`,
    [code],
  )
}
