-- Who else carries an article. Not partitioned: a sighting may come before its article and long after it, and goes with it.
CREATE TABLE sightings (
    article_id  text NOT NULL,
    source_id   text NOT NULL,
    url_hash    text NOT NULL,
    source_name text NOT NULL,
    source_kind text NOT NULL,
    url         text,
    title       text,
    revision    integer NOT NULL,
    first_seen  timestamptz NOT NULL,
    last_seen   timestamptz NOT NULL,
    trace_id    text,
    stored_at   timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, source_id, url_hash)
);
COMMENT ON TABLE sightings IS
    'Other sources that carry an article, each with each address once. Erased with the article, dropped with its month.';
COMMENT ON INDEX sightings_pkey IS 'Tells repeats apart, and finds the sightings of an article.';
COMMENT ON COLUMN sightings.article_id IS
    'The article that is carried. No foreign key: it may come later than its sighting.';
COMMENT ON COLUMN sightings.source_id IS 'Who carries it.';
COMMENT ON COLUMN sightings.url_hash IS '128 bits of the SHA-256 of the address in hex; empty where there is none.';
COMMENT ON COLUMN sightings.source_name IS 'Its name as shown, as last seen.';
COMMENT ON COLUMN sightings.source_kind IS 'The way it came in: feed, wire, push or import.';
COMMENT ON COLUMN sightings.url IS 'Where it stands there, or null.';
COMMENT ON COLUMN sightings.title IS 'What this source calls it, or null where the copy has no headline.';
COMMENT ON COLUMN sightings.revision IS 'The highest revision that ingest knew when it was last seen.';
COMMENT ON COLUMN sightings.first_seen IS 'When it was first fetched or came in.';
COMMENT ON COLUMN sightings.last_seen IS 'When it was last told of. Ingest tells of each once, so this is no proof that it still stands there.';
COMMENT ON COLUMN sightings.trace_id IS 'W3C trace id of its way here, or null.';
COMMENT ON COLUMN sightings.stored_at IS
    'By the clock of the database. One whose article never came goes with the month of this time.';
