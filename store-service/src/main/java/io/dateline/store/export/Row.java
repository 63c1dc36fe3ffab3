package io.dateline.store.export;

import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;

/** One line of a tab-separated table; what is not known stays empty. */
final class Row {
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMddHHmmss", Locale.ROOT).withZone(ZoneOffset.UTC);

    private final StringBuilder line = new StringBuilder();
    private int columns;

    /** Tabs and line breaks in it become blanks. */
    Row add(String cell) {
        if (columns++ > 0) {
            line.append('\t');
        }
        if (cell != null) {
            for (int i = 0; i < cell.length(); i++) {
                char c = cell.charAt(i);
                // U+0085, U+2028 and U+2029 end a line for many readers.
                boolean breaks = c < ' ' || c == 0x7F || c == 0x85 || c == 0x2028 || c == 0x2029;
                line.append(breaks ? ' ' : c);
            }
        }
        return this;
    }

    Row add(long number) {
        return add(Long.toString(number));
    }

    /** {@code YYYYMMDDHHMMSS} in UTC. */
    Row add(Instant time) {
        return add(TIME.format(time));
    }

    /** So many cells of which nothing is known. */
    Row skip(int count) {
        for (int i = 0; i < count; i++) {
            add((String) null);
        }
        return this;
    }

    int columns() {
        return columns;
    }

    @Override
    public String toString() {
        return line + "\n";
    }
}
