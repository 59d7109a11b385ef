-- A parcel's state says which other numbers it goes by: none, of all that are here so far. As staff, since the tables hide their rows from their owner too.
SELECT set_config('restow.scope', 'staff', true);--> statement-breakpoint
UPDATE "parcel" SET body = body || '{"aliases": []}';--> statement-breakpoint
CREATE TABLE "parcel_number" (
	"number" text NOT NULL,
	"parcel" uuid NOT NULL,
	"warehouse" text NOT NULL,
	"open" boolean NOT NULL,
	CONSTRAINT "parcel_number_number_parcel_pk" PRIMARY KEY("number","parcel")
);
--> statement-breakpoint
ALTER TABLE "parcel" drop column "words";--> statement-breakpoint
ALTER TABLE "parcel" ADD COLUMN "words" text GENERATED ALWAYS AS ((lower((body->>'trackingNumber') || chr(10) || (body->>'raw') || chr(10) || coalesce((body->'aliases')::text, '') || chr(10)
  || jsonb_path_query_array(body, '$.answers[*].rmaNumber')::text || jsonb_path_query_array(body, '$.answers[*].orderNumber')::text))) STORED;--> statement-breakpoint
ALTER TABLE "expected_tracking" ADD COLUMN "source" text DEFAULT 'file' NOT NULL;--> statement-breakpoint
ALTER TABLE "import_job" ADD COLUMN "matched" integer DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "parcel_number" ADD CONSTRAINT "parcel_number_parcel_parcel_id_fk" FOREIGN KEY ("parcel") REFERENCES "public"."parcel"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "expected_return_number" ON "expected_return" USING btree ("rma_number");--> statement-breakpoint
CREATE INDEX "parcel_number_parcel" ON "parcel_number" USING btree ("parcel");--> statement-breakpoint
CREATE UNIQUE INDEX "parcel_number_one_open" ON "parcel_number" USING btree ("warehouse","number") WHERE open;--> statement-breakpoint
ALTER TABLE "expected_tracking" ADD CONSTRAINT "expected_tracking_source" CHECK (source in ('file', 'api', 'claim', 'label'));--> statement-breakpoint

-- The numbers of a parcel, read off its state. A number that is new to an open parcel must be no other open parcel's: that fails, and is decided anew. A number
-- that another parcel has got while this one was closed stays that one's when this one is opened again.
CREATE FUNCTION restow_parcel_numbers() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE
  is_open boolean := NEW.state NOT IN ('closed', 'void');
  others jsonb := coalesce(NEW.body->'aliases', '[]');
BEGIN
  IF TG_OP = 'UPDATE' THEN
    DELETE FROM parcel_number n WHERE n.parcel = NEW.id AND n.number <> NEW.tracking_number AND NOT others ? n.number;
    UPDATE parcel_number n SET open = is_open WHERE n.parcel = NEW.id AND n.open <> is_open AND NOT (is_open AND EXISTS (
      SELECT 1 FROM parcel_number o WHERE o.warehouse = n.warehouse AND o.number = n.number AND o.open AND o.parcel <> n.parcel));
  END IF;
  INSERT INTO parcel_number (number, parcel, warehouse, open)
  SELECT n.number, NEW.id, NEW.warehouse, is_open
  FROM (SELECT NEW.tracking_number UNION SELECT jsonb_array_elements_text(others)) AS n(number)
  ON CONFLICT (number, parcel) DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER parcel_numbers_begun AFTER INSERT ON parcel FOR EACH ROW EXECUTE FUNCTION restow_parcel_numbers();
--> statement-breakpoint
CREATE TRIGGER parcel_numbers_changed AFTER UPDATE ON parcel FOR EACH ROW
  WHEN ((OLD.state IN ('closed', 'void')) <> (NEW.state IN ('closed', 'void')) OR OLD.body->'aliases' IS DISTINCT FROM NEW.body->'aliases')
  EXECUTE FUNCTION restow_parcel_numbers();
--> statement-breakpoint
INSERT INTO parcel_number (number, parcel, warehouse, open)
SELECT tracking_number, id, warehouse, state NOT IN ('closed', 'void') FROM parcel;
--> statement-breakpoint
ALTER TABLE parcel_number ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE parcel_number FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON parcel_number USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
--> statement-breakpoint
CREATE POLICY seller_reads ON parcel_number FOR SELECT USING (
  EXISTS (SELECT 1 FROM parcel p WHERE p.id = parcel AND p.seller = (SELECT restow_seller())));
--> statement-breakpoint

-- A return is changed as well when a line or a number of it goes.
CREATE FUNCTION restow_part_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE expected_return SET changed_at = now()
  WHERE id = OLD.expected_return AND changed_tx <> pg_current_xact_id()::text::bigint;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER expected_line_gone AFTER DELETE ON expected_line FOR EACH ROW EXECUTE FUNCTION restow_part_gone();
--> statement-breakpoint
CREATE TRIGGER expected_tracking_gone AFTER DELETE ON expected_tracking FOR EACH ROW EXECUTE FUNCTION restow_part_gone();
