-- What was withdrawn can be listed, and months that are over can be dropped without forgetting that they were.

CREATE INDEX articles_withdrawn ON articles (sort_at DESC, id DESC) WHERE is_head AND status = 'canceled';
COMMENT ON INDEX articles_withdrawn IS 'What owners withdrew, newest first: for those who hold copies.';

CREATE TABLE dropped_months (
    month       date        NOT NULL,
    last_seq    bigint      NOT NULL,
    newest_sort timestamptz NOT NULL,
    dropped_at  timestamptz NOT NULL DEFAULT now(),
    CONSTRAINT dropped_months_key PRIMARY KEY (month)
);

COMMENT ON TABLE dropped_months IS
    'One row for each month whose texts and tags were dropped. The lines of revisions stay: what was stored once is not '
    'stored again.';
COMMENT ON COLUMN dropped_months.last_seq IS 'The last change of that month, 0 where there was none: who resumes before it would miss texts.';
COMMENT ON COLUMN dropped_months.newest_sort IS 'The newest articles.sort_at among what was dropped: a page cursor after it needs no look.';
