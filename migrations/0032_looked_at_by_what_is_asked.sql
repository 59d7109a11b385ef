-- What PostgreSQL finds out about the values of a column when it looks after a table helps it plan questions about them. Nobody asks for
-- whole documents or hashes by their values, and finding out about them is two thirds of that work: half a second of one core once some
-- thousand rows were recorded, while what comes in meanwhile waits. Decision 038.
DO $$
DECLARE c record;
BEGIN
  FOR c IN
    SELECT a.attrelid::regclass AS of_table, a.attname AS name FROM pg_attribute a
    WHERE a.attrelid IN ('ledger_event'::regclass, 'command_outcome'::regclass, 'parcel'::regclass, 'return_unit'::regclass)
      AND a.attnum > 0 AND NOT a.attisdropped AND a.atttypid IN ('jsonb'::regtype, 'bytea'::regtype)
  LOOP
    EXECUTE format('ALTER TABLE %s ALTER COLUMN %I SET STATISTICS 0', c.of_table, c.name);
  END LOOP;
END $$;
