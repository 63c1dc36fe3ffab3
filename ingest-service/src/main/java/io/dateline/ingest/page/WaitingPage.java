package io.dateline.ingest.page;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.text.Hashes;
import java.nio.charset.StandardCharsets;

/**
 * An item that is to wait for its page.
 *
 * @param key     canonical address, or its hash: one page is fetched once for a feed
 * @param host    whose turn the page needs
 * @param backlog whether it came with the first document of its feed
 */
public record WaitingPage(String key, Origin origin, ParsedArticle item, String host, boolean backlog) {
    /** The hash of an address that is too long for an index stands for it. */
    public WaitingPage {
        key = Database.indexable(key) ? key : "sha256:" + Hashes.sha256(key.getBytes(StandardCharsets.UTF_8));
    }
}
