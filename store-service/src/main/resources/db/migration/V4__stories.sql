-- Articles about one happening, put together as they are stored. Rebuilt from nothing but these tables and those of V1
-- by whichever instance builds: no instance knows more than they do.

CREATE TABLE story_cursor (
    only_row    boolean     PRIMARY KEY DEFAULT true CHECK (only_row),
    live_seq    bigint      NOT NULL,
    late_seq    bigint      NOT NULL,
    version     bigint      NOT NULL,
    holder      text COLLATE "C",
    lease_until timestamptz NOT NULL
) WITH (fillfactor = 10);

COMMENT ON TABLE story_cursor IS
    'One row: how far stories are built, and by whom. The builder locks it, moves it and writes the stories in one '
    'transaction, so that no change is worked on twice or left out, whichever instance dies at whichever moment.';
COMMENT ON COLUMN story_cursor.live_seq IS 'Seq of the last change whose article, if it was news, is in a story.';
COMMENT ON COLUMN story_cursor.late_seq IS
    'As live_seq for articles that were days old when they were stored. They come after all news: live_seq is ahead.';
COMMENT ON COLUMN story_cursor.version IS
    'Grows with every transaction of a builder. One that meets another number than its own last one forgets what it holds '
    'in memory.';
COMMENT ON COLUMN story_cursor.holder IS 'Instance that builds; others wait until lease_until, by the clock of the database.';
INSERT INTO story_cursor (live_seq, late_seq, version, lease_until) VALUES (0, 0, 0, now());

CREATE TABLE stories (
    story_id      text COLLATE "C" NOT NULL,
    founded_at    timestamptz      NOT NULL,
    founded_seq   bigint           NOT NULL,
    merged_into   text COLLATE "C",
    first_article text COLLATE "C",
    first_at      timestamptz,
    last_at       timestamptz,
    members       integer          NOT NULL DEFAULT 0,
    originals     integer          NOT NULL DEFAULT 0,
    sources       integer          NOT NULL DEFAULT 0,
    languages     text[] COLLATE "C" NOT NULL DEFAULT '{}',
    CONSTRAINT stories_key PRIMARY KEY (story_id)
);

COMMENT ON TABLE stories IS
    'One happening and the sums over its members. It holds no words: its title is that of first_article, which may be '
    'withdrawn at any time.';
COMMENT ON COLUMN stories.founded_at IS
    'Time of the article it began with, of the earlier story after a merge. Articles much later begin another story.';
COMMENT ON COLUMN stories.founded_seq IS 'Seq of the change it began with: of two stories that turn out to be one, the older stays.';
COMMENT ON COLUMN stories.merged_into IS 'The story that has its members now; that one may itself be merged.';
COMMENT ON COLUMN stories.first_article IS 'The earliest member that is no copy: its source was first.';
COMMENT ON COLUMN stories.first_at IS 'Of the earliest member, by articles.sort_at; null while it has none.';
COMMENT ON COLUMN stories.last_at IS 'Of the latest member.';
COMMENT ON COLUMN stories.members IS 'Articles, copies included; 0 where all were withdrawn or have moved.';
COMMENT ON COLUMN stories.originals IS 'Articles that copy none of the others.';
COMMENT ON COLUMN stories.sources IS 'Different sources among the originals: who reports it independently.';
CREATE INDEX stories_newest ON stories (last_at DESC, story_id DESC) WHERE merged_into IS NULL AND members > 0;
COMMENT ON INDEX stories_newest IS 'Lists, newest first, page by page.';
CREATE INDEX stories_reported ON stories (last_at DESC, story_id DESC) WHERE merged_into IS NULL AND sources > 1;
COMMENT ON INDEX stories_reported IS 'Lists of stories that several sources report: few of all.';

CREATE TABLE story_members (
    article_id text COLLATE "C" NOT NULL,
    story_id   text COLLATE "C" NOT NULL,
    copy_of    text COLLATE "C",
    seq        bigint           NOT NULL,
    revision   integer          NOT NULL,
    at         timestamptz      NOT NULL,
    source_id  text COLLATE "C" NOT NULL,
    language   text COLLATE "C" NOT NULL,
    CONSTRAINT story_members_key PRIMARY KEY (article_id)
);

COMMENT ON TABLE story_members IS 'In which story an article is. Every usable article is in one, be it alone.';
COMMENT ON COLUMN story_members.copy_of IS 'The article whose text this one repeats, the earliest of them all; null for an original.';
COMMENT ON COLUMN story_members.seq IS 'Of the revision it was put there for.';
COMMENT ON COLUMN story_members.at IS 'articles.sort_at of that revision.';
CREATE INDEX story_members_of ON story_members (story_id, at, seq);
COMMENT ON INDEX story_members_of IS 'The timeline of a story.';
CREATE INDEX story_members_copies ON story_members (copy_of) WHERE copy_of IS NOT NULL;
COMMENT ON INDEX story_members_copies IS 'Who copied an article; whose original has changed.';

CREATE TABLE story_features (
    article_id text COLLATE "C" NOT NULL,
    day        integer          NOT NULL,
    indexed    boolean          NOT NULL,
    length     integer          NOT NULL,
    words      bytea            NOT NULL,
    names      bytea            NOT NULL,
    sketch     bytea,
    CONSTRAINT story_features_key PRIMARY KEY (article_id)
);

COMMENT ON TABLE story_features IS
    'By what later articles are compared with a member, as hashes: a builder that takes over reads the last days from '
    'here instead of the texts. Rows of days long gone may be deleted; articles of those days then found new stories.';
COMMENT ON COLUMN story_features.day IS 'Days since 1970-01-01 of story_members.at, in UTC.';
COMMENT ON COLUMN story_features.indexed IS 'False beyond so many articles of one day: nothing is compared with it.';
COMMENT ON COLUMN story_features.length IS 'Characters of the body.';
COMMENT ON COLUMN story_features.words IS 'Words of title and lead: 32-bit hash and weight (8 bits) each, in order of the hash.';
COMMENT ON COLUMN story_features.names IS 'The most salient entities, likewise.';
COMMENT ON COLUMN story_features.sketch IS 'The lowest byte of each of the 128 values of the fingerprint; null for short texts.';
CREATE INDEX story_features_days ON story_features (day);
COMMENT ON INDEX story_features_days IS 'The builder reads whole days.';

CREATE TABLE story_changes (
    seq        bigint           NOT NULL,
    place      smallint         NOT NULL,
    story_id   text COLLATE "C" NOT NULL,
    kind       text COLLATE "C" NOT NULL CHECK (kind IN ('founded', 'joined', 'left', 'merged', 'split')),
    article_id text COLLATE "C",
    other      text COLLATE "C",
    reason     text COLLATE "C" NOT NULL,
    CONSTRAINT story_changes_key PRIMARY KEY (seq, place)
);

COMMENT ON TABLE story_changes IS
    'What happened to stories, in order: seq is that of the change of an article which was the cause, place counts what '
    'that one caused. The same changes lead to the same rows, however they were cut into transactions.';
COMMENT ON COLUMN story_changes.kind IS
    'founded, joined, left: an article; merged: the story has gone into other; split: it has come out of other.';
COMMENT ON COLUMN story_changes.reason IS 'first, copy, alike, changed, canceled, withheld, apart; with the likeness where there is one.';
CREATE INDEX story_changes_of ON story_changes (story_id, seq, place);
COMMENT ON INDEX story_changes_of IS 'The history of a story.';
CREATE INDEX story_changes_other ON story_changes (other, seq, place) WHERE other IS NOT NULL;
COMMENT ON INDEX story_changes_other IS 'The same from the side of the other story.';
