CREATE TABLE "photo_subject" (
	"subject" uuid NOT NULL,
	"sha256" text NOT NULL,
	CONSTRAINT "photo_subject_subject_sha256_pk" PRIMARY KEY("subject","sha256")
);
--> statement-breakpoint
DROP INDEX "parcel_photos";--> statement-breakpoint
DROP INDEX "return_unit_photos";--> statement-breakpoint
CREATE INDEX "photo_subject_photo" ON "photo_subject" USING btree ("sha256");
--> statement-breakpoint

-- Which units and parcels carry a photo. Under row-level security no index serves the question what an array holds: each photo
-- that a seller looked at read through all units, and whether one was there at all could be told by how long that took.
CREATE FUNCTION restow_photo_subjects() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  DELETE FROM photo_subject WHERE subject = NEW.id AND NOT NEW.photos @> jsonb_build_array(jsonb_build_object('sha256', sha256));
  INSERT INTO photo_subject (subject, sha256) SELECT NEW.id, photo->>'sha256' FROM jsonb_array_elements(NEW.photos) photo ON CONFLICT DO NOTHING;
  RETURN NULL;
END $$;
--> statement-breakpoint
-- As staff, since the tables hide their rows from their owner too.
SELECT set_config('restow.scope', 'staff', true);
--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['parcel', 'return_unit'] LOOP
    EXECUTE format('CREATE TRIGGER photos_begun AFTER INSERT ON %I FOR EACH ROW WHEN (NEW.photos <> ''[]''::jsonb) EXECUTE FUNCTION restow_photo_subjects()', t);
    EXECUTE format('CREATE TRIGGER photos_changed AFTER UPDATE ON %I FOR EACH ROW WHEN (OLD.photos IS DISTINCT FROM NEW.photos) EXECUTE FUNCTION restow_photo_subjects()', t);
    EXECUTE format('INSERT INTO photo_subject (subject, sha256) SELECT id, photo->>''sha256'' FROM %I, jsonb_array_elements(photos) photo ON CONFLICT DO NOTHING', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A photo belongs to whoever's unit or parcel carries it. Who signs in, and who is signed in, is for staff to ask: a seller asks for
-- nothing of another's people even where a query forgets.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['photo_subject', 'seller_user', 'session', 'sign_in_failure'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
CREATE POLICY seller_reads ON photo_subject FOR SELECT USING (
  EXISTS (SELECT 1 FROM return_unit u WHERE u.id = subject AND u.seller = (SELECT restow_seller()))
  OR EXISTS (SELECT 1 FROM parcel p WHERE p.id = subject AND p.seller = (SELECT restow_seller())));
--> statement-breakpoint
DROP POLICY seller_reads ON photo;
--> statement-breakpoint
-- What of it the seller sees is its own already.
CREATE POLICY seller_reads ON photo FOR SELECT USING (EXISTS (SELECT 1 FROM photo_subject s WHERE s.sha256 = photo.sha256));
