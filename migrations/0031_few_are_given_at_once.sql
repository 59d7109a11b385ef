-- Few events get their positions in the transaction that records them. Decision 040.

-- Gives these events, which this transaction has just written, the next positions, and tells of them once it commits. It has the turn until
-- then, so positions come in the order of commits; it is to be asked last of all that is written, so that it waits for nothing that
-- somebody has who waits for the turn. Null, and nothing is given: where the turn does not come in time, or an event that one of these follows
-- has no position yet. Then it is left to a round.
CREATE FUNCTION restow_give_own(turn bigint, patience text, streams uuid[], versions integer[]) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  head bigint;
  stretch json;
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  BEGIN
    PERFORM pg_advisory_xact_lock(turn);
  EXCEPTION WHEN lock_not_available THEN
    RETURN NULL;
  END;
  IF EXISTS (
    SELECT FROM unnest(streams, versions) o (stream, version)
    WHERE o.version > 1
      AND NOT EXISTS (SELECT FROM unnest(streams, versions) b (stream, version) WHERE b.stream = o.stream AND b.version = o.version - 1)
      AND (SELECT p.position FROM ledger_position p WHERE p.stream_id = o.stream AND p.version = o.version - 1) IS NULL
  ) THEN
    RETURN NULL;
  END IF;
  head := (SELECT coalesce(max(position), 0) FROM ledger_position);
  INSERT INTO ledger_position (position, stream_id, version)
  SELECT head + o.n, o.stream, o.version FROM unnest(streams, versions) WITH ORDINALITY o (stream, version, n);
  SELECT json_build_object('after', head, 'until', head + count(*), 'at', max(e.meta->>'recordedAt'), 'types', json_agg(e.type),
    'warehouses', json_agg(e.meta->>'warehouse'), 'devices', json_agg(e.meta->>'deviceId'), 'happened', json_agg(h ORDER BY h.position))
  INTO stretch
  FROM unnest(streams, versions) WITH ORDINALITY o (stream, version, n)
    CROSS JOIN LATERAL (SELECT * FROM ledger_event l WHERE l.stream_id = o.stream AND l.version = o.version OFFSET 0) e
    CROSS JOIN LATERAL restow_happened_at(head + o.n, o.stream, o.version) h;
  -- In the place of what a round has seen, which this is none of, stands a dash.
  PERFORM pg_notify('restow_feed', (stretch->>'until') || CASE WHEN octet_length(stretch::text) < 7900 THEN ' - ' || stretch::text ELSE '' END);
  RETURN stretch;
END $$;
