package io.dateline.store.query;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleQuery.Duplicates;
import io.dateline.store.query.ArticleQuery.Sort;
import io.dateline.store.query.ArticleQuery.Where;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Reads an {@link ArticleQuery} from request parameters; everything wrong is reported at once. */
public final class ArticleQueryParser {
    static final int TEXT_LENGTH = 400;
    private static final Set<String> SINGLE = Set.of(
            "q",
            "in",
            "near",
            "min-salience",
            "dup",
            "status",
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

    private static final Set<String> WITH_CANCELED = Set.of(
            "status",
            "source",
            "not-source",
            "feed",
            "not-feed",
            "from",
            "to",
            "stored-from",
            "stored-to",
            "sort",
            "limit",
            "cursor");

    private static final Set<String> NO_FILTERS = Set.of("sort", "limit", "cursor", "facets", "highlight", "status");

    /** What is known of an article only some time after it was stored, or never shown of it. */
    private static final Set<String> NOT_FOLLOWED = Set.of("dup", "status");

    private final Parameters parameters;
    private final Set<String> others;

    private ArticleQueryParser(Parameters parameters, Set<String> others) {
        this.parameters = parameters;
        this.others = others;
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
        ArticleQuery query = new ArticleQueryParser(read, others).read();
        read.throwFaults();
        return query;
    }

    /** As {@link #parseFilters}, for a question that is asked of every change as it comes. */
    public static ArticleQuery parseFollowed(Map<String, List<String>> parameters, Set<String> others) {
        Parameters read = new Parameters(parameters);
        read.names().stream()
                .filter(NOT_FOLLOWED::contains)
                .forEach(name -> read.fault(name, "cannot be asked of changes, which come before stories are built"));
        read.throwFaults();
        return parseFilters(parameters, others);
    }

    /** The filters alone: what orders and pages is refused too, but for the caller's own. */
    public static ArticleQuery parseFilters(Map<String, List<String>> parameters, Set<String> own) {
        Parameters faults = new Parameters(parameters);
        faults.refuseUnknown(name -> own.contains(name) || !NO_FILTERS.contains(name));
        faults.throwFaults();
        Map<String, List<String>> others = new HashMap<>(parameters);
        others.keySet().removeAll(own);
        return parse(others);
    }

    private ArticleQuery read() {
        String text = text();
        Map<Criterion, List<String>> wanted = parameters.exact("", List.of(Criterion.values()));
        Map<Criterion, List<String>> unwanted = parameters.exact(Criterion.NOT, List.of(Criterion.values()));
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
        ArticleStatus status = status();
        return new ArticleQuery(
                text,
                in,
                wanted,
                unwanted,
                near(),
                minSalience,
                duplicates(),
                status,
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

    private String text() {
        String text = parameters.single("q");
        if (text == null) {
            return null;
        }
        if (text.length() > TEXT_LENGTH) {
            parameters.fault("q", "is longer than " + TEXT_LENGTH + " characters");
            return text;
        }
        try {
            TextQuery.read(text);
        } catch (TextQuery.Malformed e) {
            parameters.fault("q", e.getMessage());
        }
        return text;
    }

    private Duplicates duplicates() {
        return choice(
                "dup",
                Map.of("all", Duplicates.ALL, "originals", Duplicates.ORIGINALS, "story", Duplicates.STORY),
                Duplicates.ALL);
    }

    /** Of what was withdrawn nothing is told that its text says, not even by what it is found by. */
    private ArticleStatus status() {
        ArticleStatus status = choice(
                "status",
                Map.of("usable", ArticleStatus.USABLE, "canceled", ArticleStatus.CANCELED),
                ArticleStatus.USABLE);
        if (status == ArticleStatus.CANCELED) {
            parameters.names().stream()
                    .filter(name -> !WITH_CANCELED.contains(name) && !others.contains(name))
                    .forEach(name -> parameters.fault(name, "cannot be asked of articles that were withdrawn"));
        }
        return status;
    }

    private Where in() {
        return choice("in", Map.of("title", Where.TITLE, "body", Where.BODY), Where.ANYWHERE);
    }

    private <T> T choice(String name, Map<String, T> choices, T standard) {
        String value = parameters.single(name);
        if (value == null) {
            return standard;
        }
        if (!choices.containsKey(value)) {
            parameters.fault(name, "is none of " + String.join(", ", new TreeSet<>(choices.keySet())));
        }
        return choices.getOrDefault(value, standard);
    }

    private Near near() {
        String value = parameters.single("near");
        if (value == null) {
            return null;
        }
        Optional<Near> near = Near.read(value);
        if (near.isEmpty()) {
            parameters.fault("near", "is not latitude,longitude,kilometres (40.4,49.9,50), at most 1000 kilometres");
        }
        return near.orElse(null);
    }

    private Double minSalience(Map<Criterion, List<String>> wanted) {
        Double least = parameters.fraction("min-salience");
        if (least != null && !wanted.containsKey(Criterion.ENTITY)) {
            parameters.fault("min-salience", "needs entity");
        }
        return least;
    }

    private Sort sort() {
        return choice(
                "sort",
                Map.of(
                        "newest",
                        Sort.NEWEST,
                        "oldest",
                        Sort.OLDEST,
                        "relevance",
                        Sort.RELEVANCE,
                        "salience",
                        Sort.SALIENCE),
                Sort.NEWEST);
    }
}
