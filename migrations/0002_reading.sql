ALTER TABLE "parcel" ADD COLUMN "closed_at" text GENERATED ALWAYS AS ((body->>'closedAt')) STORED;--> statement-breakpoint
ALTER TABLE "parcel" ADD COLUMN "exceptions" integer GENERATED ALWAYS AS ((jsonb_array_length(body->'exceptions'))) STORED;--> statement-breakpoint
ALTER TABLE "parcel" ADD COLUMN "words" text GENERATED ALWAYS AS ((lower((body->>'trackingNumber') || chr(10) || (body->>'raw') || chr(10)
  || jsonb_path_query_array(body, '$.answers[*].rmaNumber')::text || jsonb_path_query_array(body, '$.answers[*].orderNumber')::text))) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "quantity" integer GENERATED ALWAYS AS (((body->>'quantity')::int)) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "held_for" text GENERATED ALWAYS AS (((body->'held')->>'waitsFor')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "missing_since" text GENERATED ALWAYS AS (((body->'missing')->>'since')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "exceptions" integer GENERATED ALWAYS AS ((jsonb_array_length(body->'exceptions'))) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "decided_before" boolean GENERATED ALWAYS AS ((body->>'lastDecision' is not null)) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "registered_at" text GENERATED ALWAYS AS ((body->>'registeredAt')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "classified_at" text GENERATED ALWAYS AS ((body->>'classifiedAt')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "shelved_at" text GENERATED ALWAYS AS ((body->>'shelvedAt')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "left_at" text GENERATED ALWAYS AS ((body->>'leftAt')) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "step_since" text GENERATED ALWAYS AS ((case body->>'state'
  when 'registered' then case when body->>'lastDecision' is null then body->>'registeredAt'
    else coalesce((body->'steps'->-1)->>'recordedAt', body->>'registeredAt') end
  when 'inspected' then body->>'inspectedAt'
  when 'shelved' then body->>'shelvedAt'
  when 'refurbishing' then (body->'refurbishment')->>'startedAt'
  when 'scrapped' then body->>'leftAt'
  when 'dispatched' then body->>'leftAt'
  else body->>'classifiedAt' end)) STORED;--> statement-breakpoint
ALTER TABLE "return_unit" ADD COLUMN "words" text GENERATED ALWAYS AS ((lower((body->>'lpn') || chr(10) || coalesce((body->'product')->>'title', '') || chr(10)
  || coalesce((body->'product')->>'sku', '') || chr(10) || coalesce((body->'product')->>'gtin', '') || chr(10)
  || coalesce((body->'product')->>'fnsku', '') || chr(10) || coalesce((body->'product')->>'asin', '') || chr(10)
  || coalesce((body->'parcel')->>'trackingNumber', '') || chr(10) || coalesce((body->'line')->>'orderNumber', '') || chr(10)
  || coalesce((body->'line')->>'rmaNumber', '') || chr(10) || coalesce(body->>'serial', '') || chr(10)
  || coalesce(body->>'marketplaceLpn', '') || chr(10) || (body->'formerLpns')::text))) STORED;--> statement-breakpoint
CREATE INDEX "ledger_event_decided" ON "ledger_event" USING btree ("recorded_at") WHERE type in ('UnitClassified', 'StepTakenBack');--> statement-breakpoint
CREATE INDEX "return_unit_registered" ON "return_unit" USING btree ("registered_at","id");