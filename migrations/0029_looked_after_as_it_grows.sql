-- PostgreSQL looks after a table once a fifth or a tenth of it is new. Of a ledger that is still small that is so every minute of a busy
-- hour, and each time all connections plan their statements anew: only from some thousands of rows on is it worth that.
DO $$
DECLARE t text;
BEGIN
  FOREACH t IN ARRAY ARRAY['ledger_event', 'ledger_position', 'command_outcome', 'parcel', 'parcel_number', 'return_unit', 'photo_subject'] LOOP
    EXECUTE format('ALTER TABLE %I SET (autovacuum_analyze_threshold = 5000, autovacuum_vacuum_insert_threshold = 5000)', t);
  END LOOP;
  -- Those that change leave room behind to be used again.
  FOREACH t IN ARRAY ARRAY['parcel', 'return_unit'] LOOP
    EXECUTE format('ALTER TABLE %I SET (autovacuum_vacuum_threshold = 5000)', t);
  END LOOP;
END $$;
--> statement-breakpoint
-- When something was recorded is summed up as pages are filled, and not only when the table is looked after.
ALTER INDEX ledger_event_recorded SET (autosummarize = on);
