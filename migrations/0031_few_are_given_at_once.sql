-- Few events get their positions in the transaction that records them. Decision 040.

-- Gives these events, which this transaction has just written, the next positions, and tells of them once it commits. It has the turn until
-- then, so those that are given like this come in the order of commits. It is to be asked behind all that the statement writes: what triggers
-- write behind it may have to wait for somebody, who may wait for the turn, but not for long. Null, and nothing is given: where the turn does
-- not come in time, or what comes before one of these has no position yet, on its stream or on that of a unit's parcel. Then it is left to a round.
CREATE FUNCTION restow_give_own(turn bigint, patience text, streams uuid[], versions integer[]) RETURNS json LANGUAGE plpgsql AS $$
DECLARE
  otherwise text := current_setting('lock_timeout');
  head bigint;
  stretch json;
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  BEGIN
    PERFORM pg_advisory_xact_lock(turn);
  EXCEPTION WHEN lock_not_available THEN
    PERFORM set_config('lock_timeout', otherwise, true);
    RETURN NULL;
  END;
  PERFORM set_config('lock_timeout', otherwise, true);
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
