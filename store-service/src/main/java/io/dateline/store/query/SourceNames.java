package io.dateline.store.query;

import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What sources are called. Every call blocks on the database. */
@ApplicationScoped
public class SourceNames {
    private final ReadPool pool;

    SourceNames(ReadPool pool) {
        this.pool = pool;
    }

    /**
     * Names by ids; the id itself where the store knows no name.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout} or {@code store-unavailable}
     */
    public Map<String, String> of(Collection<String> ids) {
        Labels labels = pool.ask(connection ->
                Labels.read(connection, ids.stream().map(id -> "source:" + id).toList()));
        return ids.stream().distinct().collect(Collectors.toMap(Function.identity(), id -> labels.of("source", id)));
    }
}
