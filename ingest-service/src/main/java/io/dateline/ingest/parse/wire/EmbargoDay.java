package io.dateline.ingest.parse.wire;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.ZoneOffset;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The dates that an embargo line names. */
final class EmbargoDay {
    private static final String ORDINAL = "(?:ST|ND|RD|TH)?";
    private static final Pattern MONTH_DAY =
            Pattern.compile("\\b([A-Z]{3,9})\\.? (\\d{1,2})" + ORDINAL + "\\b(?![:.H]\\d)(?!\\s*[AP]\\.?M\\b)");
    private static final Pattern DAY_MONTH =
            Pattern.compile("(?<![:.\\d])\\b(\\d{1,2})(?:" + ORDINAL + "|\\.)(?: OF)?[ -]([A-Z]{3,9})\\b\\.?");
    private static final Pattern YEAR = Pattern.compile("^(?:,?[ -]{1,2}|,(?=\\d{4}))(\\d{4}|\\d{2})\\b(?![:.H]\\d)");
    private static final Pattern TIME_WORD = Pattern.compile("^\\s*\\(?([A-Z]{1,5})\\b");
    private static final Pattern PLACE_TIME = Pattern.compile("^ \\(?[A-Z]{2,10}(?: [A-Z]{2,10})? TIME\\b");
    private static final Pattern YEAR_FIRST = Pattern.compile("\\b(\\d{4})-(\\d{2})-(\\d{2})\\b");
    private static final Pattern NUMERIC = Pattern.compile("\\b(\\d{1,2})([./])(\\d{1,2})\\2(\\d{4}|\\d{2})\\b");
    private static final Pattern NOTHING = Pattern.compile("[^\\p{L}\\p{N}]*");
    private static final int MOST = 8;
    private static final int MONTHS = 12;
    private static final int OLDEST = 1900;
    private static final int NO_YEAR = 2100;

    private final StringBuilder text;
    private final Instant sent;
    private final int year;
    /** By their places in the line. */
    private final SortedMap<Integer, LocalDate> found = new TreeMap<>();

    private EmbargoDay(StringBuilder text, Instant sent) {
        this.text = text;
        this.sent = sent;
        this.year = sent.atOffset(ZoneOffset.UTC).getYear();
    }

    /**
     * The dates in their order, taken out of a text in capitals.
     *
     * @param sent brings the year that makes it nearest, where none is named
     * @throws DateTimeException there is no such day, or it may be one of two
     */
    static List<LocalDate> cut(StringBuilder text, Instant sent) {
        EmbargoDay days = new EmbargoDay(text, sent);
        while (days.named()) {
            // on to the next
        }
        days.each(YEAR_FIRST, m -> LocalDate.of(number(m, 1), number(m, 2), number(m, 3)));
        days.each(NUMERIC, EmbargoDay::numeric);
        return List.copyOf(days.found.values());
    }

    private void each(Pattern form, Function<Matcher, LocalDate> date) {
        for (Matcher m = form.matcher(text.toString()); m.find(); m = form.matcher(text.toString())) {
            blank(m.start(), m.end());
            add(m.start(), date.apply(m));
        }
    }

    /** The first that names its month. */
    private boolean named() {
        Matcher monthFirst = withMonth(MONTH_DAY, 1);
        Matcher dayFirst = withMonth(DAY_MONTH, 2);
        if (monthFirst == null && dayFirst == null) {
            return false;
        }
        boolean first = monthFirst != null && (dayFirst == null || monthFirst.start() < dayFirst.start());
        Matcher at = first ? monthFirst : dayFirst;
        int month = month(at.group(first ? 1 : 2));
        int day = number(at, first ? 2 : 1);
        blank(at.start(), at.end());
        LocalDate date = date(at, first, month, day);
        if (date == null) {
            throw new DateTimeException("no such day");
        }
        add(at.start(), date);
        return true;
    }

    private void add(int at, LocalDate date) {
        if (found.size() == MOST) {
            throw new DateTimeException("too many dates");
        }
        found.put(at, date);
    }

    private Matcher withMonth(Pattern form, int word) {
        Matcher m = form.matcher(text.toString());
        boolean any = m.find();
        while (any && month(m.group(word)) == 0) {
            any = m.find();
        }
        return any ? m : null;
    }

    /** Digits behind the day are a year where they can be nothing else: taken for one long past, an hour would end it. */
    private LocalDate date(Matcher named, boolean monthFirst, int month, int day) {
        int from = named.end();
        Matcher m = YEAR.matcher(text.substring(from));
        // "Jan 25-26" are two days.
        if (m.find() && !(monthFirst && m.group(1).length() == 2 && !m.group().startsWith(","))) {
            String behind = text.substring(from + m.end());
            int digits = Integer.parseInt(m.group(1)) + (m.group(1).length() == 2 ? 2000 : 0);
            boolean hour = m.group(1).length() == 4 && timed(behind);
            boolean before = EmbargoClock.in(text.substring(0, named.start()));
            boolean other = before || EmbargoClock.in(behind);
            boolean near = Math.abs(digits - year) <= 1;
            boolean far = m.group(1).length() == 4 && digits >= OLDEST && digits < NO_YEAR;
            if (!near
                    && far
                    && other
                    && !hour
                    && likeTime(digits)
                    && !(before && NOTHING.matcher(behind).matches())) {
                throw new DateTimeException("a year or a time");
            }
            if (near && !other && PLACE_TIME.matcher(behind).lookingAt()) {
                throw new DateTimeException("a year or a time");
            }
            if (near && (other || !hour) || far && other && !hour) {
                blank(from, from + m.end());
                return LocalDate.of(digits, month, day);
            }
        }
        return WireTimes.nearest(month, day, sent);
    }

    private static boolean likeTime(int digits) {
        return digits / 100 <= 24 && digits % 100 < 60;
    }

    private static boolean timed(String behind) {
        Matcher word = TIME_WORD.matcher(behind);
        return word.find() && (word.group(1).matches("H|HRS?|HOURS") || EmbargoWords.zone(word.group(1)));
    }

    /** With dots the day comes first; with slashes it depends on who writes. */
    private static LocalDate numeric(Matcher m) {
        int one = number(m, 1);
        int other = number(m, 3);
        boolean slashes = m.group(2).equals("/");
        if (slashes && one <= MONTHS && other <= MONTHS && one != other) {
            throw new DateTimeException("it may be one of two days");
        }
        boolean monthFirst = slashes && other > MONTHS;
        return LocalDate.of(WireTimes.year(m.group(4)), monthFirst ? one : other, monthFirst ? other : one);
    }

    private void blank(int from, int to) {
        text.replace(from, to, " ".repeat(to - from));
    }

    /** 1 to 12; 0 where it is no English month, in full or its beginning. */
    private static int month(String word) {
        int month = WireTimes.month(word);
        boolean whole =
                month > 0 && (word.equals("SEPT") || Month.of(month).name().startsWith(word));
        return whole ? month : 0;
    }

    private static int number(Matcher m, int group) {
        return Integer.parseInt(m.group(group));
    }
}
