-- The unit of work is a host's turn: whoever holds a host may send it one request, for a feed, a page or a hub.
ALTER TABLE hosts
    -- The earliest moment at which a turn of this host may have something to do; while it is leased, the lease's end.
    ADD COLUMN due_at timestamptz NOT NULL DEFAULT 'infinity',
    -- Pages keep the crawl delay of robots.txt, feeds do not.
    ADD COLUMN next_page_at timestamptz NOT NULL DEFAULT '-infinity',
    -- What the last turn was used for, so that feeds and pages take turns.
    ADD COLUMN last_kind text;
CREATE INDEX hosts_due ON hosts (due_at);

ALTER TABLE feeds DROP CONSTRAINT feeds_state_check;
ALTER TABLE feeds
    ADD CONSTRAINT feeds_state_check
        CHECK (state IN ('ok', 'failing', 'silent', 'flooding', 'changed', 'parked')),
    DROP COLUMN item_gap_seconds,
    DROP COLUMN leased_until,
    -- Where the next request goes while redirects are followed, each in its host's turn; null: to url.
    ADD COLUMN at_url text,
    ADD COLUMN hops integer NOT NULL DEFAULT 0,
    ADD COLUMN hops_permanent boolean NOT NULL DEFAULT true,
    -- The host whose turn the next request needs.
    ADD COLUMN turn_host text,
    -- SHA-256 of the last body: the same again is not read again.
    ADD COLUMN body_hash text,
    -- Until then the feed's ETag and Last-Modified are not sent: they said "unchanged" of what had changed.
    ADD COLUMN distrust_until timestamptz,
    -- When the next poll sends no validators, to see whether they tell the truth.
    ADD COLUMN full_fetch_at timestamptz NOT NULL DEFAULT now() + interval '1 day' * (0.5 + random() / 2),
    -- A permanent redirect: where to, since when, on how many polls in a row.
    ADD COLUMN moved_to text,
    ADD COLUMN moved_since timestamptz,
    ADD COLUMN moved_seen integer NOT NULL DEFAULT 0,
    -- What the feed itself wishes: seconds between polls, hours (bits 0 to 23) and days (bit 0 is Monday) to leave out.
    ADD COLUMN wish_seconds integer,
    ADD COLUMN skip_hours integer NOT NULL DEFAULT 0,
    ADD COLUMN skip_days integer NOT NULL DEFAULT 0,
    -- What its documents usually look like.
    ADD COLUMN shape text,
    ADD COLUMN polls bigint NOT NULL DEFAULT 0,
    ADD COLUMN told_at timestamptz,
    ADD COLUMN full_text text NOT NULL DEFAULT 'never' CHECK (full_text IN ('never', 'when-short', 'always'));

-- http and https of one name are one host to be polite to.
UPDATE feeds SET host = regexp_replace(host, ':(80|443)$', '');
DELETE FROM hosts WHERE host ~ ':(80|443)$';
UPDATE feeds SET turn_host = host;
ALTER TABLE feeds ALTER COLUMN turn_host SET NOT NULL;
CREATE INDEX feeds_turn ON feeds (turn_host, next_poll_at) WHERE NOT paused;
DROP INDEX feeds_due;

-- Items that wait for their page. No foreign key: a page goes on being fetched when its feed is deleted.
CREATE TABLE pages (
    feed_id      text NOT NULL,
    key          text NOT NULL,
    source_id    text NOT NULL,
    source_name  text NOT NULL,
    item         text NOT NULL,
    content_hash text NOT NULL,
    waiting_since timestamptz NOT NULL DEFAULT now(),
    -- Whether it came with the first poll of its feed.
    backlog      boolean NOT NULL,
    -- Where the next request for the page itself goes, after hops redirects.
    at_url       text NOT NULL,
    hops         integer NOT NULL DEFAULT 0,
    -- Where redirects of robots.txt have led; null: nowhere, or not asked.
    robots_at    text,
    robots_hops  integer NOT NULL DEFAULT 0,
    turn_host    text NOT NULL,
    tries        integer NOT NULL DEFAULT 0,
    next_try_at  timestamptz NOT NULL DEFAULT now(),
    -- Published without its page from then on.
    give_up_at   timestamptz NOT NULL,
    PRIMARY KEY (feed_id, key)
);
CREATE INDEX pages_turn ON pages (turn_host, next_try_at);
CREATE INDEX pages_give_up ON pages (give_up_at);

