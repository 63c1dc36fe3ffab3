-- Tagging stored articles anew, with the new tags beside the old until somebody switches over.

CREATE TABLE reprocessings (
    id          bigint           GENERATED ALWAYS AS IDENTITY,
    query       text             NOT NULL,
    rate        integer          NOT NULL CHECK (rate BETWEEN 1 AND 1000),
    state       text COLLATE "C" NOT NULL
        CHECK (state IN ('sending', 'sent', 'switching', 'switched', 'switching-back', 'stopped')),
    paused      boolean          NOT NULL DEFAULT false,
    sent        bigint           NOT NULL DEFAULT 0,
    send_cursor text,
    version     text COLLATE "C",
    switched    bigint           NOT NULL DEFAULT 0,
    after_id    text COLLATE "C" NOT NULL DEFAULT '',
    after_revision integer       NOT NULL DEFAULT 0,
    trouble     text,
    created_at  timestamptz      NOT NULL DEFAULT now(),
    changed_at  timestamptz      NOT NULL DEFAULT now(),
    CONSTRAINT reprocessings_key PRIMARY KEY (id)
);

COMMENT ON TABLE reprocessings IS
    'One row for each wish to tag stored articles anew: which, how far it is, and which tags are shown.';
COMMENT ON COLUMN reprocessings.query IS 'Filters of a search, as parameters of an address.';
COMMENT ON COLUMN reprocessings.rate IS 'Articles a second at most.';
COMMENT ON COLUMN reprocessings.sent IS 'Articles that Kafka acknowledged; a page that was cut off is sent, and counted, again.';
COMMENT ON COLUMN reprocessings.send_cursor IS 'Where sending goes on; null at the beginning and at the end.';
COMMENT ON COLUMN reprocessings.version IS 'Which tags were last switched to, or back from.';
COMMENT ON COLUMN reprocessings.switched IS 'Articles whose tags were changed by the last switch.';
COMMENT ON COLUMN reprocessings.after_id IS 'The last article that a switch has dealt with, with after_revision; empty at the beginning.';
COMMENT ON COLUMN reprocessings.trouble IS 'Why the last step came to nothing, as a code; it is tried again. Null where it went well.';

ALTER TABLE enrichments ADD COLUMN reprocessing bigint, ADD COLUMN replaced text COLLATE "C";
COMMENT ON COLUMN enrichments.reprocessing IS 'The last reprocessing that found these tags; null where none did.';
COMMENT ON COLUMN enrichments.replaced IS 'The version that was shown before these tags were switched to; null where they never were.';

CREATE INDEX enrichments_reprocessing ON enrichments (reprocessing, version, id, revision) WHERE reprocessing IS NOT NULL;
COMMENT ON INDEX enrichments_reprocessing IS
    'The tags that one reprocessing found, in the order in which reports and switches go through them.';
