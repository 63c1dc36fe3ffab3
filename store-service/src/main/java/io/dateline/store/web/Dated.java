package io.dateline.store.web;

import io.dateline.contracts.enriched.DateMention;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;

/**
 * A date the text names, as a reader is told.
 *
 * @param words what the text says
 * @param means the calendar's word for it, as precise as the text
 * @param iso   its first day
 */
public record Dated(String words, String means, String iso, String by) {
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("d MMMM uuuu", Locale.ENGLISH);
    private static final DateTimeFormatter MONTH = DateTimeFormatter.ofPattern("MMMM uuuu", Locale.ENGLISH);

    /** In text order; of words that say the same, the first. */
    static List<Dated> of(List<DateMention> dates) {
        return dates.stream()
                .map(date -> new Dated(
                        date.span().surface(),
                        words(date.from(), date.to(), date.precision()),
                        date.from().toString(),
                        date.by()))
                .distinct()
                .toList();
    }

    static String words(LocalDate from, LocalDate to, DateMention.Precision precision) {
        return switch (precision) {
            case DAY -> DAY.format(from);
            case WEEK -> "week of " + DAY.format(from);
            case MONTH -> MONTH.format(from);
            case QUARTER -> "quarter " + (from.getMonthValue() + 2) / 3 + " of " + from.getYear();
            case YEAR -> Integer.toString(from.getYear());
            case RANGE -> from.equals(to) ? "from " + DAY.format(from) : DAY.format(from) + " to " + DAY.format(to);
        };
    }
}
