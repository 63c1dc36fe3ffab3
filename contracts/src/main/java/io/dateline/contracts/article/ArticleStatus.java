package io.dateline.contracts.article;

import com.fasterxml.jackson.annotation.JsonProperty;

/** What a reader may do with an article; the three values of the IPTC publication status. */
public enum ArticleStatus {
    /** To be shown. */
    @JsonProperty("usable")
    USABLE,
    /** Under embargo: shown nowhere until ingest publishes a usable revision. */
    @JsonProperty("withheld")
    WITHHELD,
    /** Killed by its owner: the text of every revision is hidden except from operators. */
    @JsonProperty("canceled")
    CANCELED
}
