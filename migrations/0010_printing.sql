CREATE TABLE "print_agent" (
	"id" uuid PRIMARY KEY DEFAULT gen_random_uuid() NOT NULL,
	"warehouse" text NOT NULL,
	"name" text NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_seen" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "print_agent_token_hash_unique" UNIQUE("token_hash")
);
--> statement-breakpoint
CREATE TABLE "print_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"warehouse" text NOT NULL,
	"printer" text,
	"position" bigint,
	"content" "bytea" NOT NULL,
	"labels" jsonb NOT NULL,
	"lpns" text[] DEFAULT '{}' NOT NULL,
	"total" integer NOT NULL,
	"asked_by" text NOT NULL,
	"device_id" text,
	"asked_at" timestamp with time zone DEFAULT now() NOT NULL,
	"reason" text,
	"note" text,
	"of_job" uuid,
	"first_job" uuid NOT NULL,
	"copy" integer DEFAULT 1 NOT NULL,
	"state" text NOT NULL,
	"confirmed" integer DEFAULT 0 NOT NULL,
	"attempt" uuid,
	"attempts" integer DEFAULT 0 NOT NULL,
	"out_at" timestamp with time zone,
	"out_count" integer DEFAULT 0 NOT NULL,
	"trouble" text,
	"trouble_since" timestamp with time zone,
	"words" text,
	"cancel_by" text,
	"ended_at" timestamp with time zone,
	"answered_by" text,
	"answered_at" timestamp with time zone,
	"came_out" boolean,
	CONSTRAINT "print_job_state" CHECK (state in ('queued', 'sending', 'sent', 'printed', 'maybe_printed', 'failed', 'cancelled')),
	CONSTRAINT "print_job_trouble" CHECK (trouble is null or trouble in ('paper_out', 'head_open', 'ribbon_out', 'paused', 'buffer_full', 'too_cold', 'too_hot', 'label_waiting', 'busy', 'unreachable', 'refused', 'no_answer', 'cut', 'not_allowed', 'sender_gone', 'not_drawn')),
	CONSTRAINT "print_job_reason" CHECK (reason is null or reason in ('lost', 'damaged', 'smudged', 'not_printed', 'relabelled', 'other')),
	CONSTRAINT "print_job_counts" CHECK (total > 0 and confirmed between 0 and total and out_count >= 0)
);
--> statement-breakpoint
CREATE TABLE "printer" (
	"warehouse" text NOT NULL,
	"code" text NOT NULL,
	"name" text NOT NULL,
	"place" text,
	"language" text NOT NULL,
	"dpi" integer NOT NULL,
	"way" text NOT NULL,
	"host" text NOT NULL,
	"port" integer NOT NULL,
	"agent" uuid,
	"tells" boolean NOT NULL,
	"sizes" jsonb DEFAULT '{}'::jsonb NOT NULL,
	"orientation" text NOT NULL,
	"darkness" integer,
	"speed" integer,
	"cut" boolean DEFAULT false NOT NULL,
	"removed_at" timestamp with time zone,
	"last_position" bigint DEFAULT 0 NOT NULL,
	"held_by" uuid,
	"held_until" timestamp with time zone,
	"retry_at" timestamp with time zone,
	"retries" integer DEFAULT 0 NOT NULL,
	"trouble" text,
	"trouble_since" timestamp with time zone,
	"last_printed_at" timestamp with time zone,
	CONSTRAINT "printer_warehouse_code_pk" PRIMARY KEY("warehouse","code"),
	CONSTRAINT "printer_language" CHECK (language in ('pdf', 'zpl')),
	CONSTRAINT "printer_orientation" CHECK (orientation in ('landscape', 'portrait')),
	CONSTRAINT "printer_way" CHECK (way in ('tcp', 'agent')),
	CONSTRAINT "printer_trouble" CHECK (trouble is null or trouble in ('paper_out', 'head_open', 'ribbon_out', 'paused', 'buffer_full', 'too_cold', 'too_hot', 'label_waiting', 'busy', 'unreachable', 'refused', 'no_answer', 'cut', 'not_allowed', 'sender_gone', 'not_drawn')),
	CONSTRAINT "printer_agent" CHECK ((way = 'agent') = (agent is not null))
);
--> statement-breakpoint
ALTER TABLE "device" ADD COLUMN "printer" text;--> statement-breakpoint
ALTER TABLE "print_agent" ADD CONSTRAINT "print_agent_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "print_job" ADD CONSTRAINT "print_job_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "print_job" ADD CONSTRAINT "print_job_warehouse_printer_printer_warehouse_code_fk" FOREIGN KEY ("warehouse","printer") REFERENCES "public"."printer"("warehouse","code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printer" ADD CONSTRAINT "printer_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "printer" ADD CONSTRAINT "printer_agent_print_agent_id_fk" FOREIGN KEY ("agent") REFERENCES "public"."print_agent"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "print_job_position" ON "print_job" USING btree ("warehouse","printer","position");--> statement-breakpoint
CREATE INDEX "print_job_waiting" ON "print_job" USING btree ("warehouse","printer","position") WHERE state in ('queued', 'sending');--> statement-breakpoint
CREATE INDEX "print_job_asked" ON "print_job" USING btree ("warehouse","asked_at","id");--> statement-breakpoint
CREATE INDEX "print_job_lpns" ON "print_job" USING gin ("lpns");--> statement-breakpoint
CREATE INDEX "print_job_first" ON "print_job" USING btree ("first_job");
--> statement-breakpoint
-- None of a seller's business, whatever a query asks for.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['print_agent', 'print_job', 'printer'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- Every print is on record for good: who asked for what, where and why. Only what became of it is written later,
-- and what was over is not begun again.
CREATE FUNCTION restow_print_on_record() RETURNS trigger LANGUAGE plpgsql AS $$
BEGIN
  IF (NEW.id, NEW.warehouse, NEW.printer, NEW.position, NEW.content, NEW.labels, NEW.lpns, NEW.total, NEW.asked_by, NEW.device_id,
      NEW.asked_at, NEW.reason, NEW.note, NEW.of_job, NEW.first_job, NEW.copy)
    IS DISTINCT FROM
     (OLD.id, OLD.warehouse, OLD.printer, OLD.position, OLD.content, OLD.labels, OLD.lpns, OLD.total, OLD.asked_by, OLD.device_id,
      OLD.asked_at, OLD.reason, OLD.note, OLD.of_job, OLD.first_job, OLD.copy)
    OR NEW.confirmed < OLD.confirmed
    OR (OLD.state IN ('printed', 'sent', 'failed', 'cancelled') AND NEW.state <> OLD.state)
    OR (OLD.state = 'maybe_printed' AND NEW.state IN ('queued', 'sending'))
  THEN
    RAISE EXCEPTION 'what was asked to be printed is on record and does not change' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END $$;
--> statement-breakpoint
CREATE TRIGGER print_job_changes BEFORE UPDATE ON print_job FOR EACH ROW EXECUTE FUNCTION restow_print_on_record();
--> statement-breakpoint
CREATE TRIGGER print_job_rows BEFORE DELETE ON print_job FOR EACH ROW EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
CREATE TRIGGER print_job_truncate BEFORE TRUNCATE ON print_job FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only();
--> statement-breakpoint
-- Both are rewritten in place at each step; room on their pages keeps that from touching the indexes.
ALTER TABLE printer SET (fillfactor = 50);
--> statement-breakpoint
ALTER TABLE print_job SET (fillfactor = 75);
