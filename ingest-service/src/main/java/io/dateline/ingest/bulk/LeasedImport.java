package io.dateline.ingest.bulk;

import java.util.UUID;

/**
 * An import that is ours to go on with until its lease ends.
 *
 * @param source   of articles that name none, or null
 * @param rate     records a second
 * @param progress where the last run got to
 */
record LeasedImport(String id, String path, ImportKind kind, String source, int rate, Progress progress, UUID token) {}
