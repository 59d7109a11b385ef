-- Whether a connection sees all is settled when it is opened, and never changed on it: so it is found out once for each plan, and
-- staff's plans have nothing in them of what keeps sellers apart. Decision 036.
CREATE OR REPLACE FUNCTION restow_is_staff() RETURNS boolean LANGUAGE sql IMMUTABLE PARALLEL SAFE AS
  $$ SELECT nullif(current_setting('restow.scope', true), '') IS NOT DISTINCT FROM 'staff' $$;
--> statement-breakpoint
DO $$
DECLARE t name;
BEGIN
  FOR t IN SELECT tablename FROM pg_policies WHERE schemaname = current_schema() AND policyname = 'staff_all' LOOP
    EXECUTE format('ALTER POLICY staff_all ON %I USING (restow_is_staff()) WITH CHECK (restow_is_staff())', t);
  END LOOP;
END $$;
