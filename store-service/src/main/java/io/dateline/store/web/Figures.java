package io.dateline.store.web;

import java.util.Locale;

/** Numbers as a dashboard shows them: short, and never more exact than they are. */
final class Figures {
    private Figures() {}

    static String number(long number) {
        return String.format(Locale.UK, "%,d", number);
    }

    /** {@code 0}, {@code 0.4}, {@code 12}. */
    static String rate(double perSecond) {
        if (perSecond > 0 && perSecond < 0.05) {
            return "<0.1";
        }
        return perSecond > 0 && perSecond < 10
                ? String.format(Locale.UK, "%.1f", perSecond)
                : number(Math.round(perSecond));
    }

    /** {@code 38 ms}, {@code 1.4 s}, {@code 12 min}; null for null. */
    static String duration(Double milliseconds) {
        if (milliseconds == null) {
            return null;
        }
        if (milliseconds < 1_000) {
            return Math.round(milliseconds) + " ms";
        }
        return milliseconds < 120_000
                ? String.format(Locale.UK, "%.1f s", milliseconds / 1_000)
                : number(Math.round(milliseconds / 60_000)) + " min";
    }

    /** {@code 812 kB}, {@code 4.2 GB}, in powers of 1,000. */
    static String bytes(long bytes) {
        if (bytes < 1_000_000) {
            return number(Math.round(bytes / 1_000.0)) + " kB";
        }
        return bytes < 1_000_000_000
                ? String.format(Locale.UK, "%.1f MB", bytes / 1e6)
                : String.format(Locale.UK, "%.1f GB", bytes / 1e9);
    }
}
