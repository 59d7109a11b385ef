-- Where a round of the feed gave few positions, what happened there is told with them, so that who follows need not ask. Decision 037.

-- What happened after a position of the feed and up to another, in few words, as far as whoever asks may see it. Each event is looked up
-- by its key, whatever the planner expects.
CREATE FUNCTION restow_happened(after bigint, until bigint)
RETURNS TABLE ("position" double precision, type text, kind text, key text, warehouse text, seller text, state text, by text, at text, bin text, "fromBin" text)
LANGUAGE sql STABLE AS $$
  SELECT p.position::float8, e.type, e.stream_kind, coalesce(u.lpn, c.tracking_number), coalesce(u.warehouse, c.warehouse), coalesce(u.seller, c.seller), coalesce(u.state, c.state),
    e.meta->'actor'->>'user', e.meta->>'recordedAt', e.data->>'bin', e.data->>'fromBin'
  FROM ledger_position p
    CROSS JOIN LATERAL (SELECT * FROM ledger_event l WHERE l.stream_id = p.stream_id AND l.version = p.version OFFSET 0) e
    LEFT JOIN return_unit u ON e.stream_kind = 'unit' AND u.id = e.stream_id
    LEFT JOIN parcel c ON e.stream_kind = 'parcel' AND c.id = e.stream_id
  WHERE p.position > after AND p.position <= until
$$;
--> statement-breakpoint
DROP FUNCTION restow_give_positions(bigint, text, text);
--> statement-breakpoint
-- As in 0026. Told with the last position are what a round has seen and what happened, each as far as it fits into a notification.
CREATE FUNCTION restow_give_positions(turn bigint, patience text, since text) RETURNS TABLE (seen text, given integer, head bigint, happened json)
LANGUAGE plpgsql AS $$
DECLARE
  few CONSTANT integer := 8;
  told text;
BEGIN
  PERFORM set_config('lock_timeout', patience, true);
  PERFORM pg_advisory_xact_lock(turn);
  WITH fresh AS MATERIALIZED (SELECT * FROM restow_without_position(since)), put AS (
    INSERT INTO ledger_position (position, stream_id, version)
    SELECT (SELECT coalesce(max(position), 0) FROM ledger_position) + row_number() OVER (ORDER BY at, f.stream_id, f.version), f.stream_id, f.version
    FROM (SELECT e.stream_id, e.version, max(e.recorded_at) OVER (PARTITION BY e.stream_id ORDER BY e.version) AS at FROM fresh e) f
    RETURNING position
  )
  SELECT restow_started() || ':' || pg_current_snapshot()::text, count(*), max(position) INTO seen, given, head FROM put;
  IF given BETWEEN 1 AND few THEN
    SELECT json_agg(h ORDER BY h.position) INTO happened FROM restow_happened(head - given, head) h;
  END IF;
  IF given > 0 THEN
    told := head::text;
    IF octet_length(seen) < 4000 THEN
      told := told || ' ' || seen;
      IF octet_length(told) + octet_length(happened::text) < 7900 THEN
        told := told || ' ' || happened::text;
      END IF;
    END IF;
    PERFORM pg_notify('restow_feed', told);
  END IF;
  RETURN NEXT;
END $$;
