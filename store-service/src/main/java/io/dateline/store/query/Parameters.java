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
import java.util.Collection;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The parameters of a request, read one by one; everything wrong is gathered and reported at once. Empty values count as
 * absent, so that a form can be sent as it is.
 */
final class Parameters {
    static final int LIMIT = 100;
    static final int DEFAULT_LIMIT = 20;
    static final int VALUES = 20;
    static final int VALUE_LENGTH = 300;
    private static final int CURSOR_LENGTH = 1_000;
    private static final Pattern DECIMAL = Pattern.compile("\\d(\\.\\d{1,9})?");
    static final Instant EARLIEST = Instant.parse("0001-01-01T00:00:00Z");
    static final Instant LATEST = Instant.parse("9999-12-31T23:59:59Z");

    private final Map<String, List<String>> parameters;
    private final List<Problem.Fault> faults = new ArrayList<>();

    Parameters(Map<String, List<String>> parameters) {
        this.parameters = parameters;
    }

    /** Parameters of other names are refused: a mistyped filter must not widen an answer in silence. */
    void refuseUnknown(Predicate<String> known) {
        parameters.keySet().stream()
                .filter(known.negate())
                .sorted()
                .forEach(name -> fault(name.length() > 40 ? name.substring(0, 40) : name, "is no parameter of this"));
    }

    void fault(String name, String detail) {
        faults.add(new Problem.Fault(name, detail));
    }

    /** @throws ProblemException {@code invalid-parameter} with one fault for each parameter that is wrong */
    void throwFaults() {
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "One or more parameters are not valid.", faults);
        }
    }

    /** Of all that are given with a value. */
    Set<String> names() {
        return parameters.keySet().stream()
                .filter(name -> parameters.get(name).stream().anyMatch(value -> !value.isBlank()))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    List<String> values(String name) {
        return values(name, VALUE_LENGTH);
    }

    private List<String> values(String name, int longest) {
        List<String> values = present(name);
        if (values.size() > VALUES) {
            fault(name, "is given more than " + VALUES + " times");
        }
        if (values.stream().anyMatch(value -> value.length() > longest)) {
            fault(name, "is longer than " + longest + " characters");
        }
        return values;
    }

    /** Null where it is not given. */
    String single(String name) {
        List<String> values = present(name);
        if (values.size() > 1) {
            fault(name, "is given more than once");
        }
        return values.isEmpty() ? null : values.get(0);
    }

    /** From {@code <prefix>from} to {@code <prefix>to}; a day alone means its whole day in UTC. */
    Period period(String prefix) {
        Instant from = instant(prefix + "from", false);
        Instant to = instant(prefix + "to", true);
        if (from != null && to != null && !from.isBefore(to)) {
            fault(prefix + "to", "must be later than " + prefix + "from");
        }
        return new Period(from, to);
    }

    int number(String name, int least, int most, int standard) {
        String value = single(name);
        if (value == null) {
            return standard;
        }
        if (value.matches("\\d{1,9}")) {
            int number = Integer.parseInt(value);
            if (number >= least && number <= most) {
                return number;
            }
        }
        fault(name, "is not a number from " + least + " to " + most);
        return standard;
    }

    /** The values of exact filters, by criterion; of those that are given. */
    Map<Criterion, List<String>> exact(String prefix, Collection<Criterion> criteria) {
        Map<Criterion, List<String>> exact = new EnumMap<>(Criterion.class);
        for (Criterion criterion : criteria) {
            String name = prefix + criterion.parameter();
            List<String> values = values(name, criterion.longest());
            values.stream()
                    .filter(value -> value.length() <= criterion.longest())
                    .map(criterion::fault)
                    .filter(Objects::nonNull)
                    .findFirst()
                    .ifPresent(fault -> fault(name, fault));
            if (!values.isEmpty()) {
                exact.put(criterion, values);
            }
        }
        return exact;
    }

    /** A number from 0 to 1, or null where it is not given. */
    Double fraction(String name) {
        String value = single(name);
        if (value == null) {
            return null;
        }
        if (DECIMAL.matcher(value).matches()) {
            double fraction = Double.parseDouble(value);
            if (fraction <= 1) {
                return fraction;
            }
        }
        fault(name, "is not a number from 0 to 1");
        return null;
    }

    /**
     * As given, or null.
     *
     * @throws ProblemException {@code invalid-cursor} where it is longer than any of ours
     */
    String cursor() {
        String value = single("cursor");
        if (value != null && value.length() > CURSOR_LENGTH) {
            throw new ProblemException(ProblemCode.INVALID_CURSOR, "Pass on the next of a page as it is.");
        }
        return value;
    }

    boolean flag(String name) {
        String value = single(name);
        if (value != null && !value.equals("true") && !value.equals("false")) {
            fault(name, "is neither true nor false");
        }
        return "true".equals(value);
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

    private static Instant read(String value, boolean endOfDay) {
        if (value.length() <= "2026-11-23".length()) {
            LocalDate day = LocalDate.parse(value);
            return (endOfDay ? day.plusDays(1) : day)
                    .atStartOfDay(ZoneOffset.UTC)
                    .toInstant();
        }
        return OffsetDateTime.parse(value).toInstant();
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
}
