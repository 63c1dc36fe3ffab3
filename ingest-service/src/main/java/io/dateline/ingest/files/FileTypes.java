package io.dateline.ingest.files;

import java.util.Locale;
import java.util.Map;

/** What a file's name says it holds. */
public final class FileTypes {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("txt", "text/plain"),
            Map.entry("anpa", "text/plain"),
            Map.entry("iptc", "text/plain"),
            Map.entry("xml", "application/xml"),
            Map.entry("nitf", "application/xml"),
            Map.entry("newsml", "application/xml"),
            Map.entry("rss", "application/rss+xml"),
            Map.entry("atom", "application/atom+xml"),
            Map.entry("json", "application/json"),
            Map.entry("ndjson", "application/x-ndjson"),
            Map.entry("jsonl", "application/x-ndjson"));

    private FileTypes() {}

    /** A media type by the extension; null where it says nothing. */
    public static String of(String name) {
        String extension = name.substring(name.lastIndexOf('.') + 1).toLowerCase(Locale.ROOT);
        return TYPES.get(extension);
    }
}
