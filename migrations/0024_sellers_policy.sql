CREATE TABLE "seller_check_version" (
	"seller" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"begun_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "seller_check_version_seller_version_pk" PRIMARY KEY("seller","version")
);
--> statement-breakpoint
ALTER TABLE "api_key" DROP CONSTRAINT "api_key_scopes";--> statement-breakpoint
ALTER TABLE "set_up_change" ADD COLUMN "by_name" text;--> statement-breakpoint
ALTER TABLE "seller" ADD COLUMN "checks" jsonb DEFAULT '{"version":1,"checks":[]}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "seller_check_version" ADD CONSTRAINT "seller_check_version_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_scopes" CHECK (scopes <@ array['reports', 'announcements', 'decisions', 'policy'] and cardinality(scopes) > 0);
--> statement-breakpoint

-- A seller's own questions by versions, as checklists are.
CREATE TRIGGER seller_checks_count_up BEFORE UPDATE OF checks ON seller FOR EACH ROW EXECUTE FUNCTION restow_counts_up('checks');
--> statement-breakpoint
CREATE FUNCTION restow_keep_seller_checks() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO seller_check_version (seller, version, body)
  VALUES (NEW.code, coalesce((NEW.checks->>'version')::int, 1), NEW.checks)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER seller_checks_kept AFTER INSERT OR UPDATE OF checks ON seller FOR EACH ROW EXECUTE FUNCTION restow_keep_seller_checks();
--> statement-breakpoint
CREATE TRIGGER seller_check_version_rows BEFORE UPDATE OR DELETE ON seller_check_version FOR EACH ROW EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
CREATE TRIGGER seller_check_version_truncate BEFORE TRUNCATE ON seller_check_version FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
-- As staff, since the tables hide their rows from their owner too.
SELECT set_config('restow.scope', 'staff', true);
--> statement-breakpoint
INSERT INTO seller_check_version (seller, version, body) SELECT code, 1, checks FROM seller;
--> statement-breakpoint
ALTER TABLE "seller_check_version" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "seller_check_version" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON "seller_check_version" USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
--> statement-breakpoint
CREATE POLICY seller_all ON "seller_check_version" USING (seller = (SELECT restow_seller())) WITH CHECK (seller = (SELECT restow_seller()));
--> statement-breakpoint

-- A seller changes its own row, and of it only what is its own, whatever a query says.
CREATE POLICY seller_changes ON "seller" FOR UPDATE USING (code = (SELECT restow_seller())) WITH CHECK (code = (SELECT restow_seller()));
--> statement-breakpoint
CREATE FUNCTION restow_sellers_own() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF restow_seller() IS NOT NULL AND NOT restow_is_staff() AND (
    (NEW.code, NEW.name, NEW.active, NEW.targets) IS DISTINCT FROM (OLD.code, OLD.name, OLD.active, OLD.targets)
    OR jsonb_build_array(NEW.policy->'currency', NEW.policy->'costs', NEW.policy->'available')
      IS DISTINCT FROM jsonb_build_array(OLD.policy->'currency', OLD.policy->'costs', OLD.policy->'available')) THEN
    RAISE EXCEPTION 'this part of a seller is the warehouse''s to change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER seller_sellers_own BEFORE UPDATE ON seller FOR EACH ROW EXECUTE FUNCTION restow_sellers_own();
--> statement-breakpoint

-- What became of its own policy, a seller may read, and its own changes are on record like everybody's.
CREATE POLICY seller_reads ON "set_up_change" FOR SELECT USING (kind = 'seller' AND key = (SELECT restow_seller()));
--> statement-breakpoint
CREATE POLICY seller_adds ON "set_up_change" FOR INSERT WITH CHECK (kind = 'seller' AND key = (SELECT restow_seller()));
--> statement-breakpoint
CREATE OR REPLACE FUNCTION restow_set_up_changed() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  who text := nullif(current_setting('restow.by', true), '');
  was jsonb := CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE to_jsonb(OLD) END;
  is_now jsonb := CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE to_jsonb(NEW) END;
  row_now jsonb := coalesce(is_now, was);
  told text[] := string_to_array(TG_ARGV[2], ',');
  before jsonb;
  after jsonb;
BEGIN
  IF who IS NULL THEN
    RETURN NULL;
  END IF;
  SELECT jsonb_object_agg(c, was->c), jsonb_object_agg(c, is_now->c) INTO before, after
    FROM unnest(told) AS c WHERE (was->c) IS DISTINCT FROM (is_now->c);
  -- That there is a new PIN is on record; what it is, or its hash, is not.
  IF (was->>'pin_hash') IS DISTINCT FROM (is_now->>'pin_hash') AND TG_OP = 'UPDATE' THEN
    before := coalesce(before, '{}') || '{"pin": "old"}';
    after := coalesce(after, '{}') || '{"pin": "new"}';
  END IF;
  IF before IS NULL AND after IS NULL THEN
    RETURN NULL;
  END IF;
  INSERT INTO set_up_change (kind, key, warehouse, by, by_name, before, after)
  SELECT TG_ARGV[0], string_agg(row_now->>k, ' ' ORDER BY n), row_now->>'warehouse', who, nullif(current_setting('restow.by_name', true), ''),
    CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE before END, CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE after END
  FROM unnest(string_to_array(TG_ARGV[1], ',')) WITH ORDINALITY AS named(k, n);
  RETURN NULL;
END $$;
--> statement-breakpoint
DROP TRIGGER seller_on_record ON seller;
--> statement-breakpoint
CREATE TRIGGER seller_on_record AFTER INSERT OR UPDATE ON seller FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('seller', 'code', 'name,active,policy,targets,checks');
