-- A round of the feed tells what kinds of things it gave positions to, so that readers need not look for what is none of theirs. Decision 039.

DROP FUNCTION restow_give_positions(bigint, text, text);
--> statement-breakpoint
-- A round of the feed: gives the events that are visible now and have no position the next ones, in an order in which each stream's
-- versions ascend: an event never stands before one that it followed. In few statements, since each costs what it takes to begin it;
-- each sees what has been committed when it begins, so what is given is looked for after the turn has come.
--
-- Looked for is what a round before did not see: events of transactions that had not begun then, and of those that were open then. Rows of
-- another cluster may carry the same numbers, so each is looked up; by a subquery that the planner leaves as it is, since reading all
-- positions instead would cost a moment more with each day. `since` null: of all that there are, whatever the rows have gone through,
-- such as being copied into another cluster.
--
-- Told with the last position are what the round has seen and the stretch of the feed that it made, each as far as it fits into a
-- notification. `happened` by itself is for nodes of the version before.
CREATE FUNCTION restow_give_positions(turn bigint, patience text, since text)
RETURNS TABLE (seen text, given integer, head bigint, happened json, stretch json)
LANGUAGE plpgsql AS $$
DECLARE
  few CONSTANT integer := 8;
  room CONSTANT integer := 7900;
  is_known boolean := split_part(since, ':', 1) = restow_started();
  next bigint := CASE WHEN is_known THEN split_part(since, ':', 3) END;
  open bigint[] := CASE WHEN is_known THEN string_to_array(nullif(split_part(since, ':', 4), ''), ',') END;
  told text;
BEGIN
  PERFORM set_config('lock_timeout', patience, true), pg_advisory_xact_lock(turn);
  WITH fresh AS MATERIALIZED (
    SELECT e.stream_id, e.version, e.recorded_at, e.type, e.meta FROM ledger_event e
      WHERE e.tx >= next AND e.tx < (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
        AND (SELECT p.position FROM ledger_position p WHERE p.stream_id = e.stream_id AND p.version = e.version) IS NULL
    UNION ALL
    SELECT e.stream_id, e.version, e.recorded_at, e.type, e.meta FROM ledger_event e
      WHERE e.tx = ANY (open)
        AND (SELECT p.position FROM ledger_position p WHERE p.stream_id = e.stream_id AND p.version = e.version) IS NULL
    UNION ALL
    SELECT e.stream_id, e.version, e.recorded_at, e.type, e.meta FROM ledger_event e
      WHERE since IS NULL AND NOT EXISTS (SELECT FROM ledger_position p WHERE p.stream_id = e.stream_id AND p.version = e.version)
  ), put AS (
    INSERT INTO ledger_position (position, stream_id, version)
    SELECT (SELECT coalesce(max(position), 0) FROM ledger_position) + row_number() OVER (ORDER BY f.at, f.stream_id, f.version), f.stream_id, f.version
    FROM (SELECT e.stream_id, e.version, max(e.recorded_at) OVER (PARTITION BY e.stream_id ORDER BY e.version) AS at FROM fresh e) f
    RETURNING position, stream_id, version
  )
  SELECT restow_started() || ':' || pg_current_snapshot()::text, count(*), max(position),
    CASE WHEN count(*) BETWEEN 1 AND few THEN
      (SELECT json_agg(h ORDER BY h.position) FROM put p CROSS JOIN LATERAL restow_happened_at(p.position, p.stream_id, p.version) h) END,
    CASE WHEN count(*) > 0 THEN
      (SELECT json_build_object('after', max(position) - count(*), 'until', max(position), 'at', max(f.meta->>'recordedAt'), 'types', json_agg(DISTINCT f.type),
        'warehouses', json_agg(DISTINCT f.meta->>'warehouse'), 'devices', json_agg(DISTINCT f.meta->>'deviceId')) FROM fresh f) END
  INTO seen, given, head, happened, stretch FROM put;
  IF given > 0 THEN
    told := head::text;
    IF octet_length(seen) < 4000 THEN
      told := told || ' ' || seen;
      IF octet_length(told) + octet_length(stretch::text) + octet_length(happened::text) < room THEN
        told := told || ' ' || left(stretch::text, -1) || ', "happened": ' || happened::text || '}';
      ELSIF octet_length(told) + octet_length(stretch::text) < room THEN
        told := told || ' ' || stretch::text;
      END IF;
    END IF;
    PERFORM pg_notify('restow_feed', told);
  END IF;
  RETURN NEXT;
END $$;
