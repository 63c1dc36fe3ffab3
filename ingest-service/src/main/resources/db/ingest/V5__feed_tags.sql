-- What a feed is filed under, for filters, bulk changes and OPML folders.
ALTER TABLE feeds ADD COLUMN tags text[] NOT NULL DEFAULT '{}';
CREATE INDEX feeds_tags ON feeds USING gin (tags);
