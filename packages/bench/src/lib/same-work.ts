/**
 * What pgbench does: for one command the same reads and writes as the server's, in one function. It looks the
 * session up, the outcome of that command id, the unit by its plate, and what is known beside it (by kind: the
 * checklists and the seller's own questions, the seller's policy, the bin, or nothing); it chains the event's hash to the stream's head, and
 * writes the event, the state, the outcome, and where the unit is laid down or taken up its bin.
 */
export const SAME_WORK = `
create table bench_unit as select row_number() over (order by lpn) as n, lpn from return_unit where lpn = any($LPNS$);
create unique index on bench_unit (n);
create function bench_command(which int, kind int, target text) returns int language plpgsql as $$
declare
  u record; token bytea; checked jsonb; id uuid := gen_random_uuid(); at timestamptz := clock_timestamp();
  event jsonb; meta jsonb; changed jsonb; next_hash bytea; place text;
begin
  perform s.badge, p.role, w.time_zone from session s left join staff p on p.badge = s.badge left join warehouse w on w.code = p.warehouse
    where s.token_hash = (select token_hash from session limit 1) and s.revoked_at is null and s.expires_at > now();
  perform 1 from command_outcome where command_id = id;
  select r.id, r.version, r.hash, r.body into u from return_unit r
    where r.lpn = target or r.former_lpns ? target for update;
  meta := jsonb_build_object('commandId', id, 'eventId', id || ':1', 'actor', jsonb_build_object('user', 'OP1001', 'role', 'operator'),
    'warehouse', 'LAX1', 'deviceId', 'bench-1', 'deviceSeq', 1, 'scannedAt', at, 'recordedAt', at, 'performed', 'now');
  if kind = 0 then
    select jsonb_agg(c.body) into checked from checklist c;
    perform checks from seller where code = 'LOTUS';
    event := u.body->'inspection';
  elsif kind in (1, 3) then
    select policy into checked from seller where code = 'LOTUS';
    event := u.body->'decision';
  elsif kind = 2 then
    place := 'LAX1-F-90-' || which;
    select to_jsonb(b) into checked from bin b where b.warehouse = 'LAX1' and b.code = place;
    event := jsonb_build_object('bin', place, 'zone', 'refurbish', 'exceptions', '[]'::jsonb);
  end if;
  event := coalesce(event, '{}'::jsonb);
  next_hash := sha256(u.hash || convert_to(event::text || meta::text, 'UTF8'));
  insert into ledger_event (stream_kind, stream_id, version, type, data, meta, recorded_at, prev_hash, hash)
    values ('unit', u.id, u.version + 1, 'UnitInspected', event, meta, at, u.hash, next_hash);
  changed := u.body || jsonb_build_object('inspectedAt', at);
  update return_unit r set version = u.version + 1, hash = next_hash, body = changed where r.id = u.id;
  insert into command_outcome (command_id, content_hash, outcome, recorded_at) values (id, next_hash, jsonb_build_object(
    'commandId', id, 'outcome', 'accepted', 'exceptions', '[]'::jsonb, 'events', jsonb_build_array(jsonb_build_object(
      'eventId', id || ':1', 'type', 'UnitInspected', 'version', u.version + 1,
      'stream', jsonb_build_object('kind', 'unit', 'id', u.id, 'key', target)))), at);
  if kind in (2, 3) then
    update bin set plates = plates + case kind when 2 then 1 else -1 end, version = version + 1
      where warehouse = 'LAX1' and code = 'LAX1-F-90-' || which;
  end if;
  return u.version;
end $$;
grant select on bench_unit to restow_app;
`

/** One transaction of pgbench: a random unit, a random one of the five commands. */
export const SCRIPT = `\\set which random(1, :units)
\\set kind random(0, 4)
select bench_command(:which, :kind, (select lpn from bench_unit where n = :which));
`
