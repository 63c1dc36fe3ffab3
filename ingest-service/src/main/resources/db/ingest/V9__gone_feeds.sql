-- Feeds that are deleted, and the source their articles were published under: a feed that is added once more goes on with
-- them, instead of bringing them all again. Whoever deletes need not know of it.
CREATE TABLE gone_feeds (
    id        text PRIMARY KEY,
    source_id text NOT NULL
);
COMMENT ON TABLE gone_feeds IS 'Feeds that were deleted, for ever: a few bytes each.';
COMMENT ON COLUMN gone_feeds.id IS 'As it owned articles.';
COMMENT ON COLUMN gone_feeds.source_id IS 'As they were published under it; it never changes while a feed lives.';

CREATE FUNCTION remember_gone_feed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO gone_feeds (id, source_id) VALUES (OLD.id, OLD.source_id) ON CONFLICT DO NOTHING;
    RETURN NULL;
END $$;
CREATE TRIGGER feeds_gone AFTER DELETE ON feeds FOR EACH ROW EXECUTE FUNCTION remember_gone_feed();
