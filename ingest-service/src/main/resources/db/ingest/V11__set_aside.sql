-- What cannot be released or read is set aside row by row, so that nothing waits behind it, and tried again later each time.
ALTER TABLE embargoes ADD COLUMN failures integer NOT NULL DEFAULT 0;
CREATE INDEX embargoes_stuck ON embargoes (article_id) WHERE failures > 0;
COMMENT ON COLUMN embargoes.failures IS 'How often its release has failed for a reason of its own; 0 where it was never tried.';

ALTER TABLE pages ADD COLUMN unreadable boolean NOT NULL DEFAULT false;
COMMENT ON COLUMN pages.unreadable IS 'Its item cannot be read: it waits for nothing, until its feed brings the item once more.';
