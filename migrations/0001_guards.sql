-- What the tables themselves must not allow, whoever asks.

-- The ledger is append-only: corrections are new events.
CREATE FUNCTION restow_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  RAISE EXCEPTION '% is append-only: % is not allowed', TG_TABLE_NAME, TG_OP USING ERRCODE = 'insufficient_privilege';
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_event_rows BEFORE UPDATE OR DELETE ON ledger_event FOR EACH ROW EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
CREATE TRIGGER ledger_event_truncate BEFORE TRUNCATE ON ledger_event FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
CREATE TRIGGER command_outcome_rows BEFORE UPDATE OR DELETE ON command_outcome FOR EACH ROW EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
CREATE TRIGGER command_outcome_truncate BEFORE TRUNCATE ON command_outcome FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint

-- The append of a group of commands is one statement; this makes it fail whole when a version it was
-- decided on is no longer the one that stands.
CREATE FUNCTION restow_guard(expected bigint, actual bigint) RETURNS boolean LANGUAGE plpgsql AS $$
BEGIN
  IF expected IS DISTINCT FROM actual THEN
    RAISE EXCEPTION 'decided on a version that no longer stands (% of %)', actual, expected USING ERRCODE = 'serialization_failure';
  END IF;
  RETURN true;
END $$;
--> statement-breakpoint

-- Sellers are kept apart here, even where a query forgets. Staff work under the scope 'staff'; a seller's
-- transaction names its seller. A connection that says neither sees nothing.
CREATE FUNCTION restow_is_staff() RETURNS boolean LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('restow.scope', true), '') IS NOT DISTINCT FROM 'staff' $$;
--> statement-breakpoint
CREATE FUNCTION restow_seller() RETURNS text LANGUAGE sql STABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('restow.seller', true), '') $$;
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['seller', 'product', 'expected_return', 'expected_line', 'expected_tracking', 'parcel', 'return_unit', 'ledger_event', 'command_outcome', 'import_job', 'photo'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
  END LOOP;
  FOREACH t IN ARRAY ARRAY['product', 'expected_return', 'expected_line', 'expected_tracking', 'parcel', 'return_unit', 'import_job'] LOOP
    EXECUTE format('CREATE POLICY seller_reads ON %I FOR SELECT USING (seller = (SELECT restow_seller()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY seller_reads ON seller FOR SELECT USING (code = (SELECT restow_seller()));
--> statement-breakpoint
-- Events belong to a seller through their stream's owner, so that a claim changes who sees them without touching them.
CREATE POLICY seller_reads ON ledger_event FOR SELECT USING (
  CASE stream_kind
    WHEN 'unit' THEN EXISTS (SELECT 1 FROM return_unit u WHERE u.id = stream_id AND u.seller = (SELECT restow_seller()))
    ELSE EXISTS (SELECT 1 FROM parcel p WHERE p.id = stream_id AND p.seller = (SELECT restow_seller()))
  END);
--> statement-breakpoint
-- A photo belongs to whoever's unit or parcel carries it.
CREATE POLICY seller_reads ON photo FOR SELECT USING (
  EXISTS (SELECT 1 FROM return_unit u WHERE u.photos @> jsonb_build_array(jsonb_build_object('sha256', sha256)) AND u.seller = (SELECT restow_seller()))
  OR EXISTS (SELECT 1 FROM parcel p WHERE p.photos @> jsonb_build_array(jsonb_build_object('sha256', sha256)) AND p.seller = (SELECT restow_seller())));
--> statement-breakpoint
-- States are rewritten in place at each step; room on their pages keeps that from touching the indexes.
ALTER TABLE return_unit SET (fillfactor = 75);
--> statement-breakpoint
ALTER TABLE parcel SET (fillfactor = 75);
--> statement-breakpoint
-- Plates are looked up at every scan: what waits in a list to be indexed later would be read through each time.
ALTER INDEX return_unit_former_lpns SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX return_unit_photos SET (fastupdate = off);
--> statement-breakpoint
ALTER INDEX parcel_photos SET (fastupdate = off);
