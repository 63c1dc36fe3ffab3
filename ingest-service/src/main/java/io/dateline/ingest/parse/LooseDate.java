package io.dateline.ingest.parse;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Month;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Dates of no standard, by their parts: asctime, 12 hours with AM and PM, slashes, compact digits, seconds since 1970,
 * the day of a year, month names of other languages, Korean. Which number is what follows from its size and place; where
 * day and month could be either, the date is not read.
 */
final class LooseDate {
    private static final int LONGEST = 80;
    private static final Pattern COMPACT =
            Pattern.compile("(\\d{4})(\\d{2})(\\d{2})(?:t?(\\d{2})(\\d{2})(\\d{2})?\\s?(z|[+-]\\d{2}(?::?\\d{2})?)?)?");
    private static final Pattern DAY_OF_YEAR = Pattern.compile("(\\d{4})-(\\d{3})");
    private static final Pattern EPOCH = Pattern.compile("(\\d{10})(?:\\d{3})?");
    private static final Pattern TIME = Pattern.compile("(\\d{1,2}):(\\d{2})(?::(\\d{2})(?:[.,]\\d{1,9})?)?");
    private static final Pattern AFTERNOON = Pattern.compile("(?<!\\p{L})(?:p\\.?m\\.?|\uc624\ud6c4)(?!\\p{L})");
    private static final Pattern MORNING = Pattern.compile("(?<!\\p{L})(?:a\\.?m\\.?|\uc624\uc804)(?!\\p{L})");
    /** An offset, with a word before it or not; or a word. A day or month between dashes is no offset. */
    private static final Pattern ZONE = Pattern.compile("(?<![\\p{L}\\d])(?:[a-z]{2,5}\\s?)?[+-]\\d{1,2}:?\\d{2}(?!\\d)"
            + "|(?<!\\p{L})(?:utc|gmt)\\s?[+-]\\d{1,2}(?!\\d)|(?<!\\d)[+-]\\d{2}(?![\\d.,/-]|\\s+\\p{L}{3})"
            + "|(?<![\\p{L}/_])(?:z|[a-z]{2,20})(?![\\p{L}/_])");

    private static final Pattern PART = Pattern.compile("\\d{1,9}|\\p{L}{3,20}");
    private static final List<Locale> LANGUAGES = Stream.of(
                    "en", "de", "fr", "es", "it", "pt", "nl", "sv", "da", "nb", "fi", "pl", "cs", "hu", "ro", "tr",
                    "el", "ru", "uk")
            .map(Locale::forLanguageTag)
            .toList();
    private static final Map<String, Integer> MONTHS = months();
    private static final Set<String> DAYS = days();

    private LooseDate() {}

    /** Null where it cannot be read. */
    static ReadDate of(String written) {
        String text = written.strip().toLowerCase(Locale.ROOT);
        if (text.length() > LONGEST) {
            return null;
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            LocalDate day = LocalDate.of(number(compact.group(1)), number(compact.group(2)), number(compact.group(3)));
            return compact.group(4) == null
                    ? ReadDate.day(day)
                    : ReadDate.at(day, compact.group(4), compact.group(5), compact.group(6), 0, compact.group(7));
        }
        Matcher epoch = EPOCH.matcher(text);
        if (epoch.matches()) {
            return new ReadDate(Instant.ofEpochSecond(Long.parseLong(epoch.group(1))), "second");
        }
        Matcher ordinal = DAY_OF_YEAR.matcher(text);
        return ordinal.matches()
                ? ReadDate.day(LocalDate.ofYearDay(number(ordinal.group(1)), number(ordinal.group(2))))
                : parts(text, written);
    }

    private static ReadDate parts(String text, String written) {
        Matcher time = TIME.matcher(text);
        boolean timed = time.find();
        String before = timed ? text.substring(0, time.start()) : text;
        String after = timed ? text.substring(time.end()) : "";
        // In small letters some become two, and then no place is the same in both.
        boolean aligned = written.strip().length() == text.length();
        String offset = zone(after, aligned && timed ? written.strip().substring(time.end()) : "");
        String rest = offset == null ? after : after.replace(offset, " ");
        LocalDate day = day(before + " " + rest);
        if (day == null || !timed) {
            return day == null ? null : ReadDate.day(day);
        }
        int hour = number(time.group(1));
        if (AFTERNOON.matcher(text).find() && hour < 12) {
            hour += 12;
        } else if (MORNING.matcher(text).find() && hour == 12) {
            hour = 0;
        }
        return ReadDate.at(day, Integer.toString(hour), time.group(2), time.group(3), 0, offset);
    }

    /**
     * The zone in what stands behind a time, or null. A word that we do not know is one where it has a capital and is no
     * name of a month or day.
     */
    private static String zone(String after, String written) {
        String unknown = null;
        for (Matcher zone = ZONE.matcher(after); zone.find(); ) {
            String found = zone.group();
            if (!Character.isLetter(found.charAt(found.length() - 1)) || Zones.known(found)) {
                return found;
            }
            boolean capital = written.length() == after.length() && Character.isUpperCase(written.charAt(zone.start()));
            boolean name = MONTHS.containsKey(found) || DAYS.contains(found) || Zones.none(found);
            unknown = unknown == null && capital && !name ? found : unknown;
        }
        return unknown;
    }

    private static LocalDate day(String text) {
        List<String> numbers = new ArrayList<>();
        int month = 0;
        for (Matcher part = PART.matcher(text); part.find(); ) {
            if (Character.isDigit(part.group().charAt(0))) {
                numbers.add(part.group());
            } else if (month == 0) {
                month = MONTHS.getOrDefault(part.group(), 0);
            }
        }
        try {
            if (month > 0 && numbers.size() >= 2) {
                return named(numbers, month);
            }
            boolean yearFirst = numbers.size() >= 3 && numbers.get(0).length() == 4;
            return month == 0 && yearFirst
                    ? LocalDate.of(number(numbers.get(0)), number(numbers.get(1)), number(numbers.get(2)))
                    : null;
        } catch (DateTimeException e) {
            // A thirteenth month: it was no date, or not one we can tell.
            return null;
        }
    }

    private static LocalDate named(List<String> numbers, int month) {
        String first = numbers.get(0);
        String second = numbers.get(1);
        boolean yearFirst = first.length() == 4;
        String year = yearFirst ? first : second;
        return LocalDate.of(ReadDate.year(year), month, number(yearFirst ? second : first));
    }

    private static int number(String digits) {
        return Integer.parseInt(digits);
    }

    private static Map<String, Integer> months() {
        Map<String, Integer> months = new HashMap<>();
        for (Locale language : LANGUAGES) {
            for (Month month : Month.values()) {
                for (TextStyle style : TextStyle.values()) {
                    String name = plain(month.getDisplayName(style, language));
                    if (name.length() >= 3 && !Character.isDigit(name.charAt(0))) {
                        months.putIfAbsent(name, month.getValue());
                    }
                }
            }
        }
        months.putIfAbsent("sept", 9);
        return months;
    }

    private static Set<String> days() {
        return LANGUAGES.stream()
                .flatMap(language -> Stream.of(DayOfWeek.values())
                        .flatMap(day -> Stream.of(TextStyle.FULL, TextStyle.SHORT)
                                .map(style -> plain(day.getDisplayName(style, language)))))
                .collect(Collectors.toUnmodifiableSet());
    }

    private static String plain(String name) {
        return name.toLowerCase(Locale.ROOT).replace(".", "");
    }
}
