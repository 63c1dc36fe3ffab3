-- Withheld articles, until their embargo ends and they are published as a new revision.
CREATE TABLE embargoes (
    article_id   text PRIMARY KEY,
    -- The revision under embargo; where the article has a higher one by then, its owner has said something else since.
    revision     integer NOT NULL,
    ends_at      timestamptz NOT NULL,
    content      text NOT NULL,
    leased_until timestamptz
);
CREATE INDEX embargoes_due ON embargoes (ends_at);

-- Identities are forgotten some time after they were last seen. The article's row stays: it remembers the highest
-- revision, so that a number never stands for two contents, however late the article comes back.
ALTER TABLE articles ADD COLUMN forgotten_at timestamptz;
CREATE INDEX articles_to_forget ON articles (last_seen) WHERE forgotten_at IS NULL;
CREATE INDEX identity_keys_article ON identity_keys (article_id);