-- robots.txt by scheme, host and port (RFC 9309, section 2.3). Rules: as sent, at most 500 KiB.
CREATE TABLE robots (
    origin     text PRIMARY KEY,
    verdict    text NOT NULL CHECK (verdict IN ('rules', 'allow', 'disallow')),
    rules      bytea,
    expires_at timestamptz NOT NULL
);

-- The last polls of each feed, numbered.
CREATE TABLE polls (
    feed_id     text NOT NULL REFERENCES feeds ON DELETE CASCADE,
    n           bigint NOT NULL,
    at          timestamptz NOT NULL DEFAULT now(),
    outcome     text NOT NULL,
    status      integer,
    items       integer NOT NULL,
    fresh       integer NOT NULL,
    bytes       integer NOT NULL,
    duration_ms integer NOT NULL,
    PRIMARY KEY (feed_id, n)
);

-- What became of each feed's items, by UTC day.
CREATE TABLE feed_counts (
    feed_id text NOT NULL REFERENCES feeds ON DELETE CASCADE,
    outcome text NOT NULL,
    reason  text NOT NULL,
    day     date NOT NULL,
    count   bigint NOT NULL,
    PRIMARY KEY (feed_id, outcome, reason, day)
);
CREATE INDEX feed_counts_day ON feed_counts (day);

-- Whoever writes to feeds need not know of turns, nor of the search path: these keep them right.
CREATE FUNCTION feeds_aim() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    IF TG_OP = 'INSERT' THEN
        NEW.turn_host := NEW.host;
    ELSIF NEW.url <> OLD.url THEN
        NEW.turn_host := NEW.host;
        NEW.at_url := NULL;
        NEW.hops := 0;
        NEW.hops_permanent := true;
        NEW.body_hash := NULL;
        NEW.distrust_until := NULL;
        NEW.moved_to := NULL;
        NEW.moved_since := NULL;
        NEW.moved_seen := 0;
        NEW.shape := NULL;
    END IF;
    RETURN NEW;
END $$;
CREATE TRIGGER feeds_aim BEFORE INSERT OR UPDATE ON feeds FOR EACH ROW EXECUTE FUNCTION feeds_aim();

-- A host that is leased is left alone: whoever holds it looks for the next thing to do when it lets go.
CREATE FUNCTION wake_for_feed() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO hosts (host, due_at) VALUES (NEW.turn_host, NEW.next_poll_at)
    ON CONFLICT (host) DO UPDATE
        SET due_at = least(hosts.due_at, greatest(EXCLUDED.due_at, hosts.next_allowed_at))
        WHERE hosts.lease_token IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER feeds_wake_new AFTER INSERT ON feeds FOR EACH ROW
    WHEN (NOT NEW.paused) EXECUTE FUNCTION wake_for_feed();
-- Polls change the lease and wake nobody, unless a redirect led to another host.
CREATE TRIGGER feeds_wake AFTER UPDATE ON feeds FOR EACH ROW
    WHEN (NOT NEW.paused AND (OLD.turn_host <> NEW.turn_host OR OLD.url <> NEW.url
        OR OLD.lease_token IS NOT DISTINCT FROM NEW.lease_token
            AND (OLD.next_poll_at <> NEW.next_poll_at OR OLD.paused <> NEW.paused)))
    EXECUTE FUNCTION wake_for_feed();

CREATE FUNCTION wake_for_page() RETURNS trigger LANGUAGE plpgsql SET search_path FROM CURRENT AS $$
BEGIN
    INSERT INTO hosts (host, due_at) VALUES (NEW.turn_host, NEW.next_try_at)
    ON CONFLICT (host) DO UPDATE
        SET due_at = least(hosts.due_at,
            greatest(EXCLUDED.due_at, hosts.next_allowed_at, hosts.next_page_at))
        WHERE hosts.lease_token IS NULL;
    RETURN NULL;
END $$;
CREATE TRIGGER pages_wake_new AFTER INSERT ON pages FOR EACH ROW EXECUTE FUNCTION wake_for_page();
CREATE TRIGGER pages_wake AFTER UPDATE ON pages FOR EACH ROW
    WHEN (OLD.turn_host <> NEW.turn_host OR OLD.next_try_at <> NEW.next_try_at) EXECUTE FUNCTION wake_for_page();

-- What was there before is due as it was.
INSERT INTO hosts (host, due_at)
SELECT turn_host, min(next_poll_at) FROM feeds WHERE NOT paused GROUP BY turn_host
ON CONFLICT (host) DO UPDATE SET due_at = greatest(EXCLUDED.due_at, hosts.next_allowed_at);
