-- What is stored, in which order it was stored, and what it can be found by. Migrations are only ever added.

CREATE TABLE change_counter (
    only_row boolean PRIMARY KEY DEFAULT true CHECK (only_row),
    last     bigint  NOT NULL
) WITH (fillfactor = 10);

COMMENT ON TABLE change_counter IS
    'One row: the seq of the last committed revision. A writer takes its seqs by updating this row as one of its last '
    'steps and holds the row lock until its commit, so that the order of seqs is the order of commits and no number '
    'is ever left out. A sequence hands out numbers that commit in another order or not at all: a reader that follows '
    'it can miss a row, and could not see for itself that nothing is missing.';
INSERT INTO change_counter (last) VALUES (0);

CREATE TABLE revisions (
    id           text COLLATE "C" NOT NULL,
    revision     integer          NOT NULL CHECK (revision >= 1),
    content_hash text COLLATE "C" NOT NULL,
    seq          bigint           NOT NULL,
    stored_month date             NOT NULL,
    stored_at    timestamptz      NOT NULL DEFAULT now(),
    trace_id     text COLLATE "C",
    status       text COLLATE "C" NOT NULL CHECK (status IN ('usable', 'withheld', 'canceled')),
    CONSTRAINT revisions_once PRIMARY KEY (id, revision),
    CONSTRAINT revisions_in_order UNIQUE (seq)
);

COMMENT ON TABLE revisions IS
    'One narrow line for each revision ever stored: the constraint that makes storing happen once, the sequence of '
    'changes, and the memory of what an (id, revision) held. Not partitioned, or the constraint would not span months.';
COMMENT ON COLUMN revisions.stored_month IS 'In which partition its text and tags lie.';
COMMENT ON INDEX revisions_once IS 'Each (id, revision) is stored once, however often it is delivered.';
COMMENT ON INDEX revisions_in_order IS 'Readers follow changes by seq.';

CREATE TABLE articles (
    stored_month       date             NOT NULL,
    id                 text COLLATE "C" NOT NULL,
    revision           integer          NOT NULL,
    is_head            boolean          NOT NULL,
    status             text COLLATE "C" NOT NULL,
    source_id          text COLLATE "C" NOT NULL,
    source_name        text             NOT NULL,
    source_kind        text COLLATE "C" NOT NULL,
    url                text,
    title              text             NOT NULL,
    snippet            text             NOT NULL,
    language           text COLLATE "C" NOT NULL,
    published_at       timestamptz,
    sort_at            timestamptz      NOT NULL,
    fetched_at         timestamptz      NOT NULL,
    enrichment_version text COLLATE "C" NOT NULL,
    highlights         jsonb            NOT NULL,
    tags               text[] COLLATE "C" NOT NULL,
    tsv                tsvector         NOT NULL,
    raw                jsonb            NOT NULL,
    CONSTRAINT articles_key PRIMARY KEY (id, revision, stored_month)
) PARTITION BY RANGE (stored_month);

COMMENT ON TABLE articles IS
    'Every revision as ingest published it, with what lists show and what it is found by. Partitioned by the month in '
    'which it was stored: indexes stay small, and forgetting a month is dropping a table.';
COMMENT ON COLUMN articles.is_head IS 'The highest revision stored of its id.';
COMMENT ON COLUMN articles.sort_at IS 'The earlier of published_at and fetched_at: a date ahead of time sorts nothing up.';
COMMENT ON COLUMN articles.enrichment_version IS 'Which line of enrichments is the current one.';
COMMENT ON COLUMN articles.highlights IS 'Dateline, chief entities and chief topics, ready for a list.';
COMMENT ON COLUMN articles.tags IS 'All exact filters in one array, kind:value. A canceled revision keeps those before it.';
COMMENT ON COLUMN articles.tsv IS 'Title (A) and body (B), stemmed where the language is English.';

CREATE INDEX articles_newest ON articles (sort_at DESC, id DESC) WHERE is_head AND status = 'usable';
COMMENT ON INDEX articles_newest IS 'Lists, newest first, page by page.';
CREATE INDEX articles_tags ON articles USING gin (tags) WITH (fastupdate = on) WHERE is_head AND status = 'usable';
COMMENT ON INDEX articles_tags IS 'Every exact filter. Its pending list is flushed by a timer, not by an unlucky insert.';
CREATE INDEX articles_text ON articles USING gin (tsv) WITH (fastupdate = on) WHERE is_head AND status = 'usable';
COMMENT ON INDEX articles_text IS 'Words. Its pending list is flushed by a timer, not by an unlucky insert.';

CREATE TABLE enrichments (
    stored_month date             NOT NULL,
    id           text COLLATE "C" NOT NULL,
    revision     integer          NOT NULL,
    version      text COLLATE "C" NOT NULL,
    document     jsonb            NOT NULL,
    CONSTRAINT enrichments_key PRIMARY KEY (id, revision, version, stored_month)
) PARTITION BY RANGE (stored_month);

COMMENT ON TABLE enrichments IS
    'The tags of a revision with their evidence, as one version of the enrichment found them; the article itself is '
    'not repeated. Several versions may lie side by side, articles.enrichment_version names the current one.';

CREATE TABLE labels (
    tag    text COLLATE "C" NOT NULL,
    kind   text COLLATE "C" NOT NULL,
    label  text             NOT NULL,
    folded text COLLATE "C" NOT NULL,
    CONSTRAINT labels_key PRIMARY KEY (tag)
);

COMMENT ON TABLE labels IS 'What a person reads for a tag.';
COMMENT ON COLUMN labels.folded IS 'The label in lower case, by which names in questions are looked up.';
CREATE INDEX labels_by_name ON labels (kind, folded);
COMMENT ON INDEX labels_by_name IS 'Filters may be given by name.';
