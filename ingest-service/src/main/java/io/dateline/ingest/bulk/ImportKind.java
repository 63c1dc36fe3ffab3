package io.dateline.ingest.bulk;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.Locale;

/** What is imported. */
enum ImportKind {
    /** A file with an article a line, plain or gzip. */
    @JsonProperty("ndjson")
    NDJSON,
    /** A web archive, plain or gzip by record. */
    @JsonProperty("warc")
    WARC,
    /** A folder of any of these, and of wire files. */
    @JsonProperty("folder")
    FOLDER;

    String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    static ImportKind of(String label) {
        return valueOf(label.toUpperCase(Locale.ROOT));
    }

    /** What a file's name says; {@code FOLDER} where it is read as a document of its own. */
    static ImportKind ofFile(String name) {
        String plain = name.toLowerCase(Locale.ROOT).replaceFirst("\\.gz$", "");
        if (plain.endsWith(".ndjson") || plain.endsWith(".jsonl")) {
            return NDJSON;
        }
        return plain.endsWith(".warc") ? WARC : FOLDER;
    }
}
