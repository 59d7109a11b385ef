CREATE TABLE "api_key" (
	"key" text PRIMARY KEY NOT NULL,
	"token_hash" "bytea" NOT NULL,
	"seller" text NOT NULL,
	"name" text NOT NULL,
	"scopes" text[] NOT NULL,
	"line" uuid NOT NULL,
	"slot" integer NOT NULL,
	"replaces" text,
	"made_by" text NOT NULL,
	"made_at" timestamp with time zone DEFAULT now() NOT NULL,
	"last_used_at" timestamp with time zone,
	"revoked_at" timestamp with time zone,
	"revoked_by" text,
	CONSTRAINT "api_key_token_hash_unique" UNIQUE("token_hash"),
	CONSTRAINT "api_key_slot" CHECK (slot in (0, 1)),
	CONSTRAINT "api_key_scopes" CHECK (scopes <@ array['reports', 'announcements', 'decisions'] and cardinality(scopes) > 0)
);
--> statement-breakpoint
ALTER TABLE "api_key" ADD CONSTRAINT "api_key_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "api_key_seller" ON "api_key" USING btree ("seller");--> statement-breakpoint
CREATE UNIQUE INDEX "api_key_two_open" ON "api_key" USING btree ("line","slot") WHERE revoked_at is null;--> statement-breakpoint
-- A seller's own, to be made and revoked by it, and by the staff for it.
ALTER TABLE "api_key" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "api_key" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY staff_all ON "api_key" USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));--> statement-breakpoint
CREATE POLICY seller_all ON "api_key" USING (seller = (SELECT restow_seller())) WITH CHECK (seller = (SELECT restow_seller()));
