package io.dateline.systemtests.observability;

import io.dateline.systemtests.observability.Promql.LabelMatcher;
import io.dateline.systemtests.observability.Promql.Selector;
import io.dateline.testinfra.MetricSeries;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The committed lists of what each service exposes, which its own suite holds against the running service, and the
 * recording rules on top of them.
 */
final class KnownMetrics {
    /** Given by Prometheus to whatever it scrapes. */
    private static final Set<String> SCRAPED = Set.of("job", "instance");

    private static final List<String> SERVICES = List.of("ingest", "enrich", "store");

    private final Map<String, List<MetricSeries>> exposed = new HashMap<>();
    private final Set<String> recorded;

    /**
     * @param folder   of the lists
     * @param recorded names of recording rules, {@code labels:metric:operation}
     */
    KnownMetrics(Path folder, Set<String> recorded) throws IOException {
        this.recorded = recorded;
        for (String service : SERVICES) {
            List<MetricSeries> series = new ArrayList<>();
            for (String line : Files.readAllLines(folder.resolve(service + ".txt"))) {
                if (!line.startsWith("#")) {
                    series.add(MetricSeries.parse(line));
                }
            }
            exposed.put(service, series);
        }
    }

    /** What is wrong with an expression, in words; empty where it can find something. */
    List<String> troubles(String expression) {
        Promql query = Promql.of(expression);
        List<String> troubles = new ArrayList<>();
        Set<String> labels = new TreeSet<>(SCRAPED);
        for (Selector selector : query.selectors()) {
            Set<String> found = labelsOf(selector);
            if (found.isEmpty()) {
                troubles.add("nothing is exposed that " + selector + " finds, in " + expression);
            }
            labels.addAll(found);
        }
        if (query.selectors().isEmpty()) {
            troubles.add("no metric in " + expression);
        }
        query.groupings().stream()
                .filter(label -> !labels.contains(label))
                .forEach(label -> troubles.add("no label " + label + " in " + expression));
        return troubles;
    }

    /** Labels of all the series it finds, with those of the scrape; empty where it finds none. */
    private Set<String> labelsOf(Selector selector) {
        Set<String> labels = new TreeSet<>();
        if (selector.name().equals("up") || selector.name().equals("ALERTS")) {
            labels.addAll(SCRAPED);
        } else if (selector.name().contains(":")) {
            if (recorded.contains(selector.name())) {
                labels.addAll(List.of(selector.name().split(":")[0].split("_")));
            }
            boolean unknown = selector.matchers().stream().anyMatch(matcher -> !labels.contains(matcher.label()));
            return unknown ? Set.of() : labels;
        } else {
            exposed.forEach((service, all) -> all.stream()
                    .filter(series -> finds(selector, service, series))
                    .forEach(series -> {
                        labels.addAll(series.labels().keySet());
                        labels.addAll(SCRAPED);
                    }));
        }
        return labels;
    }

    private static boolean finds(Selector selector, String service, MetricSeries series) {
        return series.name().equals(selector.name())
                && selector.matchers().stream().allMatch(matcher -> accepts(matcher, service, series));
    }

    private static boolean accepts(LabelMatcher matcher, String service, MetricSeries series) {
        if (matcher.label().equals("job")) {
            return matcher.accepts(service);
        }
        String value = series.labels().get(matcher.label());
        return MetricSeries.ANY.equals(value)
                || SCRAPED.contains(matcher.label())
                || value != null && matcher.accepts(value);
    }
}
