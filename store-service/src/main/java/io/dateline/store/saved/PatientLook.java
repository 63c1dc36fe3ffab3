package io.dateline.store.saved;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.Filter;
import io.dateline.store.stream.Change;
import io.dateline.store.stream.ChangeMatches.Match;
import io.dateline.store.stream.ChangeMatches.Page;
import java.time.Duration;
import java.time.InstantSource;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Looks at changes. One that cannot be read is tried for a while, and then left out by those whose filters cannot be
 * matched with it; while the database answers nothing else either, everybody waits. Not thread-safe.
 */
final class PatientLook {
    private static final Logger LOG = Logger.getLogger(PatientLook.class);
    /** Trying filters one by one ends after so long: the lease must not run out under it. */
    private static final Duration LONG = Duration.ofSeconds(5);

    private final Matcher.Changes changes;
    private final Patience patience;

    PatientLook(Matcher.Changes changes, InstantSource clock) {
        this.changes = changes;
        this.patience = new Patience(clock, Matcher.PATIENCE);
    }

    /**
     * What was found.
     *
     * @param open   filters with which it was not looked at yet
     * @param untold filters with which it cannot be looked at
     */
    record Found(Page page, Set<Filter> open, Set<Filter> untold) {}

    /** @throws ProblemException {@code query-timeout} or {@code store-unavailable} */
    Found read(long from, int limit, Set<Filter> filters) {
        try {
            Page page = changes.read(from, limit, filters);
            patience.restore(from);
            return new Found(page, Set.of(), Set.of());
        } catch (RuntimeException e) {
            if (limit > 1 || !stubborn(e)) {
                throw e;
            }
            if (!Unreadable.says(e) && !answers(from) && !answers(from + 1)) {
                // It may be locked, or its disk stand still. Once it answers, the time begins anew.
                patience.restore(from);
                throw e;
            }
            if (!patience.isOver(from)) {
                throw e;
            }
            return oneByOne(from, filters);
        }
    }

    static boolean timeout(RuntimeException e) {
        return e instanceof ProblemException problem
                && problem.problem().code().equals(ProblemCode.QUERY_TIMEOUT.code());
    }

    private static boolean stubborn(RuntimeException e) {
        return timeout(e) || Unreadable.says(e);
    }

    /** Whether there is something after a place that the database can read where nothing is to be matched with it. */
    private boolean answers(long after) {
        try {
            return changes.read(after, 1, Set.of()).last() > after;
        } catch (RuntimeException e) {
            if (!stubborn(e)) {
                throw e;
            }
            return Unreadable.says(e);
        }
    }

    private Found oneByOne(long from, Set<Filter> filters) {
        long begun = System.nanoTime();
        Set<Filter> open = new HashSet<>(filters);
        Set<Filter> untold = new HashSet<>();
        Set<Filter> fit = new HashSet<>();
        Change change = null;
        for (Filter filter : filters) {
            try {
                for (Match match : changes.read(from, 1, Set.of(filter)).matches()) {
                    change = match.change();
                    fit.add(filter);
                }
            } catch (RuntimeException e) {
                if (!stubborn(e)) {
                    throw e;
                }
                LOG.errorf(e, "change %d cannot be read: what waits for it goes on without it", from + 1);
                untold.add(filter);
            }
            open.remove(filter);
            if (System.nanoTime() - begun > LONG.toNanos()) {
                break;
            }
        }
        List<Match> matches = change == null ? List.of() : List.of(new Match(change, fit));
        return new Found(new Page(from + 1, matches), open, untold);
    }
}
