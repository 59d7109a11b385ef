CREATE TABLE "plate_lease" (
	"serial" integer PRIMARY KEY NOT NULL,
	"warehouse" text NOT NULL,
	"device_id" text NOT NULL,
	"leased_at" timestamp with time zone DEFAULT now() NOT NULL
);
--> statement-breakpoint
ALTER TABLE "warehouse" ADD COLUMN "prints_unasked" text[] DEFAULT '{"plate","relabel","refurbish","scrap","hold","parcel"}' NOT NULL;--> statement-breakpoint
ALTER TABLE "plate_lease" ADD CONSTRAINT "plate_lease_warehouse_warehouse_code_fk" FOREIGN KEY ("warehouse") REFERENCES "public"."warehouse"("code") ON DELETE no action ON UPDATE no action;
--> statement-breakpoint
-- None of a seller's business.
ALTER TABLE plate_lease ENABLE ROW LEVEL SECURITY;
--> statement-breakpoint
ALTER TABLE plate_lease FORCE ROW LEVEL SECURITY;
--> statement-breakpoint
CREATE POLICY staff_all ON plate_lease USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));
