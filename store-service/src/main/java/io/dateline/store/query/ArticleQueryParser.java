package io.dateline.store.query;

import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleQuery.Sort;
import io.dateline.store.query.ArticleQuery.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** Reads an {@link ArticleQuery} from request parameters; everything wrong is reported at once. */
public final class ArticleQueryParser {
    static final int TEXT_LENGTH = 256;
    static final int TEXT_TERMS = 16;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}");
    private static final Pattern DECIMAL = Pattern.compile("-?\\d{1,4}(\\.\\d{1,9})?");
    private static final Set<String> SINGLE = Set.of(
            "q",
            "in",
            "near",
            "min-salience",
            "from",
            "to",
            "stored-from",
            "stored-to",
            "mentioned-from",
            "mentioned-to",
            "event-from",
            "event-to",
            "sort",
            "limit",
            "cursor",
            "facets",
            "highlight");

    private static final Set<String> PAGING = Set.of("sort", "limit", "cursor", "facets", "highlight");

    private final Parameters parameters;

    private ArticleQueryParser(Parameters parameters) {
        this.parameters = parameters;
    }

    /**
     * Parameters of other names are refused.
     *
     * @throws ProblemException {@code invalid-parameter} with one fault for each parameter that is wrong
     */
    public static ArticleQuery parse(Map<String, List<String>> parameters) {
        return parse(parameters, Set.of());
    }

    /** As {@link #parse(Map)}, passing over parameters that are the caller's own. */
    public static ArticleQuery parse(Map<String, List<String>> parameters, Set<String> others) {
        Parameters read = new Parameters(parameters);
        read.refuseUnknown(name -> others.contains(name)
                || SINGLE.contains(name)
                || Criterion.of(name).isPresent());
        ArticleQuery query = new ArticleQueryParser(read).read();
        read.throwFaults();
        return query;
    }

    /** The filters alone: what orders and pages is refused too, but for the caller's own. */
    public static ArticleQuery parseFilters(Map<String, List<String>> parameters, Set<String> own) {
        Parameters faults = new Parameters(parameters);
        faults.refuseUnknown(name -> own.contains(name) || !PAGING.contains(name));
        faults.throwFaults();
        Map<String, List<String>> others = new HashMap<>(parameters);
        others.keySet().removeAll(own);
        return parse(others);
    }

    private ArticleQuery read() {
        String text = text();
        Map<Criterion, List<String>> wanted = exact("");
        Map<Criterion, List<String>> unwanted = exact(Criterion.NOT);
        Double minSalience = minSalience(wanted);
        Sort sort = sort();
        if (sort == Sort.RELEVANCE && text == null) {
            parameters.fault("sort", "relevance needs q");
        }
        if (sort == Sort.SALIENCE && !wanted.containsKey(Criterion.ENTITY)) {
            parameters.fault("sort", "salience needs entity");
        }
        Where in = in();
        if (in != Where.ANYWHERE && text == null) {
            parameters.fault("in", "needs q");
        }
        boolean highlight = parameters.flag("highlight");
        if (highlight && text == null) {
            parameters.fault("highlight", "needs q");
        }
        return new ArticleQuery(
                text,
                in,
                wanted,
                unwanted,
                near(),
                minSalience,
                parameters.period(""),
                parameters.period("stored-"),
                parameters.period("mentioned-"),
                parameters.period("event-"),
                sort,
                parameters.number("limit", 1, Parameters.LIMIT, Parameters.DEFAULT_LIMIT),
                parameters.cursor(),
                parameters.flag("facets"),
                highlight);
    }

    private Map<Criterion, List<String>> exact(String prefix) {
        Map<Criterion, List<String>> exact = parameters.exact(prefix, List.of(Criterion.values()));
        if (exact.getOrDefault(Criterion.LANGUAGE, List.of()).stream()
                .map(code -> code.toLowerCase(Locale.ROOT))
                .anyMatch(code -> !LANGUAGE.matcher(code).matches())) {
            parameters.fault(prefix + Criterion.LANGUAGE.parameter(), "is not an ISO 639 code");
        }
        return exact;
    }

    private String text() {
        String text = parameters.single("q");
        if (text == null) {
            return null;
        }
        if (text.length() > TEXT_LENGTH) {
            parameters.fault("q", "is longer than " + TEXT_LENGTH + " characters");
        } else if (text.split("\\s+").length > TEXT_TERMS) {
            parameters.fault("q", "has more than " + TEXT_TERMS + " terms");
        }
        return text;
    }

    private Where in() {
        String value = parameters.single("in");
        if (value == null) {
            return Where.ANYWHERE;
        }
        return switch (value) {
            case "title" -> Where.TITLE;
            case "body" -> Where.BODY;
            default -> {
                parameters.fault("in", "is neither title nor body");
                yield Where.ANYWHERE;
            }
        };
    }

    private Near near() {
        String value = parameters.single("near");
        if (value == null) {
            return null;
        }
        String[] parts = value.split(",", -1);
        if (parts.length == 3
                && DECIMAL.matcher(parts[0]).matches()
                && DECIMAL.matcher(parts[1]).matches()
                && DECIMAL.matcher(parts[2]).matches()) {
            Near near =
                    new Near(Double.parseDouble(parts[0]), Double.parseDouble(parts[1]), Double.parseDouble(parts[2]));
            if (Math.abs(near.latitude()) <= 90
                    && Math.abs(near.longitude()) <= 180
                    && near.kilometres() >= 1
                    && near.kilometres() <= Near.WIDEST) {
                return near;
            }
        }
        parameters.fault("near", "is not latitude,longitude,kilometres (40.4,49.9,50), at most 1000 kilometres");
        return null;
    }

    private Double minSalience(Map<Criterion, List<String>> wanted) {
        Double least = parameters.fraction("min-salience");
        if (least != null && !wanted.containsKey(Criterion.ENTITY)) {
            parameters.fault("min-salience", "needs entity");
        }
        return least;
    }

    private Sort sort() {
        String value = parameters.single("sort");
        if (value == null) {
            return Sort.NEWEST;
        }
        return switch (value) {
            case "newest" -> Sort.NEWEST;
            case "relevance" -> Sort.RELEVANCE;
            case "salience" -> Sort.SALIENCE;
            default -> {
                parameters.fault("sort", "is neither newest, relevance nor salience");
                yield Sort.NEWEST;
            }
        };
    }
}
