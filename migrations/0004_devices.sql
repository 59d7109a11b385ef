CREATE TABLE "device" (
	"device_id" text PRIMARY KEY NOT NULL,
	"warehouse" text NOT NULL,
	"name" text,
	"key_hash" "bytea",
	"enrolled_at" timestamp with time zone,
	"enrolled_by" text,
	"last_seen" timestamp with time zone,
	"last_badge" text,
	"app_version" text,
	"battery" integer,
	"charging" boolean,
	"unsent" integer DEFAULT 0 NOT NULL,
	"oldest_unsent_at" timestamp with time zone,
	"refused" integer DEFAULT 0 NOT NULL,
	"revoked_at" timestamp with time zone,
	"revoked_by" text
);
--> statement-breakpoint
CREATE TABLE "enrolment" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"warehouse" text NOT NULL,
	"made_by" text NOT NULL,
	"name" text NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"used_at" timestamp with time zone,
	"used_by" text,
	CONSTRAINT "enrolment_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
ALTER TABLE "warehouse" ADD COLUMN "demands_enrolled" boolean DEFAULT false NOT NULL;--> statement-breakpoint
ALTER TABLE "device" ADD CONSTRAINT "device_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "enrolment" ADD CONSTRAINT "enrolment_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "device_warehouse" ON "device" USING btree ("warehouse");--> statement-breakpoint
-- None of a seller's business, whatever a query asks for.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['device', 'enrolment', 'send_token'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
  END LOOP;
END $$;
