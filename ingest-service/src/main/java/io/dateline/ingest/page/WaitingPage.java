package io.dateline.ingest.page;

import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.parse.ParsedArticle;

/**
 * An item that is to wait for its page.
 *
 * @param key     canonical address: one page is fetched once for a feed
 * @param host    whose turn the page needs
 * @param backlog whether it came with the first document of its feed
 */
public record WaitingPage(String key, Origin origin, ParsedArticle item, String host, boolean backlog) {}
