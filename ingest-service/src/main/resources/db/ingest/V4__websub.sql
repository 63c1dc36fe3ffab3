-- WebSub subscriptions, one a feed. Any instance renews them and answers for them.
CREATE TABLE websub (
    id          text PRIMARY KEY,
    feed_id     text NOT NULL UNIQUE REFERENCES feeds ON DELETE CASCADE,
    hub         text NOT NULL,
    topic       text NOT NULL,
    secret      text NOT NULL,
    state       text NOT NULL DEFAULT 'wanted' CHECK (state IN ('wanted', 'asked', 'active', 'denied')),
    lease_until timestamptz,
    tries       integer NOT NULL DEFAULT 0,
    turn_host   text NOT NULL,
    next_try_at timestamptz NOT NULL DEFAULT now(),
    pushes      bigint NOT NULL DEFAULT 0,
    pushed_at   timestamptz
);
CREATE INDEX websub_turn ON websub (turn_host, next_try_at);

CREATE FUNCTION wake_for_hub() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO hosts (host, due_at) VALUES (NEW.turn_host, NEW.next_try_at)
    ON CONFLICT (host) DO UPDATE
        SET due_at = least(hosts.due_at, greatest(EXCLUDED.due_at, hosts.next_allowed_at))
        WHERE hosts.lease_token IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER websub_wake_new AFTER INSERT ON websub FOR EACH ROW EXECUTE FUNCTION wake_for_hub();
CREATE TRIGGER websub_wake AFTER UPDATE ON websub FOR EACH ROW
    WHEN (OLD.turn_host <> NEW.turn_host OR OLD.next_try_at <> NEW.next_try_at) EXECUTE FUNCTION wake_for_hub();
