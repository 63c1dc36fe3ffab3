package io.dateline.ingest.fetch;

/**
 * One request to a host.
 *
 * @param purpose      what is asked for
 * @param url          as it stands; checked when it is sent
 * @param etag         what was kept of the last answer, or null
 * @param lastModified the same, or null
 * @param form         the body of a POST, URL-encoded; null for a GET
 */
public record FetchRequest(Purpose purpose, String url, String etag, String lastModified, String form) {
    /** What a request is for: what it accepts, and how much of it is read. */
    public enum Purpose {
        FEED("application/rss+xml, application/atom+xml, application/feed+json, application/xml;q=0.9, */*;q=0.5"),
        PAGE("text/html, application/xhtml+xml, */*;q=0.5"),
        ROBOTS("text/plain, */*;q=0.5"),
        HUB("*/*");

        final String accept;

        Purpose(String accept) {
            this.accept = accept;
        }
    }

    /** @param etag, lastModified null for an unconditional request */
    public static FetchRequest feed(String url, String etag, String lastModified) {
        return new FetchRequest(Purpose.FEED, url, etag, lastModified, null);
    }

    public static FetchRequest page(String url) {
        return new FetchRequest(Purpose.PAGE, url, null, null, null);
    }

    public static FetchRequest robots(String url) {
        return new FetchRequest(Purpose.ROBOTS, url, null, null, null);
    }

    public static FetchRequest hub(String url, String form) {
        return new FetchRequest(Purpose.HUB, url, null, null, form);
    }
}
