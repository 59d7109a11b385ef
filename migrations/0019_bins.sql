CREATE TABLE "bin_count" (
	"id" uuid PRIMARY KEY NOT NULL,
	"warehouse" text NOT NULL,
	"bin" text NOT NULL,
	"expected" integer NOT NULL,
	"counted" integer NOT NULL,
	"missing" jsonb NOT NULL,
	"found" jsonb NOT NULL,
	"moved" jsonb NOT NULL,
	"strangers" jsonb NOT NULL,
	"counted_by" text NOT NULL,
	"device_id" text NOT NULL,
	"scanned_at" text NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "aisle" text;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "bay" text;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "level" text;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "x" double precision;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "y" double precision;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "w" double precision;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "h" double precision;--> statement-breakpoint
ALTER TABLE "bin" ADD COLUMN "removed_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "bin_count" ADD CONSTRAINT "bin_count_warehouse_bin_bin_warehouse_code_fk" FOREIGN KEY ("warehouse","bin") REFERENCES "public"."bin"("warehouse","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "bin_count_bin" ON "bin_count" USING btree ("warehouse","bin","recorded_at");--> statement-breakpoint
CREATE INDEX "bin_changed" ON "bin" USING btree ("changed_tx");--> statement-breakpoint
ALTER TABLE "bin" ADD CONSTRAINT "bin_on_plan" CHECK (num_nonnulls(x, y, w, h) in (0, 4) and (w is null or (w > 0 and h > 0)));--> statement-breakpoint
-- What was counted is on record for good, and none of a seller's business: a bin holds several sellers' goods.
ALTER TABLE bin_count ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE bin_count FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON bin_count USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
--> statement-breakpoint
CREATE TRIGGER bin_count_rows BEFORE UPDATE OR DELETE ON bin_count FOR EACH ROW EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
CREATE TRIGGER bin_count_truncate BEFORE TRUNCATE ON bin_count FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
-- Where a bin is and that it was removed is followed as well; plates still are no change of it.
DROP TRIGGER bin_changed ON bin;
--> statement-breakpoint
CREATE TRIGGER bin_changed BEFORE UPDATE OF zone, capacity, aisle, bay, level, x, y, w, h, removed_at ON bin FOR EACH ROW EXECUTE FUNCTION restow_changed();
