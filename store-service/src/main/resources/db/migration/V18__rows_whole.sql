-- An article's words stay in its row, with all that lists show and facets count: where a row is too long, its whole text is
-- the first to be kept apart. By default whatever makes a row longer than two kilobytes is kept apart, the longest first, and
-- each such value is looked up by itself: for a common word, of which the newest ten thousand articles are ranked or
-- counted, that was most of the work.
-- Rows that are there stay as they are.
ALTER TABLE articles
    ALTER COLUMN tsv SET STORAGE MAIN,
    ALTER COLUMN tags SET STORAGE MAIN,
    ALTER COLUMN highlights SET STORAGE MAIN,
    ALTER COLUMN mentioned SET STORAGE MAIN,
    ALTER COLUMN title SET STORAGE MAIN,
    ALTER COLUMN snippet SET STORAGE MAIN,
    ALTER COLUMN url SET STORAGE MAIN,
    ALTER COLUMN id SET STORAGE MAIN,
    ALTER COLUMN status SET STORAGE MAIN,
    ALTER COLUMN source_id SET STORAGE MAIN,
    ALTER COLUMN source_name SET STORAGE MAIN,
    ALTER COLUMN source_kind SET STORAGE MAIN,
    ALTER COLUMN language SET STORAGE MAIN,
    ALTER COLUMN enrichment_version SET STORAGE MAIN;

-- A row longer than this is made shorter, by its text first. New partitions are made with it.
DO $$
DECLARE
    part regclass;
BEGIN
    FOR part IN SELECT inhrelid::regclass FROM pg_inherits WHERE inhparent = 'articles'::regclass LOOP
        EXECUTE format('ALTER TABLE %s SET (toast_tuple_target = 4080)', part);
    END LOOP;
END
$$;
