-- Which sightings stand on the topic: each source and address of an article is told once. Written after Kafka has
-- acknowledged, so what was cut off before is told again.
CREATE TABLE told_sightings (
    article_id text NOT NULL,
    source_id  text NOT NULL,
    -- As in the message: the start of the address's SHA-256, empty where it has none.
    url_hash   text NOT NULL,
    told_at    timestamptz NOT NULL DEFAULT now(),
    PRIMARY KEY (article_id, source_id, url_hash)
);
COMMENT ON TABLE told_sightings IS 'Sightings that Kafka has acknowledged; forgotten with their article.';
COMMENT ON COLUMN told_sightings.article_id IS 'The article that is carried.';
COMMENT ON COLUMN told_sightings.source_id IS 'Who carries it.';
COMMENT ON COLUMN told_sightings.url_hash IS 'Which address, in a fixed length; empty for none.';
COMMENT ON COLUMN told_sightings.told_at IS 'When it was acknowledged.';
