package io.dateline.store.reprocess;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.Rounds;
import io.dateline.store.query.ArticleKeys;
import io.dateline.store.query.ArticleQuery;
import io.dateline.store.query.ArticleReading;
import io.dateline.store.query.QueryText;
import io.dateline.store.reprocess.OtherTagsReading.Pair;
import io.dateline.store.reprocess.Reprocessing.State;
import io.dateline.store.sql.Sql;
import io.dateline.store.write.PendingLists;
import io.dateline.store.write.ShownTags;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jboss.logging.Logger;

/**
 * Takes reprocessings on by one step a second: sends a second's worth of articles, or switches as many as a second allows.
 * Any number of instances may run it, since one of them holds a reprocessing at a time; what was committed is not done again.
 */
@ApplicationScoped
class ReprocessingWorker {
    private static final Logger LOG = Logger.getLogger(ReprocessingWorker.class);
    private static final long SECOND = 1_000_000_000L;
    /** Their writers wait meanwhile. */
    private static final int SWITCHED_AT_ONCE = 20;
    /** Longer than Kafka takes to refuse a record, and than another statement may run. It stops nobody but this reprocessing. */
    private static final String PATIENCE = "SET LOCAL idle_in_transaction_session_timeout = '2min'";

    private final AgroalDataSource dataSource;
    private final ArticleReading articles;
    private final BulkLane lane;
    private final ShownTags tags;
    private final PendingLists pendingLists;

    ReprocessingWorker(
            @DataSource("bulk-writer") AgroalDataSource dataSource,
            ArticleReading articles,
            BulkLane lane,
            PendingLists pendingLists) {
        this.dataSource = dataSource;
        this.articles = articles;
        this.lane = lane;
        this.tags = new ShownTags(dataSource);
        this.pendingLists = pendingLists;
    }

    void onStart(@Observes StartupEvent event, Rounds rounds) {
        rounds.every(Duration.ofSeconds(1), this::step);
    }

    void step() {
        try {
            Sql.transaction(dataSource, connection -> {
                Sql.update(connection, PATIENCE);
                Claimed one = Claimed.take(connection).orElse(null);
                if (one != null) {
                    step(connection, one);
                }
                return null;
            });
        } catch (SQLException e) {
            LOG.warnf("a reprocessing waits for the database: %s", e.getSQLState());
        }
    }

    private void step(Connection connection, Claimed one) throws SQLException {
        try {
            if (one.state() == State.SENDING) {
                send(connection, one);
            } else {
                switchSome(connection, one);
            }
        } catch (ProblemException e) {
            if (e.problem().code().equals(ProblemCode.INVALID_CURSOR.code())) {
                one.again(connection);
            } else {
                one.stumbled(connection, e.problem().code());
            }
        } catch (RuntimeException e) {
            LOG.errorf(e, "a step of reprocessing %d failed and is tried again", one.id());
            one.stumbled(connection, ProblemCode.INTERNAL.code());
        }
    }

    /** A second's worth. */
    private void send(Connection connection, Claimed one) throws SQLException {
        ArticleQuery query = QueryText.parse(one.query()).withPage(one.rate(), one.cursor());
        // Not the month that is gone ends it: an archive that came in later may hold older dates.
        ArticleKeys page = articles.keysLeft(query);
        int sent = 0;
        int from = 0;
        while (from < page.items().size()) {
            int to = Math.min(page.items().size(), from + ArticleReading.DOCUMENTS);
            ArticleReading.Piece piece = articles.heads(page.items().subList(from, to));
            lane.send(
                    piece.articles().stream()
                            .map(stored -> stored.document().article())
                            .toList(),
                    one.id());
            sent += piece.articles().size();
            from += piece.keys();
        }
        one.sent(connection, sent, page.next());
    }

    private void switchSome(Connection connection, Claimed one) throws SQLException {
        long began = System.nanoTime();
        String lastId = one.afterId();
        int lastRevision = one.afterRevision();
        int switched = 0;
        while (System.nanoTime() - began < SECOND) {
            List<Pair> pairs =
                    OtherTagsReading.page(connection, one.id(), one.version(), lastId, lastRevision, SWITCHED_AT_ONCE);
            if (pairs.isEmpty()) {
                one.switched(connection, switched, lastId, lastRevision);
                one.over(connection);
                return;
            }
            try {
                switched += tags.show(switches(pairs, one.state() == State.SWITCHING));
                pendingLists.written();
            } catch (SQLException e) {
                one.switched(connection, switched, lastId, lastRevision);
                one.stumbled(connection, ProblemCode.STORE_UNAVAILABLE.code());
                return;
            }
            Pair last = pairs.get(pairs.size() - 1);
            lastId = last.id();
            lastRevision = last.revision();
        }
        one.switched(connection, switched, lastId, lastRevision);
    }

    private static List<ShownTags.Switch> switches(List<Pair> pairs, boolean forward) {
        List<ShownTags.Switch> switches = new ArrayList<>();
        for (Pair pair : pairs) {
            if (forward != pair.shown() && pair.before() != null) {
                switches.add(
                        forward
                                ? new ShownTags.Switch(
                                        pair.found(),
                                        Objects.requireNonNull(pair.before().enrichment())
                                                .version())
                                : new ShownTags.Switch(pair.before(), null));
            }
        }
        return switches;
    }
}
