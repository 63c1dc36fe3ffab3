-- With which revision the owner began. Until Kafka has acknowledged that one, readers lack the whole story that an article changed
-- hands for; what the owner changes later, nobody else may take for that.
ALTER TABLE articles ADD COLUMN owner_since integer NOT NULL DEFAULT 1;
COMMENT ON COLUMN articles.owner_since IS 'Revision with which the owner began; 1 for the first owner, and for one that has been published since it took over.';
-- Which of these began with what is not acknowledged was not kept: they are judged as they were so far.
UPDATE articles SET owner_since = head_revision WHERE owner_moved AND acknowledged_revision < head_revision;
