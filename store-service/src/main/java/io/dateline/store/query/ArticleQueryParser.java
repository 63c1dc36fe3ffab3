package io.dateline.store.query;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads an {@link ArticleQuery} from request parameters. Empty values count as absent, so that a form can be sent as it
 * is; everything wrong is reported at once.
 */
public final class ArticleQueryParser {
    static final int TEXT_LENGTH = 256;
    static final int TEXT_TERMS = 16;
    static final int VALUES = 20;
    static final int VALUE_LENGTH = 300;
    static final int LIMIT = 100;
    static final int DEFAULT_LIMIT = 20;
    private static final int CURSOR_LENGTH = 400;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    private static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");
    private static final Set<String> KNOWN = Set.of(
            "q", "entity", "topic", "place", "source", "lang", "from", "to", "sort", "limit", "cursor", "facets");

    private final Map<String, List<String>> parameters;
    private final List<Problem.Fault> faults = new ArrayList<>();

    private ArticleQueryParser(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /**
     * Parameters of other names are refused: a mistyped filter must not widen an answer in silence.
     *
     * @throws ProblemException {@code invalid-parameter} with one fault for each parameter that is wrong
     */
    public static ArticleQuery parse(Map<String, List<String>> parameters) {
        return parse(parameters, Set.of());
    }

    /** As {@link #parse(Map)}, passing over parameters that are the caller's own. */
    public static ArticleQuery parse(Map<String, List<String>> parameters, Set<String> others) {
        ArticleQueryParser parser = new ArticleQueryParser(parameters);
        parser.refuseUnknown(others);
        ArticleQuery query = parser.read();
        if (!parser.faults.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_PARAMETER, "One or more parameters are not valid.", parser.faults);
        }
        return query;
    }

    private ArticleQuery read() {
        String text = text();
        Instant from = instant("from", false);
        Instant to = instant("to", true);
        if (from != null && to != null && !from.isBefore(to)) {
            fault("to", "must be later than from");
        }
        ArticleQuery.Sort sort = sort();
        if (sort == ArticleQuery.Sort.RELEVANCE && text == null) {
            fault("sort", "relevance needs q");
        }
        List<String> languages = values("lang").stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .toList();
        if (languages.stream().anyMatch(code -> !LANGUAGE.matcher(code).matches())) {
            fault("lang", "is not an ISO 639 code");
        }
        return new ArticleQuery(
                text,
                values("entity"),
                values("topic"),
                values("place"),
                values("source"),
                languages,
                from,
                to,
                sort,
                limit(),
                cursor(),
                facets());
    }

    private void refuseUnknown(Set<String> others) {
        parameters.keySet().stream()
                .filter(name -> !KNOWN.contains(name) && !others.contains(name))
                .sorted()
                .forEach(name -> fault(name.length() > 40 ? name.substring(0, 40) : name, "is no parameter of this"));
    }

    private String text() {
        String text = single("q");
        if (text == null) {
            return null;
        }
        if (text.length() > TEXT_LENGTH) {
            fault("q", "is longer than " + TEXT_LENGTH + " characters");
        } else if (text.split("\\s+").length > TEXT_TERMS) {
            fault("q", "has more than " + TEXT_TERMS + " terms");
        }
        return text;
    }

    private Instant instant(String name, boolean endOfDay) {
        String value = single(name);
        if (value == null) {
            return null;
        }
        try {
            Instant instant = read(value, endOfDay);
            if (!instant.isBefore(EARLIEST) && !instant.isAfter(LATEST)) {
                return instant;
            }
        } catch (DateTimeParseException e) {
            // reported below, like a year that no calendar has
        }
        fault(name, "is not a date (2026-11-23) or a time (2026-11-23T05:00:00Z) of the years 1 to 9999");
        return null;
    }

    /** A date alone means its whole day in UTC: as {@code from} its start, as {@code to} its end. */
    private static Instant read(String value, boolean endOfDay) {
        if (value.length() <= "2026-11-23".length()) {
            LocalDate day = LocalDate.parse(value);
            return (endOfDay ? day.plusDays(1) : day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        return OffsetDateTime.parse(value).toInstant();
    }

    private ArticleQuery.Sort sort() {
        String value = single("sort");
        if (value == null || value.equals("newest")) {
            return ArticleQuery.Sort.NEWEST;
        }
        if (!value.equals("relevance")) {
            fault("sort", "is neither newest nor relevance");
            return ArticleQuery.Sort.NEWEST;
        }
        return ArticleQuery.Sort.RELEVANCE;
    }

    private int limit() {
        String value = single("limit");
        if (value == null) {
            return DEFAULT_LIMIT;
        }
        if (value.matches("\\d{1,4}")) {
            int limit = Integer.parseInt(value);
            if (limit >= 1 && limit <= LIMIT) {
                return limit;
            }
        }
        fault("limit", "is not a number from 1 to " + LIMIT);
        return DEFAULT_LIMIT;
    }

    private String cursor() {
        String value = single("cursor");
        if (value != null && value.length() > CURSOR_LENGTH) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR, "Pass on the next of a page as it is.");
        }
        return value;
    }

    private boolean facets() {
        String value = single("facets");
        if (value != null && !value.equals("true") && !value.equals("false")) {
            fault("facets", "is neither true nor false");
        }
        return "true".equals(value);
    }

    private List<String> values(String name) {
        List<String> values = present(name);
        if (values.size() > VALUES) {
            fault(name, "is given more than " + VALUES + " times");
        }
        if (values.stream().anyMatch(value -> value.length() > VALUE_LENGTH)) {
            fault(name, "is longer than " + VALUE_LENGTH + " characters");
        }
        return values;
    }

    private String single(String name) {
        List<String> values = present(name);
        if (values.size() > 1) {
            fault(name, "is given more than once");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    private List<String> present(String name) {
        List<String> values = parameters.getOrDefault(name, List.of()).stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .distinct()
                .toList();
        if (values.stream().anyMatch(value -> value.indexOf('\0') >= 0)) {
            fault(name, "holds a NUL character");
        }
        return values;
    }

    private void fault(String name, String detail) {
        faults.add(new Problem.Fault(name, detail));
    }
}
