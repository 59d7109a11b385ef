CREATE SEQUENCE "public"."plate_serial" INCREMENT BY 1 MINVALUE 1 MAXVALUE 999999999 START WITH 1 CACHE 1;--> statement-breakpoint
CREATE TABLE "bin" (
	"warehouse" text NOT NULL,
	"code" text NOT NULL,
	"zone" text NOT NULL,
	"capacity" integer NOT NULL,
	"plates" integer DEFAULT 0 NOT NULL,
	"version" integer DEFAULT 0 NOT NULL,
	CONSTRAINT "bin_warehouse_code_pk" PRIMARY KEY("warehouse","code"),
	CONSTRAINT "bin_zone" CHECK (zone in ('dock', 'inspection', 'hold', 'quarantine', 'resell', 'refurbish', 'scrap', 'outbound')),
	CONSTRAINT "bin_capacity" CHECK (capacity > 0)
);
--> statement-breakpoint
CREATE TABLE "checklist" (
	"category" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "command_outcome" (
	"command_id" uuid PRIMARY KEY NOT NULL,
	"content_hash" "bytea" NOT NULL,
	"outcome" jsonb NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL
);
--> statement-breakpoint
CREATE TABLE "expected_line" (
	"expected_return" uuid NOT NULL,
	"seller" text NOT NULL,
	"sku" text NOT NULL,
	"occurrence" integer NOT NULL,
	"quantity" integer NOT NULL,
	"value_minor" bigint,
	"currency" text NOT NULL,
	"reason_raw" text NOT NULL,
	"reason_mapped" text NOT NULL,
	"asin" text,
	"title" text NOT NULL,
	CONSTRAINT "expected_line_expected_return_sku_occurrence_pk" PRIMARY KEY("expected_return","sku","occurrence"),
	CONSTRAINT "expected_line_quantity" CHECK (quantity > 0)
);
--> statement-breakpoint
CREATE TABLE "expected_return" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller" text NOT NULL,
	"rma_number" text NOT NULL,
	"order_number" text,
	"channel" text NOT NULL,
	"carrier" text,
	"announced_on" text,
	"state" text DEFAULT 'announced' NOT NULL,
	CONSTRAINT "expected_return_state" CHECK (state in ('announced', 'arriving', 'complete', 'cancelled'))
);
--> statement-breakpoint
CREATE TABLE "expected_tracking" (
	"tracking_number" text NOT NULL,
	"expected_return" uuid NOT NULL,
	"seller" text NOT NULL,
	CONSTRAINT "expected_tracking_tracking_number_expected_return_pk" PRIMARY KEY("tracking_number","expected_return")
);
--> statement-breakpoint
CREATE TABLE "import_job" (
	"id" uuid PRIMARY KEY NOT NULL,
	"seller" text NOT NULL,
	"format" text NOT NULL,
	"state" text NOT NULL,
	"total" integer DEFAULT 0 NOT NULL,
	"done" integer DEFAULT 0 NOT NULL,
	"created" integer DEFAULT 0 NOT NULL,
	"updated" integer DEFAULT 0 NOT NULL,
	"unchanged" integer DEFAULT 0 NOT NULL,
	"rejected" jsonb DEFAULT '[]'::jsonb NOT NULL,
	"started_by" text NOT NULL,
	"started_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "ledger_event" (
	"stream_id" uuid NOT NULL,
	"version" integer NOT NULL,
	"stream_kind" text NOT NULL,
	"type" text NOT NULL,
	"data" jsonb NOT NULL,
	"meta" jsonb NOT NULL,
	"recorded_at" timestamp with time zone NOT NULL,
	"prev_hash" "bytea" NOT NULL,
	"hash" "bytea" NOT NULL,
	CONSTRAINT "ledger_event_stream_id_version_pk" PRIMARY KEY("stream_id","version"),
	CONSTRAINT "ledger_event_kind" CHECK (stream_kind in ('parcel', 'unit'))
);
--> statement-breakpoint
CREATE TABLE "parcel" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"body" jsonb NOT NULL,
	"tracking_number" text GENERATED ALWAYS AS ((body->>'trackingNumber')) STORED NOT NULL,
	"warehouse" text GENERATED ALWAYS AS ((body->>'warehouse')) STORED NOT NULL,
	"seller" text GENERATED ALWAYS AS ((body->>'seller')) STORED,
	"state" text GENERATED ALWAYS AS ((body->>'state')) STORED NOT NULL,
	"received_at" text GENERATED ALWAYS AS ((body->>'receivedAt')) STORED,
	"photos" jsonb GENERATED ALWAYS AS ((body->'photos')) STORED,
	CONSTRAINT "parcel_state" CHECK (state in ('received', 'registered', 'closed', 'reopened', 'refused', 'misdelivered', 'void'))
);
--> statement-breakpoint
CREATE TABLE "photo" (
	"sha256" text PRIMARY KEY NOT NULL,
	"media_type" text NOT NULL,
	"bytes" integer NOT NULL,
	"width" integer NOT NULL,
	"height" integer NOT NULL,
	"uploaded_by" text NOT NULL,
	"uploaded_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
CREATE TABLE "product" (
	"seller" text NOT NULL,
	"sku" text NOT NULL,
	"title" text NOT NULL,
	"category" text DEFAULT 'general' NOT NULL,
	"gtin" text,
	"fnsku" text,
	"asin" text,
	"flags" text[] DEFAULT '{}' NOT NULL,
	"weight_grams" integer,
	"hs_code" text,
	CONSTRAINT "product_seller_sku_pk" PRIMARY KEY("seller","sku")
);
--> statement-breakpoint
CREATE TABLE "return_unit" (
	"id" uuid PRIMARY KEY NOT NULL,
	"version" integer NOT NULL,
	"hash" "bytea" NOT NULL,
	"body" jsonb NOT NULL,
	"lpn" text GENERATED ALWAYS AS ((body->>'lpn')) STORED NOT NULL,
	"warehouse" text GENERATED ALWAYS AS ((body->>'warehouse')) STORED NOT NULL,
	"seller" text GENERATED ALWAYS AS ((body->>'seller')) STORED,
	"state" text GENERATED ALWAYS AS ((body->>'state')) STORED NOT NULL,
	"bin" text GENERATED ALWAYS AS ((body->>'bin')) STORED,
	"disposition" text GENERATED ALWAYS AS ((body->>'disposition')) STORED,
	"parcel_id" uuid GENERATED ALWAYS AS ((((body->'parcel')->>'id')::uuid)) STORED NOT NULL,
	"former_lpns" jsonb GENERATED ALWAYS AS ((body->'formerLpns')) STORED,
	"photos" jsonb GENERATED ALWAYS AS ((body->'photos')) STORED,
	"expected_return" uuid GENERATED ALWAYS AS ((((body->'line')->>'expectedReturn')::uuid)) STORED,
	CONSTRAINT "return_unit_state" CHECK (state in ('registered', 'inspected', 'classified', 'shelved', 'refurbishing', 'approved', 'scrapped', 'dispatched', 'void')),
	CONSTRAINT "return_unit_disposition" CHECK (disposition in ('resell', 'refurbish', 'scrap'))
);
--> statement-breakpoint
CREATE TABLE "seller" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	"policy" jsonb NOT NULL
);
--> statement-breakpoint
CREATE TABLE "seller_user" (
	"email" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"seller" text NOT NULL,
	"password_hash" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL
);
--> statement-breakpoint
CREATE TABLE "session" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"badge" text,
	"email" text,
	"device_id" text,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
