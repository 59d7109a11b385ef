-- What is done with each parcel that comes in, and with each of few events, in fewer statements: each costs what it takes to begin it.

-- Gives these events, which this transaction has just written, the next positions, and tells of them once it commits. It has the turn until
-- then, so those that are given like this come in the order of commits. It is to be asked behind all that the statement writes: what triggers
-- write behind it may have to wait for somebody, who may wait for the turn, but not for long. Null, and nothing is given: where the turn does
-- not come in time, or what comes before one of these has no position yet, on its stream or on that of a unit's parcel. Then it is left to a round.
CREATE OR REPLACE FUNCTION restow_give_own(turn bigint, patience text, streams uuid[], versions integer[]) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  otherwise text;
  stretch json;
BEGIN
  IF NOT pg_try_advisory_xact_lock(turn) THEN
    otherwise := current_setting('lock_timeout');
    PERFORM set_config('lock_timeout', patience, true);
    BEGIN
      PERFORM pg_advisory_xact_lock(turn);
    EXCEPTION WHEN lock_not_available THEN
      PERFORM set_config('lock_timeout', otherwise, true);
      RETURN NULL;
    END;
    PERFORM set_config('lock_timeout', otherwise, true);
  END IF;
  IF EXISTS (
    SELECT FROM (
      SELECT o.stream, o.version - 1 AS version FROM unnest(streams, versions) o (stream, version) WHERE o.version > 1
      UNION ALL
      SELECT p.id, p.version FROM unnest(streams) o (stream) JOIN return_unit u ON u.id = o.stream JOIN parcel p ON p.id = u.parcel_id
    ) b
    WHERE NOT EXISTS (SELECT FROM unnest(streams, versions) o (stream, version) WHERE o.stream = b.stream AND o.version = b.version)
      AND (SELECT p.position FROM ledger_position p WHERE p.stream_id = b.stream AND p.version = b.version) IS NULL
  ) THEN
    RETURN NULL;
  END IF;
  WITH head AS (
    SELECT coalesce(max(position), 0) AS head FROM ledger_position
  ), put AS (
    INSERT INTO ledger_position (position, stream_id, version)
    SELECT head + o.n, o.stream, o.version FROM head, unnest(streams, versions) WITH ORDINALITY o (stream, version, n)
    RETURNING position, stream_id, version
  )
  SELECT json_build_object('after', min(p.position) - 1, 'until', max(p.position), 'at', max(e.meta->>'recordedAt'), 'types', json_agg(e.type),
    'warehouses', json_agg(e.meta->>'warehouse'), 'devices', json_agg(e.meta->>'deviceId'), 'happened', json_agg(h ORDER BY h.position))
  INTO stretch
  FROM put p
    CROSS JOIN LATERAL (SELECT * FROM ledger_event l WHERE l.stream_id = p.stream_id AND l.version = p.version OFFSET 0) e
    CROSS JOIN LATERAL restow_happened_at(p.position, p.stream_id, p.version) h;
  -- In the place of what a round has seen, which this is none of, stands a dash.
  PERFORM pg_notify('restow_feed', (stretch->>'until') || CASE WHEN octet_length(stretch::text) < 7900 THEN ' - ' || stretch::text ELSE '' END);
  RETURN stretch;
END $$;
--> statement-breakpoint
-- A parcel that comes in is known by one number, mostly.
CREATE FUNCTION restow_parcel_numbers_begun() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO parcel_number (number, parcel, warehouse, open)
  VALUES (NEW.tracking_number, NEW.id, NEW.warehouse, NEW.state NOT IN ('closed', 'void'));
  IF NEW.body->'aliases' <> '[]' THEN
    INSERT INTO parcel_number (number, parcel, warehouse, open)
    SELECT DISTINCT other, NEW.id, NEW.warehouse, NEW.state NOT IN ('closed', 'void') FROM jsonb_array_elements_text(NEW.body->'aliases') other
    WHERE other <> NEW.tracking_number;
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER parcel_numbers_begun ON parcel;
--> statement-breakpoint
CREATE TRIGGER parcel_numbers_begun AFTER INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION restow_parcel_numbers_begun();
