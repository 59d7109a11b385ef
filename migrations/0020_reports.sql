CREATE TABLE "day_closing" (
	"warehouse" text NOT NULL,
	"day" text NOT NULL,
	"begins" timestamp with time zone NOT NULL,
	"ends" timestamp with time zone NOT NULL,
	"position" bigint NOT NULL,
	"closed_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "day_closing_warehouse_day_pk" PRIMARY KEY("warehouse","day"),
	CONSTRAINT "day_closing_in_order" CHECK (ends >= begins)
);
--> statement-breakpoint
CREATE TABLE "day_ending" (
	"warehouse" text NOT NULL,
	"day" text NOT NULL,
	"begins" timestamp with time zone NOT NULL,
	"ends" timestamp with time zone NOT NULL,
	"announced_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "day_ending_warehouse_day_pk" PRIMARY KEY("warehouse","day")
);
--> statement-breakpoint
CREATE TABLE "report_day" (
	"warehouse" text NOT NULL,
	"seller" text NOT NULL,
	"day" text NOT NULL,
	"counts" jsonb NOT NULL,
	"totals" jsonb NOT NULL,
	"rows" integer NOT NULL,
	"digest" text NOT NULL,
	CONSTRAINT "report_day_warehouse_seller_day_pk" PRIMARY KEY("warehouse","seller","day")
);
--> statement-breakpoint
CREATE TABLE "report_row" (
	"warehouse" text NOT NULL,
	"seller" text NOT NULL,
	"day" text NOT NULL,
	"n" integer NOT NULL,
	"json" text NOT NULL,
	"csv" text NOT NULL,
	"took" integer,
	CONSTRAINT "report_row_warehouse_seller_day_n_pk" PRIMARY KEY("warehouse","seller","day","n")
);
--> statement-breakpoint
ALTER TABLE "day_closing" ADD CONSTRAINT "day_closing_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "day_ending" ADD CONSTRAINT "day_ending_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_day" ADD CONSTRAINT "report_day_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "report_day" ADD CONSTRAINT "report_day_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "day_ending_ends" ON "day_ending" USING btree ("ends");--> statement-breakpoint
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['day_ending', 'day_closing', 'report_day', 'report_row'] LOOP
    EXECUTE format('CREATE TRIGGER %I BEFORE UPDATE OR DELETE ON %I FOR EACH ROW EXECUTE FUNCTION restow_append_only()', t || '_rows', t);
    EXECUTE format('CREATE TRIGGER %I BEFORE TRUNCATE ON %I FOR EACH STATEMENT EXECUTE FUNCTION restow_append_only()', t || '_truncate', t);
  END LOOP;
  -- When days are closed is the warehouse's own, and no seller's secret; what is in them is.
  FOREACH t IN ARRAY ARRAY['report_day', 'report_row'] LOOP
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY', t);
    EXECUTE format('ALTER TABLE %I FORCE ROW LEVEL SECURITY', t);
    EXECUTE format('CREATE POLICY staff_all ON %I USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()))', t);
    EXECUTE format('CREATE POLICY seller_reads ON %I FOR SELECT USING (seller = (SELECT restow_seller()))', t);
  END LOOP;
END $$;
--> statement-breakpoint

-- Nothing is recorded within a day that has ended, whatever the clock of a node says. It looks with a snapshot of its own, taken
-- after its transaction has its lock on the ledger: either it sees the day's end, or who closes the day sees the lock. A
-- transaction that looks at an older moment would see neither.
CREATE FUNCTION restow_day_over() RETURNS trigger LANGUAGE plpgsql AS $$
DECLARE over timestamptz;
BEGIN
  IF current_setting('transaction_isolation') <> 'read committed' THEN
    RAISE EXCEPTION 'the ledger is written in read committed' USING ERRCODE = 'invalid_transaction_state';
  END IF;
  SELECT max(d.ends) INTO over FROM day_ending d
    WHERE d.ends > (SELECT min(r.recorded_at) FROM recorded r)
      AND EXISTS (SELECT FROM recorded r WHERE r.meta->>'warehouse' = d.warehouse AND r.recorded_at < d.ends);
  IF over IS NOT NULL THEN
    RAISE EXCEPTION 'recorded within a business day that is over' USING ERRCODE = 'serialization_failure',
      CONSTRAINT = 'ledger_event_day_over', DETAIL = to_char(over AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"');
  END IF;
  RETURN NULL;
END $$;
--> statement-breakpoint
CREATE TRIGGER ledger_event_day_over AFTER INSERT ON ledger_event REFERENCING NEW TABLE AS recorded
  FOR EACH STATEMENT EXECUTE FUNCTION restow_day_over();
