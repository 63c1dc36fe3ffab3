package io.dateline.ingest.page;

import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.text.Hashes;
import java.nio.charset.StandardCharsets;

/**
 * An item that is to wait for its page.
 *
 * @param key     what tells the item from others of its feed that wait: see {@link #key}
 * @param host    whose turn the page needs
 * @param backlog whether it came with the first document of its feed
 */
public record WaitingPage(String key, Origin origin, ParsedArticle item, String host, boolean backlog) {
    /** The hash of an address that is too long for an index stands for it. */
    public WaitingPage {
        key = Database.indexable(key) ? key : hash(key);
    }

    /**
     * The page's address, and the item's own id where it has another: many items of live news lie on one page.
     *
     * @param canonical address
     * @param guid      null where the item has none but its address
     */
    public static String key(String canonical, String guid) {
        return guid == null ? canonical : hash(canonical + "\n" + guid);
    }

    private static String hash(String text) {
        return "sha256:" + Hashes.sha256(text.getBytes(StandardCharsets.UTF_8));
    }
}
