-- What a user may not have. An address is no identity: two users may give the same one.
ALTER TABLE "users" ADD COLUMN "email" text;
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "first_name" text;
--> statement-breakpoint
ALTER TABLE "users" ADD COLUMN "last_name" text;
