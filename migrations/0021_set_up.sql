CREATE TABLE "checklist_version" (
	"category" text NOT NULL,
	"version" integer NOT NULL,
	"body" jsonb NOT NULL,
	"begun_at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	CONSTRAINT "checklist_version_category_version_pk" PRIMARY KEY("category","version")
);
--> statement-breakpoint
CREATE TABLE "set_up_change" (
	"id" bigint PRIMARY KEY GENERATED ALWAYS AS IDENTITY (sequence name "set_up_change_id_seq" INCREMENT BY 1 MINVALUE 1 MAXVALUE 9223372036854775807 START WITH 1 CACHE 1),
	"kind" text NOT NULL,
	"key" text NOT NULL,
	"warehouse" text,
	"by" text NOT NULL,
	"at" timestamp with time zone DEFAULT clock_timestamp() NOT NULL,
	"before" jsonb,
	"after" jsonb
);
--> statement-breakpoint
CREATE TABLE "former_plate" (
	"lpn" text NOT NULL,
	"unit" uuid NOT NULL,
	CONSTRAINT "former_plate_lpn_unit_pk" PRIMARY KEY("lpn","unit")
);
--> statement-breakpoint
DROP INDEX "return_unit_former_lpns";--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "serial" text GENERATED ALWAYS AS ((body->>'serial')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "marketplace_lpn" text GENERATED ALWAYS AS ((body->>'marketplaceLpn')) STORED;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "locked_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "locked_by" text;--> statement-breakpoint
ALTER TABLE "seller" ADD COLUMN "targets" jsonb DEFAULT '{}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "warehouse" ADD COLUMN "targets" jsonb DEFAULT '{"register":14400,"decide":86400,"shelve":86400}'::jsonb NOT NULL;--> statement-breakpoint
ALTER TABLE "former_plate" ADD CONSTRAINT "former_plate_unit_return_unit_id_fk" FOREIGN KEY ("unit") REFERENCES "public"."return_unit"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "set_up_change_of" ON "set_up_change" USING btree ("kind","key","id");--> statement-breakpoint
CREATE INDEX "expected_return_number_begins" ON "expected_return" USING btree (rma_number collate "C");--> statement-breakpoint
CREATE INDEX "expected_return_order_begins" ON "expected_return" USING btree (order_number collate "C");--> statement-breakpoint
CREATE INDEX "expected_tracking_begins" ON "expected_tracking" USING btree (tracking_number collate "C");--> statement-breakpoint
CREATE INDEX "parcel_number_begins" ON "parcel_number" USING btree (number collate "C");--> statement-breakpoint
CREATE INDEX "return_unit_lpn_begins" ON "return_unit" USING btree (lpn collate "C");--> statement-breakpoint
CREATE INDEX "return_unit_serial" ON "return_unit" USING btree ("serial") WHERE serial is not null;--> statement-breakpoint
CREATE INDEX "return_unit_serial_begins" ON "return_unit" USING btree (serial collate "C") WHERE serial is not null;--> statement-breakpoint
CREATE INDEX "return_unit_marketplace_lpn" ON "return_unit" USING btree ("marketplace_lpn") WHERE marketplace_lpn is not null;
--> statement-breakpoint

-- The plates that units had before, read off their states; a plate that was replaced stays replaced.
CREATE FUNCTION restow_former_plates() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO former_plate (lpn, unit) SELECT jsonb_array_elements_text(NEW.former_lpns), NEW.id ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER former_plates_begun AFTER INSERT ON return_unit FOR EACH ROW
  WHEN (NEW.former_lpns <> '[]'::jsonb) EXECUTE FUNCTION restow_former_plates();
--> statement-breakpoint
CREATE TRIGGER former_plates_changed AFTER UPDATE ON return_unit FOR EACH ROW
  WHEN (OLD.former_lpns IS DISTINCT FROM NEW.former_lpns) EXECUTE FUNCTION restow_former_plates();
--> statement-breakpoint
-- As staff, since the tables hide their rows from their owner too.
SELECT set_config('restow.scope', 'staff', true);
--> statement-breakpoint
INSERT INTO former_plate (lpn, unit) SELECT DISTINCT jsonb_array_elements_text(former_lpns), id FROM return_unit WHERE former_lpns <> '[]'::jsonb;
--> statement-breakpoint
ALTER TABLE former_plate ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE former_plate FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON former_plate USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
--> statement-breakpoint
CREATE POLICY seller_reads ON former_plate FOR SELECT USING (
  EXISTS (SELECT 1 FROM return_unit u WHERE u.id = unit AND u.seller = (SELECT restow_seller())));
--> statement-breakpoint

-- Append-only, both; who changed what is none of a seller's business. What is asked at an inspection is nobody's secret.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['set_up_change', 'checklist_version'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION restow_append_only()', t || '_rows', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only()', t || '_truncate', t);
  END LOOP;
END $$;
--> statement-breakpoint
ALTER TABLE "set_up_change" ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE "set_up_change" FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON "set_up_change" USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
--> statement-breakpoint

-- Policies and checklists count their versions up here, so that no way of changing one forgets to.
CREATE FUNCTION restow_counts_up() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  col text := TG_ARGV[0];
  old_body jsonb := to_jsonb(OLD)->col;
  new_body jsonb := to_jsonb(NEW)->col;
  stood int := coalesce((old_body->>'version')::int, 1);
BEGIN
  IF old_body - 'version' IS DISTINCT FROM new_body - 'version' THEN
    new_body := jsonb_set(new_body, '{version}', to_jsonb(stood + 1));
  ELSE
    new_body := old_body;
  END IF;
  RETURN jsonb_populate_record(NEW, jsonb_build_object(col, new_body));
END $$;
--> statement-breakpoint
CREATE TRIGGER checklist_counts_up BEFORE UPDATE OF body ON checklist FOR EACH ROW EXECUTE FUNCTION restow_counts_up('body');
--> statement-breakpoint
CREATE TRIGGER seller_counts_up BEFORE UPDATE OF policy ON seller FOR EACH ROW EXECUTE FUNCTION restow_counts_up('policy');
--> statement-breakpoint
CREATE FUNCTION restow_keep_checklist() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  INSERT INTO checklist_version (category, version, body)
  VALUES (NEW.category, coalesce((NEW.body->>'version')::int, 1), NEW.body)
  ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER checklist_kept AFTER INSERT OR UPDATE OF body ON checklist FOR EACH ROW EXECUTE FUNCTION restow_keep_checklist();
--> statement-breakpoint
INSERT INTO checklist_version (category, version, body) SELECT category, 1, body FROM checklist;
--> statement-breakpoint

-- What was set up otherwise, by whom. Filling a database, importing and the ledger's own work name nobody, and are no change of the set-up.
-- Its arguments: the kind, the columns that name the thing, and those that are told of.
CREATE FUNCTION restow_set_up_changed() RETURNS trigger LANGUAGE plpgsql AS $$
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
  INSERT INTO set_up_change (kind, key, warehouse, by, before, after)
  SELECT TG_ARGV[0], string_agg(row_now->>k, ' ' ORDER BY n), row_now->>'warehouse', who,
    CASE WHEN TG_OP = 'INSERT' THEN NULL ELSE before END, CASE WHEN TG_OP = 'DELETE' THEN NULL ELSE after END
  FROM unnest(string_to_array(TG_ARGV[1], ',')) WITH ORDINALITY AS named(k, n);
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER warehouse_on_record AFTER INSERT OR UPDATE ON warehouse FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('warehouse', 'code', 'name,time_zone,currency,demands_enrolled,unclaimed_policy,prints_unasked,targets');
--> statement-breakpoint
CREATE TRIGGER seller_on_record AFTER INSERT OR UPDATE ON seller FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('seller', 'code', 'name,active,policy,targets');
--> statement-breakpoint
CREATE TRIGGER checklist_on_record AFTER INSERT OR UPDATE ON checklist FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('checklist', 'category', 'body');
--> statement-breakpoint
CREATE TRIGGER staff_on_record AFTER INSERT OR UPDATE ON staff FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('staff', 'badge', 'name,role,active,locked_at');
--> statement-breakpoint
CREATE TRIGGER bin_on_record AFTER INSERT OR DELETE OR UPDATE OF zone, capacity ON bin FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('bin', 'code', 'zone,capacity');
--> statement-breakpoint
CREATE TRIGGER product_on_record AFTER INSERT OR UPDATE ON product FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('product', 'seller,sku', 'title,category,gtin,fnsku,asin,flags,weight_grams,hs_code');
--> statement-breakpoint
CREATE TRIGGER device_on_record AFTER UPDATE OF name, revoked_at ON device FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('device', 'device_id', 'name,revoked_at');
--> statement-breakpoint
CREATE TRIGGER printer_on_record AFTER INSERT OR UPDATE OF name, place, language, dpi, way, host, port, agent, sizes, orientation, darkness, speed, cut, removed_at ON printer FOR EACH ROW
  EXECUTE FUNCTION restow_set_up_changed('printer', 'code', 'name,place,language,dpi,way,host,port,sizes,orientation,darkness,speed,cut,removed_at');
