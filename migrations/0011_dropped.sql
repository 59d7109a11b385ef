CREATE TABLE "dropped_command" (
	"command_id" uuid PRIMARY KEY NOT NULL,
	"warehouse" text NOT NULL,
	"on_device" text NOT NULL,
	"type" text NOT NULL,
	"about" text NOT NULL,
	"done_by" text NOT NULL,
	"code" text NOT NULL,
	"message" text NOT NULL,
	"reason" text NOT NULL,
	"dropped_by" text NOT NULL,
	"dropped_at" timestamp with time zone NOT NULL,
	"recorded_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "dropped_command_reason" CHECK (reason in ('done_by_other', 'mistake', 'not_there', 'settled', 'other'))
);
--> statement-breakpoint
ALTER TABLE "dropped_command" ADD CONSTRAINT "dropped_command_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "dropped_command_device" ON "dropped_command" USING btree ("on_device","recorded_at");--> statement-breakpoint
-- None of a seller's business, whatever a query asks for.
ALTER TABLE "dropped_command" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "dropped_command" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY staff_all ON "dropped_command" USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
