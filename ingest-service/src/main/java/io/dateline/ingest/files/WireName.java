package io.dateline.ingest.files;

import io.dateline.ingest.text.Hashes;
import java.nio.charset.StandardCharsets;

/** Names of dropped files. */
final class WireName {
    /** Bytes; file systems take 255, and what we put before and behind a name needs room. */
    static final int LONGEST = 190;

    private static final int EXTENSION = 12;
    private static final int HASH = 8;

    private WireName() {}

    /** The name, or where it is too long its beginning, a hash of it, and its extension. */
    static String fitting(String name) {
        if (bytes(name) <= LONGEST) {
            return name;
        }
        int dot = name.lastIndexOf('.');
        String extension = dot > 0 && bytes(name.substring(dot)) <= EXTENSION ? name.substring(dot) : "";
        String end = "." + Hashes.sha256(name.getBytes(StandardCharsets.UTF_8)).substring(0, HASH) + extension;
        int room = LONGEST - bytes(end);
        int length = 0;
        int used = 0;
        while (length < name.length()) {
            int codePoint = name.codePointAt(length);
            used += bytes(Character.toString(codePoint));
            if (used > room) {
                break;
            }
            length += Character.charCount(codePoint);
        }
        return name.substring(0, length) + end;
    }

    /** For the log: it may hold anything. */
    static String shown(String name) {
        return name.replaceAll("\\p{Cntrl}", "?");
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
