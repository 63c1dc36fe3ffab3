package io.dateline.store.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What the ids that articles are filtered by are called. Every call blocks on the database. */
@ApplicationScoped
public class TagNames {
    private final ReadPool pool;

    TagNames(ReadPool pool) {
        this.pool = pool;
    }

    /**
     * Names by parameter, without its {@code not-}, and value: {@code place:AZ} is Azerbaijan. Without those of values
     * that are no ids, or that the store knows no name of.
     *
     * @param parameters of a search that was found valid
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Map<String, String> of(Map<String, List<String>> parameters) {
        Map<String, List<String>> tags = new HashMap<>();
        parameters.forEach((name, values) -> Criterion.of(name)
                .ifPresent(criterion -> values.forEach(
                        value -> tags.put(criterion.parameter() + ":" + value, tags(criterion, value)))));
        List<String> all = tags.values().stream().flatMap(List::stream).toList();
        if (all.isEmpty()) {
            return Map.of();
        }
        Labels labels = pool.ask(connection -> Labels.read(connection, all));
        Map<String, String> names = new HashMap<>();
        tags.forEach((key, kinds) -> label(labels, kinds).ifPresent(name -> names.put(key, name)));
        return names;
    }

    private static List<String> tags(Criterion criterion, String value) {
        return criterion.namedAs().stream()
                .map(kind -> kind + ":" + criterion.id(value))
                .toList();
    }

    private static Optional<String> label(Labels labels, List<String> tags) {
        return tags.stream()
                .filter(labels.byTag()::containsKey)
                .map(labels.byTag()::get)
                .findFirst();
    }
}
