package io.dateline.ingest.parse;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Dates as NITF, NewsML-G2 and ninjs write them: ISO 8601, also in its basic form. */
final class WireDates {
    private static final Pattern BASIC = Pattern.compile(
            "(\\d{4})(\\d{2})(\\d{2})(?:T(\\d{2})(\\d{2})(\\d{2})?(?:[.,]\\d+)?(Z|[+-]\\d{2}:?\\d{2})?)?");
    /** Where the day ends last on earth: an embargo without a zone must not end too early. */
    private static final String LAST_ON_EARTH = "-12:00";

    private WireDates() {}

    /** In the extended form where it was basic, else as it was; null for null or blank. */
    static String date(String written) {
        if (written == null || written.isBlank()) {
            return null;
        }
        Matcher m = BASIC.matcher(written.strip());
        if (!m.matches()) {
            return written.strip();
        }
        String day = m.group(1) + "-" + m.group(2) + "-" + m.group(3);
        return m.group(4) == null
                ? day
                : day + "T" + m.group(4) + ":" + m.group(5) + ":" + (m.group(6) == null ? "00" : m.group(6))
                        + zone(m.group(7));
    }

    /** RFC 3339 where it can be read, else as it was, to be refused. */
    static String embargo(String written) {
        String date = date(written);
        if (date == null || ReadDate.rfc3339(date) != null) {
            return date;
        }
        try {
            LocalDateTime local = date.length() == 10
                    ? LocalDate.parse(date).atStartOfDay()
                    : LocalDateTime.parse(date.replace(' ', 'T'));
            return local + LAST_ON_EARTH;
        } catch (DateTimeException unreadable) {
            return date;
        }
    }

    private static String zone(String written) {
        if (written == null || written.equals("Z") || written.contains(":")) {
            return written == null ? "" : written;
        }
        return written.substring(0, 3) + ":" + written.substring(3);
    }
}
