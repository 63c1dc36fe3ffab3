-- When somebody last began to publish the head. Until Kafka has acknowledged it nobody else may be told that they only carry it
-- too; and where that takes longer than anybody waits for Kafka, whoever brings the article next publishes it.
ALTER TABLE articles ADD COLUMN tried_at timestamptz;
COMMENT ON COLUMN articles.tried_at IS 'When publishing the head was last begun; null where that was before this was kept.';
