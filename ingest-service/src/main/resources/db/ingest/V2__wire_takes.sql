-- What the sender's own numbering says of the head: an older version that arrives later never becomes the head.
ALTER TABLE articles
    ADD COLUMN head_version bigint,
    ADD COLUMN head_created timestamptz;

-- The story that runs under a slug, for wire copy without an id: its next take finds it here. One per source.
CREATE TABLE wire_stories (
    slug_key      text NOT NULL,
    source_id     text NOT NULL,
    source_name   text NOT NULL,
    owner         text NOT NULL,
    article_id    text NOT NULL,
    -- Kept for the kill that has no headline of its own.
    title         text NOT NULL,
    title_derived boolean NOT NULL,
    -- A kill that came before anything it could kill.
    tombstone     boolean NOT NULL,
    -- The time of its last take: the copy's own where it says one, else when it came in.
    told_at       timestamptz NOT NULL,
    seen_at       timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (slug_key, source_id)
);
CREATE INDEX wire_stories_seen ON wire_stories (seen_at);
