CREATE TABLE "day_mail" (
	"recipient" uuid NOT NULL,
	"warehouse" text NOT NULL,
	"day" text NOT NULL,
	"seller" text NOT NULL,
	"state" text DEFAULT 'waiting' NOT NULL,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"attempts" integer DEFAULT 0 NOT NULL,
	"first_tried_at" timestamp with time zone,
	"next_at" timestamp with time zone DEFAULT now() NOT NULL,
	"taken_until" timestamp with time zone,
	"doubts" integer DEFAULT 0 NOT NULL,
	"sent_at" timestamp with time zone,
	"last_answer" text,
	CONSTRAINT "day_mail_recipient_warehouse_day_pk" PRIMARY KEY("recipient","warehouse","day"),
	CONSTRAINT "day_mail_state" CHECK (state in ('waiting', 'sent', 'given_up'))
);
--> statement-breakpoint
CREATE TABLE "mail_recipient" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"seller" text NOT NULL,
	"address" text NOT NULL,
	"language" text NOT NULL,
	"formats" text[] NOT NULL,
	"empty_days" boolean DEFAULT false NOT NULL,
	"secret" "bytea" NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"since" timestamp with time zone DEFAULT now() NOT NULL,
	"stopped_at" timestamp with time zone,
	"bounces" integer DEFAULT 0 NOT NULL,
	"suppressed_at" timestamp with time zone,
	"tested_at" timestamp with time zone,
	"last_sent_at" timestamp with time zone,
	"last_answer" text,
	CONSTRAINT "mail_recipient_language" CHECK (language in ('en', 'zh-CN', 'de', 'es')),
	CONSTRAINT "mail_recipient_formats" CHECK (formats <@ array['csv', 'xlsx', 'pdf'])
);
--> statement-breakpoint
ALTER TABLE "day_mail" ADD CONSTRAINT "day_mail_recipient_mail_recipient_id_fk" FOREIGN KEY ("recipient") REFERENCES "public"."mail_recipient"("id") ON DELETE cascade ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_mail" ADD CONSTRAINT "day_mail_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "mail_recipient" ADD CONSTRAINT "mail_recipient_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_mail_waiting" ON "day_mail" USING btree ("next_at") WHERE state = 'waiting';--> statement-breakpoint
CREATE UNIQUE INDEX "mail_recipient_address" ON "mail_recipient" USING btree ("seller",lower("address"));--> statement-breakpoint
-- A seller's own, to be set up by it, and by the staff for it.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['mail_recipient', 'day_mail'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
    EXECUTE format('CREATE POLICY seller_all ON %I USING (seller = (SELECT restow_seller())) WITH CHECK (seller = (SELECT restow_seller()))', t);
  END LOOP;
END $$;
