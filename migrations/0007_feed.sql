CREATE TABLE "feed_checkpoint" (
	"reader" text NOT NULL,
	"after" bigint NOT NULL,
	"reached" bigint NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "feed_checkpoint_reader_after_pk" PRIMARY KEY("reader","after"),
	CONSTRAINT "feed_checkpoint_goes_on" CHECK (reached > after)
);
--> statement-breakpoint
CREATE TABLE "ledger_position" (
	"position" bigint PRIMARY KEY NOT NULL,
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	CONSTRAINT "ledger_position_event" UNIQUE("stream_id","version"),
	CONSTRAINT "ledger_position_counts" CHECK (position > 0)
);
--> statement-breakpoint
DROP INDEX "ledger_event_tx";--> statement-breakpoint
CREATE INDEX "ledger_event_tx" ON "ledger_event" USING btree ("tx");--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_position', 'feed_checkpoint'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION restow_append_only()', t || '_rows', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only()', t || '_truncate', t);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- A seller's position is its event's: whoever may read that, by the event's own policy, may know where it stands.
CREATE POLICY seller_reads ON ledger_position FOR SELECT USING (
  EXISTS (SELECT 1 FROM ledger_event e WHERE e.stream_id = ledger_position.stream_id AND e.version = ledger_position.version));
