CREATE TABLE "label_template" (
	"seller" text PRIMARY KEY NOT NULL,
	"body" jsonb NOT NULL
);
--> statement-breakpoint
ALTER TABLE "label_template" ADD CONSTRAINT "label_template_seller_seller_code_fk" FOREIGN KEY ("seller") REFERENCES "public"."seller"("code") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
-- A seller's own, to be read and written by it, and by the staff for it.
ALTER TABLE "label_template" ENABLE ROW LEVEL SECURITY;--> statement-breakpoint
ALTER TABLE "label_template" FORCE ROW LEVEL SECURITY;--> statement-breakpoint
CREATE POLICY staff_all ON "label_template" USING ((SELECT restow_is_staff())) WITH CHECK ((SELECT restow_is_staff()));--> statement-breakpoint
CREATE POLICY seller_all ON "label_template" USING (seller = (SELECT restow_seller())) WITH CHECK (seller = (SELECT restow_seller()));
