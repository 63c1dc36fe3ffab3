package io.dateline.contracts.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/**
 * Who sent an article.
 *
 * @param id   stable key, lower case letters, digits, dots and dashes, 1 to 200 characters; never null
 * @param name as shown to a reader; never null
 * @param kind the way it came in; never null
 */
public record Source(String id, String name, Kind kind) {

    /** The way in. */
    public enum Kind {
        @JsonProperty("feed")
        FEED,
        @JsonProperty("wire")
        WIRE,
        @JsonProperty("push")
        PUSH,
        @JsonProperty("import")
        IMPORT
    }
}
