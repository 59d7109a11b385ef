ALTER TABLE "device" ADD COLUMN "refused_since" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "dropped_command" ADD COLUMN "acknowledged_by" text;--> statement-breakpoint
ALTER TABLE "dropped_command" ADD COLUMN "acknowledged_at" timestamp with time zone;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "held_since" text GENERATED ALWAYS AS (((body->'held')->>'at')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "written_off_at" text GENERATED ALWAYS AS ((((body->'missing')->'writtenOff')->>'at')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "approval_needed" boolean GENERATED ALWAYS AS ((coalesce((body->'decision')->>'approvalNeeded' = 'true', false))) STORED;--> statement-breakpoint
CREATE INDEX "dropped_command_waits" ON "dropped_command" USING btree ("warehouse") WHERE acknowledged_at is null;--> statement-breakpoint
CREATE INDEX "parcel_excepted" ON "parcel" USING btree ("warehouse") WHERE exceptions > 0;--> statement-breakpoint
CREATE INDEX "return_unit_waits" ON "return_unit" USING btree ("warehouse") WHERE held_for is not null or missing_since is not null or approval_needed or exceptions > 0;