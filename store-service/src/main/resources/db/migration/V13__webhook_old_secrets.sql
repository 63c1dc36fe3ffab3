-- Each secret that was replaced goes on signing for its own day, also where another replaces the next within it.

CREATE TABLE webhook_old_secrets (
    saved_id text COLLATE "C" NOT NULL REFERENCES saved_queries (id) ON DELETE CASCADE,
    secret   bytea            NOT NULL,
    until    timestamptz      NOT NULL,
    CONSTRAINT webhook_old_secrets_key PRIMARY KEY (saved_id, secret)
);

COMMENT ON TABLE webhook_old_secrets IS
    'The keys before the present one of a webhook, the latest few. Each signs beside it until its time.';
COMMENT ON COLUMN webhook_old_secrets.secret IS 'As it is, like saved_queries.secret.';
COMMENT ON COLUMN webhook_old_secrets.until IS 'A day after it was replaced; signs nothing from then on.';
COMMENT ON INDEX webhook_old_secrets_key IS 'A key is old once, and is found with its webhook.';

INSERT INTO webhook_old_secrets (saved_id, secret, until)
SELECT id, old_secret, old_secret_until FROM saved_queries
WHERE old_secret IS NOT NULL AND old_secret_until > now() AND old_secret <> secret;

ALTER TABLE saved_queries DROP COLUMN old_secret, DROP COLUMN old_secret_until;
