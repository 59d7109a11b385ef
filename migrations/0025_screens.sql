CREATE TABLE "screen" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"warehouse" text NOT NULL,
	"name" text NOT NULL,
	"hung_by" text NOT NULL,
	"hung_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_down_at" timestamp with time zone,
	"taken_down_by" text,
	CONSTRAINT "screen_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "screen" ADD CONSTRAINT "screen_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "screen_hanging" ON "screen" USING btree ("warehouse") WHERE taken_down_at is null;--> statement-breakpoint
-- The house's own, and none of a seller's business.
ALTER TABLE screen ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE screen FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON screen USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
