ALTER TABLE "seller_user" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "staff" ADD COLUMN "language" text;--> statement-breakpoint
ALTER TABLE "seller_user" ADD CONSTRAINT "seller_user_language" CHECK (language in ('en', 'zh-CN', 'de', 'es'));--> statement-breakpoint
ALTER TABLE "staff" ADD CONSTRAINT "staff_language" CHECK (language in ('en', 'zh-CN', 'de', 'es'));