CREATE TABLE "send_token" (
	"token_hash" "bytea" PRIMARY KEY NOT NULL,
	"badge" text NOT NULL,
	"device_id" text NOT NULL,
	"session_hash" "bytea" NOT NULL,
	"created_at" timestamp with time zone DEFAULT now() NOT NULL,
	"expires_at" timestamp with time zone NOT NULL,
	"revoked_at" timestamp with time zone
);
--> statement-breakpoint
ALTER TABLE "send_token" ADD CONSTRAINT "send_token_badge_staff_badge_fk" FOREIGN KEY ("badge") REFERENCES "public"."staff"("badge") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
ALTER TABLE "send_token" ADD CONSTRAINT "send_token_session_hash_session_token_hash_fk" FOREIGN KEY ("session_hash") REFERENCES "public"."session"("token_hash") ON DELETE no action ON UPDATE no action;--> statement-breakpoint
CREATE INDEX "send_token_session" ON "send_token" USING btree ("session_hash");