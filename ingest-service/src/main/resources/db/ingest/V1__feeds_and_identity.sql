-- Feeds. Times are the database's own, so that instances need not agree on the hour.
CREATE TABLE feeds (
    id               text PRIMARY KEY,
    name             text NOT NULL,
    url              text NOT NULL UNIQUE,
    host             text NOT NULL,
    source_id        text NOT NULL,
    interval_seconds integer NOT NULL CHECK (interval_seconds > 0),
    paused           boolean NOT NULL DEFAULT false,
    state            text NOT NULL DEFAULT 'ok' CHECK (state IN ('ok', 'failing', 'silent')),
    since            timestamptz NOT NULL DEFAULT now(),
    reason           text,
    detail           text,
    etag             text,
    last_modified    text,
    failures         integer NOT NULL DEFAULT 0,
    last_polled_at   timestamptz,
    last_item_at     timestamptz,
    -- The usual time between polls that brought something new, smoothed; null before the second one.
    item_gap_seconds double precision,
    next_poll_at     timestamptz NOT NULL DEFAULT now(),
    leased_until     timestamptz,
    lease_token      uuid,
    created_at       timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX feeds_due ON feeds (next_poll_at) WHERE NOT paused;

-- Politeness lives with the queue: one request at a time to a host, and none before next_allowed_at.
CREATE TABLE hosts (
    host            text PRIMARY KEY,
    next_allowed_at timestamptz NOT NULL DEFAULT now(),
    leased_until    timestamptz,
    lease_token     uuid
);

-- Feeds whose status must still be told to Kafka. A feed that is gone by then gets a tombstone.
CREATE TABLE feed_status_outbox (
    feed_id text PRIMARY KEY,
    version bigint NOT NULL DEFAULT 1
);

-- One row per article. A revision is reserved here, committed, and only then published.
CREATE TABLE articles (
    id                    text PRIMARY KEY,
    -- Who may revise it: a feed's id, or the way in and the source's id.
    owner                 text NOT NULL,
    owner_moved           boolean NOT NULL DEFAULT false,
    full_text             boolean NOT NULL,
    head_revision         integer NOT NULL CHECK (head_revision > 0),
    head_hash             text NOT NULL,
    -- The highest revision that the broker acknowledged; below head_revision after a crash between the two.
    acknowledged_revision integer NOT NULL DEFAULT 0,
    status                text NOT NULL,
    first_seen            timestamptz NOT NULL DEFAULT now(),
    last_seen             timestamptz NOT NULL DEFAULT now()
);
CREATE INDEX articles_owner ON articles (owner);

-- Every name an article is known by. No foreign keys in these tables: their row locks would deadlock with ours.
CREATE TABLE identity_keys (
    key        text PRIMARY KEY,
    article_id text NOT NULL
);

-- What each reserved number stands for, for ever.
CREATE TABLE revisions (
    article_id   text NOT NULL,
    revision     integer NOT NULL,
    content_hash text NOT NULL,
    reserved_at  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, revision)
);

-- Who else carries an article.
CREATE TABLE sightings (
    article_id text NOT NULL,
    owner      text NOT NULL,
    first_seen timestamptz NOT NULL DEFAULT now(),
    last_seen  timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, owner)
);
