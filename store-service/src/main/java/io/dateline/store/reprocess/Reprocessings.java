package io.dateline.store.reprocess;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.QueryText;
import io.dateline.store.query.ReadPool;
import io.dateline.store.reprocess.OtherTagsReading.Pair;
import io.dateline.store.reprocess.Reprocessing.Found;
import io.dateline.store.reprocess.Reprocessing.State;
import io.dateline.store.sql.Sql;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.SQLException;
import java.util.List;

/** Reprocessings as they are asked for. Every call blocks on the database and may answer {@code store-unavailable}. */
@ApplicationScoped
public class Reprocessings {
    /** A report compares so many articles at most. */
    static final int COMPARED = 5_000;

    /** With its tags, twice, an article may have millions of characters. */
    private static final int PAGE = 10;

    /** The instance that sends holds its row while Kafka is away, for up to half a minute: nobody waits for that. */
    private static final String HASTE = "SET LOCAL lock_timeout = '2s'";

    private final ReadPool pool;
    private final AgroalDataSource writing;
    private final OneReport reports = new OneReport();

    Reprocessings(ReadPool pool, @DataSource("bulk-writer") AgroalDataSource writing) {
        this.pool = pool;
        this.writing = writing;
    }

    /** The newest hundred, newest first, without what came back. */
    public List<Reprocessing> list() {
        return pool.ask(ReprocessingTable::list);
    }

    /** @throws ProblemException {@code not-found} */
    public Reprocessing get(long id) {
        return pool.ask(connection -> ReprocessingTable.get(connection, id)).orElseThrow(Reprocessings::unknown);
    }

    private Reprocessing find(long id) {
        return pool.ask(connection -> ReprocessingTable.find(connection, id)).orElseThrow(Reprocessings::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no reprocessing of this number.");
    }

    /** @throws ProblemException {@code invalid-parameter} */
    public Reprocessing begin(ReprocessingRequest request) {
        String query = QueryText.canonical(request.query());
        return write(connection -> ReprocessingTable.insert(connection, query, request.rate()));
    }

    /**
     * @param rate articles a second from now on, or null for as many as before
     * @throws ProblemException {@code not-found}
     */
    public Reprocessing pause(long id, boolean paused, Integer rate) {
        find(id);
        write(connection -> ReprocessingTable.pause(connection, id, paused, rate));
        return find(id);
    }

    /** @throws ProblemException {@code not-found} or {@code not-now} */
    public Reprocessing stop(long id) {
        return become(id, State.STOPPED, null, List.of(State.SENDING, State.SENT));
    }

    /**
     * Shows the tags it found in place of those shown now.
     *
     * @param version which of them, where it found several; null where it found one
     * @throws ProblemException {@code not-found} or {@code not-now}
     */
    public Reprocessing switchOver(long id, String version) {
        return become(
                id, State.SWITCHING, version(get(id), version), List.of(State.SENT, State.STOPPED, State.SWITCHED));
    }

    /**
     * Shows again what was shown before the switch; also of one that is under way.
     *
     * @throws ProblemException {@code not-found} or {@code not-now}
     */
    public Reprocessing switchBack(long id) {
        Reprocessing one = find(id);
        return become(id, State.SWITCHING_BACK, one.version(), List.of(State.SWITCHED, State.SWITCHING));
    }

    private Reprocessing become(long id, State state, String version, List<State> from) {
        Reprocessing one = find(id);
        if (!write(connection -> ReprocessingTable.become(connection, id, state, version, from))) {
            throw new ProblemException(
                    ProblemCode.NOT_NOW, "It is " + one.state().label() + "; look at its state and wait for it.");
        }
        return find(id);
    }

    /**
     * Compares the tags it found with those shown before them, of {@value #COMPARED} articles at most.
     *
     * @param version which of them, where it found several; null where it found one
     * @throws ProblemException {@code not-found}, {@code not-now}, or {@code too-many-requests} while another is being made
     */
    public ReprocessingReport report(long id, String version) {
        return reports.make(() -> compared(id, version));
    }

    private ReprocessingReport compared(long id, String version) {
        Reprocessing one = get(id);
        String of = version(one, version);
        TagChanges changes = new TagChanges();
        Pair last = null;
        int compared = 0;
        while (compared < COMPARED) {
            Pair after = last;
            List<Pair> pairs = pool.ask(connection -> OtherTagsReading.page(
                    connection, id, of, after == null ? "" : after.id(), after == null ? 0 : after.revision(), PAGE));
            if (pairs.isEmpty()) {
                return changes.report(of, false);
            }
            for (Pair pair : pairs) {
                // Found by the very version that is shown already: there is nothing it could change.
                changes.add(pair.before() == null && pair.shown() ? pair.found() : pair.before(), pair.found());
            }
            compared += pairs.size();
            last = pairs.get(pairs.size() - 1);
        }
        return changes.report(of, true);
    }

    private static String version(Reprocessing one, String wanted) {
        List<String> found = one.versions().stream().map(Found::version).toList();
        if (wanted == null && found.size() == 1) {
            return found.get(0);
        }
        if (wanted != null && found.contains(wanted)) {
            return wanted;
        }
        throw new ProblemException(
                ProblemCode.NOT_NOW,
                found.isEmpty()
                        ? "No tags have come back yet."
                        : "Say which version: " + String.join(", ", found) + ".");
    }

    private <T> T write(Sql.Work<T> work) {
        try {
            return Sql.transaction(writing, connection -> {
                Sql.update(connection, HASTE);
                return work.with(connection);
            });
        } catch (SQLException e) {
            throw new ProblemException(
                    ProblemCode.STORE_UNAVAILABLE, "Nothing was changed. Try again in a few seconds.");
        }
    }
}