CREATE TABLE "sign_in_failure" (
	"who" text NOT NULL,
	"device_id" text NOT NULL,
	"failures" integer NOT NULL,
	"last_at" timestamp with time zone DEFAULT now() NOT NULL,
	CONSTRAINT "sign_in_failure_who_device_id_pk" PRIMARY KEY("who","device_id")
);
--> statement-breakpoint
CREATE TABLE "staff" (
	"badge" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"role" text NOT NULL,
	"warehouse" text NOT NULL,
	"pin_hash" text NOT NULL,
	"active" boolean DEFAULT true NOT NULL,
	CONSTRAINT "staff_role" CHECK (role in ('operator', 'supervisor', 'admin'))
);
--> statement-breakpoint
CREATE TABLE "warehouse" (
	"code" text PRIMARY KEY NOT NULL,
	"name" text NOT NULL,
	"time_zone" text NOT NULL,
	"currency" text NOT NULL
);
--> statement-breakpoint
ALTER TABLE "bin" ADD CONSTRAINT "bin_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_line" ADD CONSTRAINT "expected_line_expected_return_expected_return_id_fk" FOREIGN KEY ("expected_return") REFERENCES "public"."expected_return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_return" ADD CONSTRAINT "expected_return_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "expected_tracking" ADD CONSTRAINT "expected_tracking_expected_return_expected_return_id_fk" FOREIGN KEY ("expected_return") REFERENCES "public"."expected_return"("id") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "import_job" ADD CONSTRAINT "import_job_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "product" ADD CONSTRAINT "product_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "seller_user" ADD CONSTRAINT "seller_user_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_badge_staff_badge_fk" FOREIGN KEY ("badge") REFERENCES "public"."staff"("badge") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "session" ADD CONSTRAINT "session_email_seller_user_email_fk" FOREIGN KEY ("email") REFERENCES "public"."seller_user"("email") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE UNIQUE INDEX "expected_return_rma" ON "expected_return" USING btree ("seller","rma_number");--> statement-breakpoint
CREATE INDEX "expected_return_order" ON "expected_return" USING btree ("order_number");--> statement-breakpoint
CREATE INDEX "expected_tracking_return" ON "expected_tracking" USING btree ("expected_return");--> statement-breakpoint
CREATE INDEX "ledger_event_recorded" ON "ledger_event" USING brin ("recorded_at");--> statement-breakpoint
CREATE INDEX "parcel_tracking" ON "parcel" USING btree ("tracking_number");--> statement-breakpoint
CREATE UNIQUE INDEX "parcel_one_open" ON "parcel" USING btree ("warehouse","tracking_number") WHERE state not in ('closed', 'void');--> statement-breakpoint
CREATE INDEX "parcel_seller" ON "parcel" USING btree ("seller");--> statement-breakpoint
CREATE INDEX "parcel_photos" ON "parcel" USING gin ("photos" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "product_sku" ON "product" USING btree ("sku");--> statement-breakpoint
CREATE INDEX "product_gtin" ON "product" USING btree ("gtin");--> statement-breakpoint
CREATE INDEX "product_fnsku" ON "product" USING btree ("fnsku");--> statement-breakpoint
CREATE UNIQUE INDEX "return_unit_lpn" ON "return_unit" USING btree ("lpn");--> statement-breakpoint
CREATE INDEX "return_unit_former_lpns" ON "return_unit" USING gin ("former_lpns");--> statement-breakpoint
CREATE INDEX "return_unit_photos" ON "return_unit" USING gin ("photos" jsonb_path_ops);--> statement-breakpoint
CREATE INDEX "return_unit_bin" ON "return_unit" USING btree ("warehouse","bin");--> statement-breakpoint
CREATE INDEX "return_unit_parcel" ON "return_unit" USING btree ("parcel_id");--> statement-breakpoint
CREATE INDEX "return_unit_expected" ON "return_unit" USING btree ("expected_return");--> statement-breakpoint
CREATE INDEX "return_unit_seller" ON "return_unit" USING btree ("seller");