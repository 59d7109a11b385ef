ALTER TABLE "expected_tracking" ADD COLUMN "learned_from" uuid;--> statement-breakpoint
ALTER TABLE "warehouse" ADD COLUMN "unclaimed_policy" jsonb DEFAULT '{"afterDays":30,"becomes":"hold_for_supervisor"}'::jsonb NOT NULL;--> statement-breakpoint
CREATE INDEX "parcel_unclaimed" ON "parcel" USING btree ("warehouse","received_at") WHERE seller is null and state in ('received', 'registered', 'reopened', 'closed');--> statement-breakpoint
-- A claim that is taken back takes the number that it taught back, and the handhelds have to hear of that as well.
CREATE FUNCTION restow_part_gone() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE expected_return SET changed_at = now()
  WHERE id = OLD.expected_return AND changed_tx <> pg_current_xact_id()::text::bigint;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER expected_tracking_gone AFTER DELETE ON expected_tracking FOR EACH ROW EXECUTE FUNCTION restow_part_gone();
