package io.dateline.store.stream;

import io.dateline.store.query.Filter;
import io.dateline.store.stream.ChangeReader.Found;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Tells which changes are for which of many filters, by the rules of the stream. Blocks on the database. */
@ApplicationScoped
public class ChangeMatches {
    private final ChangeReader reader;

    ChangeMatches(ChangeReader reader) {
        this.reader = reader;
    }

    /**
     * A change that at least one of the filters asked about matches.
     *
     * @param filters never empty
     */
    public record Match(Change change, Set<Filter> filters) {
        public Match {
            filters = Set.copyOf(filters);
        }
    }

    /**
     * Changes in order.
     *
     * @param last seq of the last change looked at, from which to go on
     */
    public record Page(long last, List<Match> matches) {
        public Page {
            matches = List.copyOf(matches);
        }
    }

    /**
     * Looks at changes after {@code after}, at most {@code limit}.
     *
     * @throws io.dateline.contracts.http.ProblemException {@code query-timeout}: fewer at once may do; or
     *     {@code store-unavailable}
     */
    public Page read(long after, int limit, Set<Filter> filters) {
        List<Filter> deep = filters.stream().filter(Filter::deep).toList();
        List<Match> matches = new ArrayList<>();
        long last = after;
        for (Found found : reader.read(after, limit, deep)) {
            last = found.change().seq();
            Set<Filter> fit = fit(found, filters);
            if (!fit.isEmpty()) {
                matches.add(new Match(found.change(), fit));
            }
        }
        return new Page(last, matches);
    }

    private static Set<Filter> fit(Found found, Iterable<Filter> filters) {
        Set<Filter> fit = new HashSet<>();
        for (Filter filter : filters) {
            if (new ChangeFilter(filter).matches(found)) {
                fit.add(filter);
            }
        }
        return fit;
    }
}
