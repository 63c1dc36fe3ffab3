-- The tags of a revision are kept as they are read: whole. As jsonb each cost PostgreSQL a quarter of its time in taking seven
-- thousand characters apart, sorting their keys and compressing them, and half as much room again; packed by the store (zstd, whose
-- frames any zstd reads) they are bytes that are only put down. What is found by tags has tables and columns of its own.
-- Rows that are there stay as they are, and are read as they are.
ALTER TABLE enrichments
    ADD COLUMN packed bytea,
    ADD COLUMN fingerprint text COLLATE "C",
    ALTER COLUMN packed SET STORAGE EXTERNAL,
    ALTER COLUMN fingerprint SET STORAGE EXTERNAL,
    ALTER COLUMN document DROP NOT NULL,
    ADD CONSTRAINT enrichments_have_tags CHECK (packed IS NOT NULL OR document IS NOT NULL) NOT VALID;
COMMENT ON COLUMN enrichments.packed IS 'The tags with their evidence as JSON in UTF-8, without the fingerprint, compressed with zstd; null in older rows.';
COMMENT ON COLUMN enrichments.document IS 'The same as jsonb in rows that were written before they were packed; else null.';
COMMENT ON COLUMN enrichments.fingerprint IS
    'The sketch of the text, by which copies are known, which does not
    compress; null where there is none, and in older rows, where it lies in document.';

-- Most are shorter than this and lie in their row. New partitions are made with it.
DO $$
DECLARE
    part regclass;
BEGIN
    FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'enrichments'::regclass LOOP
        EXECUTE format('ALTER TABLE %s SET (toast_tuple_target = 4080)', part);
    END LOOP;
END
$$;
