package io.dateline.store.story;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.ArticleQueryParser;
import io.dateline.store.query.Criterion;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** Reads a {@link StoryQuery} from request parameters; everything wrong is reported at once. */
public final class StoryQueryParser {
    static final int MOST_SOURCES = 1_000;
    private static final String MIN_SOURCES = "min-sources";
    private static final String SORT = "sort";
    private static final Set<String> PAGING = Set.of("limit", "cursor");
    private static final Set<String> KNOWN = Set.of("from", "to", "limit", "cursor", MIN_SOURCES, SORT);

    private StoryQueryParser() {}

    /** @throws ProblemException {@code invalid-parameter} with one fault for each parameter that is wrong */
    public static StoryQuery parse(Map<String, List<String>> parameters) {
        List<Problem.Fault> faults = new ArrayList<>();
        parameters.keySet().stream()
                .filter(name -> !isKnown(name))
                .sorted()
                .forEach(name -> faults.add(new Problem.Fault(
                        name.length() > 40 ? name.substring(0, 40) : name, "is no parameter of this")));
        int minSources = minSources(parameters.getOrDefault(MIN_SOURCES, List.of()), faults);
        StoryQuery.Sort sort = sort(parameters.getOrDefault(SORT, List.of()), faults);
        ArticleQuery articles = null;
        try {
            articles = ArticleQueryParser.parse(
                    parameters.entrySet().stream()
                            .filter(entry ->
                                    isKnown(entry.getKey()) && !entry.getKey().equals(SORT))
                            .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)),
                    Set.of(MIN_SOURCES));
        } catch (ProblemException e) {
            if (e.problem().errors() == null || faults.isEmpty()) {
                throw e;
            }
            faults.addAll(e.problem().errors());
        }
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_PARAMETER, "One or more parameters are not valid.", faults);
        }
        return new StoryQuery(articles, minSources, sort, key(parameters));
    }

    private static boolean isKnown(String name) {
        return KNOWN.contains(name) || Criterion.of(name).isPresent();
    }

    private static List<String> present(List<String> values) {
        return values.stream()
                .map(String::strip)
                .filter(value -> !value.isEmpty())
                .toList();
    }

    private static StoryQuery.Sort sort(List<String> values, List<Problem.Fault> faults) {
        List<String> present = present(values);
        if (present.isEmpty() || present.equals(List.of("newest"))) {
            return StoryQuery.Sort.NEWEST;
        }
        if (!present.equals(List.of("largest"))) {
            faults.add(new Problem.Fault(SORT, "is neither newest nor largest"));
        }
        return StoryQuery.Sort.LARGEST;
    }

    private static int minSources(List<String> values, List<Problem.Fault> faults) {
        List<String> present = present(values);
        if (present.isEmpty()) {
            return 1;
        }
        String value = present.get(0);
        if (present.size() == 1 && value.matches("\\d{1,4}")) {
            int number = Integer.parseInt(value);
            if (number >= 1 && number <= MOST_SOURCES) {
                return number;
            }
        }
        faults.add(new Problem.Fault(MIN_SOURCES, "is not a number from 1 to " + MOST_SOURCES));
        return 1;
    }

    private static String key(Map<String, List<String>> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .filter(entry -> !PAGING.contains(entry.getKey()))
                        .map(entry -> entry.getKey() + "="
                                + entry.getValue().stream().sorted().toList())
                        .collect(Collectors.joining("&"));
    }
}
