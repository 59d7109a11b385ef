CREATE TABLE "webhook" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seller" text NOT NULL,
	"url" text NOT NULL,
	"types" text[] NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"secret" text NOT NULL,
	"former_secret" text,
	"former_until" timestamp with time zone,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"removed_at" timestamp with time zone,
	"failing_since" timestamp with time zone,
	"failures" integer DEFAULT 0 NOT NULL,
	"retry_at" timestamp with time zone,
	"last_error" text,
	"last_delivered_at" timestamp with time zone,
	"replay_from" text,
	"replay_after" bigint,
	"replay_until" bigint,
	CONSTRAINT "webhook_types" CHECK (types <@ array['unit.classified', 'day.closed', 'decision.needed', 'parcel.unclaimed'])
);
--> statement-breakpoint
CREATE TABLE "webhook_message" (
	"webhook" uuid NOT NULL,
	"id" text NOT NULL,
	"seller" text NOT NULL,
	"type" text NOT NULL,
	"about" text NOT NULL,
	"position" bigint NOT NULL,
	"body" text NOT NULL,
	"at" timestamp with time zone NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_until" timestamp with time zone,
	"delivered_at" timestamp with time zone,
	"last_error" text,
	CONSTRAINT "webhook_message_webhook_id_pk" PRIMARY KEY("webhook","id"),
	CONSTRAINT "webhook_message_state" CHECK (state in ('waiting', 'delivered', 'dead')),
	CONSTRAINT "webhook_message_type" CHECK (type in ('unit.classified', 'day.closed', 'decision.needed', 'parcel.unclaimed'))
);
--> statement-breakpoint
ALTER TABLE "webhook" ADD CONSTRAINT "webhook_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "webhook_message" ADD CONSTRAINT "webhook_message_webhook_webhook_id_fk" FOREIGN KEY ("webhook") REFERENCES "public"."webhook"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "webhook_seller" ON "webhook" USING btree ("seller");--> statement-breakpoint
CREATE INDEX "webhook_message_waiting" ON "webhook_message" USING btree ("webhook","position","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_message_in_order" ON "webhook_message" USING btree ("webhook","about","position","id") WHERE state = 'waiting';--> statement-breakpoint
CREATE INDEX "webhook_message_listed" ON "webhook_message" USING btree ("webhook","at","id");--> statement-breakpoint
-- A seller's own, to be set up by it, and by the staff for it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['webhook', 'webhook_message'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
    EXECUTE format('CREATE POLICY seller_all ON %I USING (seller = (SELECT restow_seller())) WITH CHECK (seller = (SELECT restow_seller()))', t);
  END LOOP;
END $$;
