package io.dateline.ingest.files;

import java.util.Locale;
import java.util.Map;

/** What a file's name says it holds. */
public final class FileTypes {
    private static final Map<String, String> TYPES = Map.of(
            "txt", "text/plain",
            "xml", "application/xml",
            "rss", "application/rss+xml",
            "atom", "application/atom+xml",
            "json", "application/json",
            "ndjson", "application/x-ndjson",
            "jsonl", "application/x-ndjson");

    private FileTypes() {}

    /** A media type by the extension; null where it says nothing. */
    public static String of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.get(extension);
    }
}
