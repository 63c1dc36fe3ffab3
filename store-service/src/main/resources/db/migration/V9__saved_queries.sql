-- Saved queries, and what is pushed to their webhooks. Migrations are only ever added.

CREATE TABLE webhook_cursor (
    only_row    boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    live_seq    bigint      NOT NULL,
    holder      text COLLATE "C",
    lease_until timestamptz NOT NULL
) WITH (fillfactor = 10);

COMMENT ON TABLE webhook_cursor IS
    'One row: how far changes were matched against saved queries with a webhook, and which instance does it and sends. '
    'The row is locked while matches are written, in one transaction with the new position.';
COMMENT ON COLUMN webhook_cursor.live_seq IS
    'Seq of the last change looked at for the saved queries that have no position of their own. One row moves for all of '
    'them, however many there are.';
COMMENT ON COLUMN webhook_cursor.holder IS 'Instance that sends; others wait until lease_until, by the clock of the database.';
INSERT INTO webhook_cursor (live_seq, lease_until) SELECT last, now() FROM change_counter;

CREATE TABLE saved_queries (
    id               text COLLATE "C" NOT NULL,
    name             text             NOT NULL,
    query            text             NOT NULL,
    created_at       timestamptz      NOT NULL,
    updated_at       timestamptz      NOT NULL,
    url              text,
    secret           bytea,
    old_secret       bytea,
    old_secret_until timestamptz,
    position         bigint,
    failed_in_row    integer          NOT NULL DEFAULT 0,
    failing_since    timestamptz,
    parked_at        timestamptz,
    parked_reason    text COLLATE "C",
    CONSTRAINT saved_queries_key PRIMARY KEY (id),
    CONSTRAINT saved_queries_signed CHECK ((url IS NULL) = (secret IS NULL))
);

COMMENT ON TABLE saved_queries IS 'Questions that were given a name, and the webhook that is told of what newly matches.';
COMMENT ON COLUMN saved_queries.query IS 'The filters as parameters of an address, in one canonical order and spelling.';
COMMENT ON COLUMN saved_queries.url IS 'Where matches are sent; null without a webhook.';
COMMENT ON COLUMN saved_queries.secret IS
    'Key of the signatures, as it is: signing needs it. Whoever reads this table can forge deliveries, and read articles.';
COMMENT ON COLUMN saved_queries.old_secret IS 'The key before the last rotation; signs beside the new one until old_secret_until.';
COMMENT ON COLUMN saved_queries.position IS
    'Seq of the last change looked at for this one, where it is behind or ahead of webhook_cursor.live_seq; null where it is '
    'as far as that.';
COMMENT ON COLUMN saved_queries.failed_in_row IS 'Deliveries given up since the last one that arrived.';
COMMENT ON COLUMN saved_queries.failing_since IS 'Of the first attempt that failed since the last one that did not.';
COMMENT ON COLUMN saved_queries.parked_at IS 'Since then nothing is matched or sent; its position stands.';
COMMENT ON COLUMN saved_queries.parked_reason IS 'gone, failing or invalid-query.';

CREATE TABLE webhook_deliveries (
    saved_id    text COLLATE "C" NOT NULL REFERENCES saved_queries (id) ON DELETE CASCADE,
    seq         bigint           NOT NULL,
    article_id  text COLLATE "C" NOT NULL,
    revision    integer          NOT NULL,
    state       text COLLATE "C" NOT NULL CHECK (state IN ('pending', 'delivered', 'failed')),
    attempts    integer          NOT NULL DEFAULT 0,
    http_status integer,
    error       text COLLATE "C",
    queued_at   timestamptz      NOT NULL,
    sent_at     timestamptz,
    next_at     timestamptz      NOT NULL,
    done_at     timestamptz,
    CONSTRAINT webhook_deliveries_key PRIMARY KEY (saved_id, seq)
);

COMMENT ON TABLE webhook_deliveries IS
    'One change that is for one saved query, and what became of sending it. Holds no text: what is sent is read when it is '
    'sent. Those that are over are forgotten after a while; those that wait are few, as positions move no further.';
COMMENT ON COLUMN webhook_deliveries.attempts IS 'Since it was matched, or last asked to be sent again.';
COMMENT ON COLUMN webhook_deliveries.http_status IS 'Of the last answer; null where there was none.';
COMMENT ON COLUMN webhook_deliveries.error IS 'What went wrong at last, in a word of ours; null where it arrived.';
COMMENT ON COLUMN webhook_deliveries.queued_at IS 'When it was matched, or last asked to be sent again.';
COMMENT ON COLUMN webhook_deliveries.sent_at IS 'When the last attempt was over.';
COMMENT ON COLUMN webhook_deliveries.next_at IS 'Not sent before.';
CREATE INDEX webhook_deliveries_pending ON webhook_deliveries (saved_id, seq) WHERE state = 'pending';
COMMENT ON INDEX webhook_deliveries_pending IS 'The next to send to each webhook.';
CREATE INDEX webhook_deliveries_over ON webhook_deliveries (done_at) WHERE state <> 'pending';
COMMENT ON INDEX webhook_deliveries_over IS 'The old ones, to be forgotten.';
