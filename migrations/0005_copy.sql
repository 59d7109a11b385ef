-- A constant first: a default that asks for the transaction would rewrite the tables, the ledger among them, row by row.
ALTER TABLE "expected_return" ADD COLUMN "changed_tx" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "expected_return" ADD COLUMN "changed_at" timestamp with time zone DEFAULT now() NOT NULL;--> statement-breakpoint
ALTER TABLE "ledger_event" ADD COLUMN "tx" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "changed_tx" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "checklist" ADD COLUMN "changed_tx" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "product" ADD COLUMN "changed_tx" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "seller" ADD COLUMN "changed_tx" bigint DEFAULT 0 NOT NULL;--> statement-breakpoint
ALTER TABLE "expected_return" ALTER COLUMN "changed_tx" SET DEFAULT (pg_current_xact_id()::text::bigint);--> statement-breakpoint
ALTER TABLE "ledger_event" ALTER COLUMN "tx" SET DEFAULT (pg_current_xact_id()::text::bigint);--> statement-breakpoint
ALTER TABLE "bin" ALTER COLUMN "changed_tx" SET DEFAULT (pg_current_xact_id()::text::bigint);--> statement-breakpoint
ALTER TABLE "checklist" ALTER COLUMN "changed_tx" SET DEFAULT (pg_current_xact_id()::text::bigint);--> statement-breakpoint
ALTER TABLE "product" ALTER COLUMN "changed_tx" SET DEFAULT (pg_current_xact_id()::text::bigint);--> statement-breakpoint
ALTER TABLE "seller" ALTER COLUMN "changed_tx" SET DEFAULT (pg_current_xact_id()::text::bigint);--> statement-breakpoint
-- What was not summarised yet is read through at each question; new pages are summarised as they fill.
CREATE INDEX "expected_return_changed" ON "expected_return" USING brin ("changed_tx") WITH (pages_per_range=16,autosummarize=true);--> statement-breakpoint
CREATE INDEX "ledger_event_tx" ON "ledger_event" USING brin ("tx") WITH (pages_per_range=32,autosummarize=true);--> statement-breakpoint
CREATE INDEX "product_changed" ON "product" USING brin ("changed_tx") WITH (pages_per_range=16,autosummarize=true);--> statement-breakpoint

-- A change is known by its transaction, so that a reader misses none, however late it commits.
CREATE FUNCTION restow_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_tx := pg_current_xact_id()::text::bigint;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER seller_changed BEFORE UPDATE ON seller FOR EACH ROW EXECUTE FUNCTION restow_changed();
--> statement-breakpoint
CREATE TRIGGER checklist_changed BEFORE UPDATE ON checklist FOR EACH ROW EXECUTE FUNCTION restow_changed();
--> statement-breakpoint
CREATE TRIGGER product_changed BEFORE UPDATE ON product FOR EACH ROW EXECUTE FUNCTION restow_changed();
--> statement-breakpoint
-- Plates come and go with every putaway; they are no change of the bin.
CREATE TRIGGER bin_changed BEFORE UPDATE OF zone, capacity ON bin FOR EACH ROW EXECUTE FUNCTION restow_changed();
--> statement-breakpoint
CREATE FUNCTION restow_return_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  NEW.changed_tx := pg_current_xact_id()::text::bigint;
  NEW.changed_at := now();
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER expected_return_changed BEFORE UPDATE ON expected_return FOR EACH ROW EXECUTE FUNCTION restow_return_changed();
--> statement-breakpoint
-- A return is changed with its lines and its tracking numbers; of many in one transaction, once.
CREATE FUNCTION restow_part_changed() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  UPDATE expected_return SET changed_at = now()
  WHERE id = NEW.expected_return AND changed_tx <> pg_current_xact_id()::text::bigint;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER expected_line_changed AFTER INSERT OR UPDATE ON expected_line FOR EACH ROW EXECUTE FUNCTION restow_part_changed();
--> statement-breakpoint
CREATE TRIGGER expected_tracking_changed AFTER INSERT OR UPDATE ON expected_tracking FOR EACH ROW EXECUTE FUNCTION restow_part_changed();
