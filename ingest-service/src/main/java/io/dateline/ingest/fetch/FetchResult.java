package io.dateline.ingest.fetch;

import java.time.Duration;
import java.util.List;

/** What fetching came to. */
public sealed interface FetchResult {
    /**
     * @param body         decompressed; never null
     * @param contentType  as declared, or null
     * @param url          where it was in the end, after redirects
     * @param movedTo      the new address where every redirect on the way was permanent, else null
     * @param etag         or null; never with control characters
     * @param lastModified or null; never with control characters
     * @param maxAge       of Cache-Control, or null
     * @param links        of the Link header; never null
     */
    record Fetched(
            byte[] body,
            String contentType,
            String url,
            String movedTo,
            String etag,
            String lastModified,
            Duration maxAge,
            List<WebLink> links)
            implements FetchResult {

        /** The same, found by redirects; {@code to} is null where one of them was not permanent. */
        public Fetched moved(String to) {
            return new Fetched(body, contentType, url, to, etag, lastModified, maxAge, links);
        }
    }

    /** What we have is still current. */
    record NotModified(Duration maxAge) implements FetchResult {}

    /**
     * Asked to look elsewhere; nothing was sent there yet.
     *
     * @param location absolute; not checked yet
     */
    record Redirected(String location, boolean permanent) implements FetchResult {}

    /**
     * @param reason     stable code: {@code http-404}, {@code timeout}, {@code address-not-allowed} …
     * @param detail     a sentence for a person
     * @param retryAfter what the server asked for, a day at most, or null
     */
    record Failed(String reason, String detail, Duration retryAfter) implements FetchResult {
        /** The answer's status, 0 where there was no answer. */
        public int status() {
            return reason.startsWith("http-") ? Integer.parseInt(reason.substring(5)) : 0;
        }
    }
}
