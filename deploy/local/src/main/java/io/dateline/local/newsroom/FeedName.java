package io.dateline.local.newsroom;

import com.fasterxml.jackson.annotation.JsonProperty;

/** The newsroom's feeds, one per format. The names say that they are samples. */
public enum FeedName {
    @JsonProperty("herald")
    HERALD("Sample Herald", "/feeds/herald.rss", "application/rss+xml; charset=utf-8"),
    @JsonProperty("chronicle")
    CHRONICLE("Sample Chronicle", "/feeds/chronicle.atom", "application/atom+xml; charset=utf-8"),
    @JsonProperty("wire")
    WIRE("Sample Wire", "/feeds/wire.json", "application/feed+json; charset=utf-8");

    private final String title;
    private final String path;
    private final String mediaType;

    FeedName(String title, String path, String mediaType) {
        this.title = title;
        this.path = path;
        this.mediaType = mediaType;
    }

    public String title() {
        return title;
    }

    public String path() {
        return path;
    }

    String mediaType() {
        return mediaType;
    }
}
