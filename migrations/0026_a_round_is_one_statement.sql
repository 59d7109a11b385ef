-- A round of the feed takes its turn and gives positions in one statement. Each statement of a function sees what has been
-- committed when it begins, so what is given is looked for after the turn has come. Decision 034.

-- Numbers of transactions mean something as long as the same PostgreSQL runs.
CREATE FUNCTION restow_started() RETURNS text LANGUAGE sql STABLE AS
  $$ SELECT extract(epoch FROM pg_postmaster_start_time())::text $$;
--> statement-breakpoint
-- Events without a position that a round before did not see: of transactions that had not begun then, and of those that were open
-- then. Rows of another cluster may carry the same numbers, so each is looked up; by a subquery that the planner leaves as it is, since
-- reading all positions instead would cost a moment more with each day. Null: of all that there are, whatever the rows have gone
-- through, such as being copied into another cluster.
CREATE FUNCTION restow_without_position(seen text) RETURNS TABLE (stream_id uuid, version integer, recorded_at timestamptz)
LANGUAGE plpgsql STABLE AS $$
#variable_conflict use_column
DECLARE
  next bigint := nullif(split_part(seen, ':', 3), '');
  open bigint[] := string_to_array(nullif(split_part(seen, ':', 4), ''), ',');
BEGIN
  IF seen IS NULL THEN
    RETURN QUERY SELECT e.stream_id, e.version, e.recorded_at FROM ledger_event e
      WHERE NOT EXISTS (SELECT FROM ledger_position p WHERE p.stream_id = e.stream_id AND p.version = e.version);
  ELSIF split_part(seen, ':', 1) = restow_started() THEN
    RETURN QUERY SELECT e.stream_id, e.version, e.recorded_at FROM ledger_event e
      WHERE e.tx >= next AND e.tx < (SELECT pg_snapshot_xmax(pg_current_snapshot())::text::bigint)
        AND (SELECT p.position FROM ledger_position p WHERE p.stream_id = e.stream_id AND p.version = e.version) IS NULL;
    IF open IS NOT NULL THEN
      RETURN QUERY SELECT e.stream_id, e.version, e.recorded_at FROM ledger_event e
        WHERE e.tx = ANY (open)
          AND (SELECT p.position FROM ledger_position p WHERE p.stream_id = e.stream_id AND p.version = e.version) IS NULL;
    END IF;
  END IF;
END $$;
--> statement-breakpoint
-- Events that are visible now and have no position get the next ones, in an order in which each stream's versions ascend: an event
-- never stands before one that it followed. What a round has seen is told with the last position, unless so many transactions are open
-- that it is longer than a notification may be.
CREATE FUNCTION restow_give_positions(turn bigint, patience text, since text) RETURNS TABLE (seen text, given integer, head bigint)
LANGUAGE plpgsql AS $$
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
  IF given > 0 THEN
    PERFORM pg_notify('restow_feed', head || CASE WHEN octet_length(seen) < 7000 THEN ' ' || seen ELSE '' END);
  END IF;
  RETURN NEXT;
END $$;
