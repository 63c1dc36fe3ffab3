package io.dateline.ingest.parse;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.fetch.Fetcher;
import io.dateline.ingest.support.FetchConfigs;
import java.net.URI;
import java.util.Set;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Fetches and reads feeds one after the other, as a poller does, and prints what came of each: run in a JVM of its own. */
final class SmallHeap {
    private SmallHeap() {}

    /** @param urls all of one server */
    public static void main(String[] urls) {
        // As a service logs: otherwise what is fetched is logged byte by byte.
        Logger.getLogger("").setLevel(Level.INFO);
        String host = URI.create(urls[0]).getAuthority();
        try (Fetcher fetcher = new Fetcher(FetchConfigs.with(), new AddressGuard(Set.of(host)))) {
            for (String url : urls) {
                System.out.println(URI.create(url).getPath() + " " + outcome(fetcher.fetch(url, null, null)));
            }
        }
    }

    private static String outcome(FetchResult result) {
        if (result instanceof FetchResult.Fetched fetched) {
            ParseResult read = Feeds.read(fetched.body(), fetched.contentType());
            return read instanceof ParseResult.Articles articles
                    ? articles.articles().size() + " articles"
                    : read.getClass().getSimpleName();
        }
        return ((FetchResult.Failed) result).reason();
    }
}
