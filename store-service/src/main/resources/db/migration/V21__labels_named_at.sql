-- Sources are renamed. Migrations are only ever added.

ALTER TABLE labels ADD COLUMN named_at timestamptz;
COMMENT ON COLUMN labels.named_at IS
    'Of a source: when ingest took the newest article that calls it so, to some minutes; null of the others, and where only '
    'earlier versions have named it. A name that is as new takes its place.';
