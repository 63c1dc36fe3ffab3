package io.dateline.ingest.fetch;

import java.time.Duration;

/** What fetching came to. */
public sealed interface FetchResult {
    /**
     * @param body         decompressed; never null
     * @param contentType  as declared, or null
     * @param url          where it was in the end, after redirects
     * @param movedTo      the new address where every redirect on the way was permanent, else null
     * @param etag         or null
     * @param lastModified or null
     */
    record Fetched(byte[] body, String contentType, String url, String movedTo, String etag, String lastModified)
            implements FetchResult {}

    /** What we have is still current. */
    record NotModified() implements FetchResult {}

    /**
     * @param reason     stable code: {@code http-404}, {@code timeout}, {@code address-not-allowed} …
     * @param detail     a sentence for a person
     * @param retryAfter what the server asked for, or null
     */
    record Failed(String reason, String detail, Duration retryAfter) implements FetchResult {}
}
