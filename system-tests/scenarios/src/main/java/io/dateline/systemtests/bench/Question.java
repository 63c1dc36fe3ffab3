package io.dateline.systemtests.bench;

import java.util.List;

/**
 * One question twice: to the API, and as the SQL that it comes down to.
 *
 * @param path       of the API, with parameters
 * @param sql        with a {@code ?} for each value
 * @param parameters text or text arrays
 */
record Question(String path, String sql, List<Object> parameters) {}
