-- Archives imported on the bulk lane. Any instance goes on where the last one got to.
CREATE TABLE imports (
    id           text PRIMARY KEY,
    -- Below the import folder.
    path         text NOT NULL,
    kind         text NOT NULL CHECK (kind IN ('ndjson', 'warc', 'folder')),
    -- Of articles that name none, or null.
    source       text,
    rate         integer NOT NULL CHECK (rate > 0),
    state        text NOT NULL DEFAULT 'running' CHECK (state IN ('running', 'paused', 'done', 'failed', 'canceled')),
    reason       text,
    detail       text,
    total_files  integer NOT NULL,
    total_bytes  bigint NOT NULL,
    -- Where to go on: advances only with what the broker acknowledged. The offset is the reader's own.
    file         text,
    file_offset  bigint NOT NULL DEFAULT 0,
    file_record  bigint NOT NULL DEFAULT 0,
    done_bytes   bigint NOT NULL DEFAULT 0,
    accepted     bigint NOT NULL DEFAULT 0,
    unchanged    bigint NOT NULL DEFAULT 0,
    sightings    bigint NOT NULL DEFAULT 0,
    skipped      bigint NOT NULL DEFAULT 0,
    rejected     jsonb NOT NULL DEFAULT '{}',
    -- How much of the report belongs to what stands above; what is longer was written by a run that died.
    report_bytes bigint NOT NULL DEFAULT 0,
    busy_seconds double precision NOT NULL DEFAULT 0,
    leased_until timestamptz,
    lease_token  uuid,
    created_at   timestamptz NOT NULL DEFAULT now(),
    started_at   timestamptz,
    finished_at  timestamptz
);
CREATE UNIQUE INDEX imports_open ON imports (path) WHERE state IN ('running', 'paused');
CREATE INDEX imports_waiting ON imports (created_at) WHERE state = 'running';
