package io.dateline.store.story;

import io.dateline.store.sql.Sql;
import io.dateline.store.story.ArrivalReader.Page;
import io.dateline.store.story.Ledger.Kind;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Builds stories batch by batch: lock, cursor and rows in one transaction. What it holds in memory is a copy of what the
 * tables hold; whenever it cannot be sure of that (another instance wrote, a transaction failed) it forgets it and reads
 * again. Not thread-safe.
 */
final class StoryBuilder {
    private static final long UNKNOWN = -1;

    private final DataSource dataSource;
    private final String instance;
    private final Settings settings;
    private final Progress progress;
    private final Window window;
    private DayReader reader;
    private long version = UNKNOWN;

    /** @param instance of this service, different from every other's */
    StoryBuilder(DataSource dataSource, String instance, Settings settings, Progress progress) {
        this.dataSource = dataSource;
        this.instance = instance;
        this.settings = settings;
        this.progress = progress;
        this.window = new Window(day -> reader.read(day), settings.perDay(), settings.inMemory());
    }

    /**
     * @param batch    changes of one transaction, at most
     * @param lease    how long the others wait for an instance that is silent
     * @param perDay   articles of a day that later ones are compared with
     * @param inMemory articles in memory between transactions, about
     */
    record Settings(int batch, Duration lease, int perDay, int inMemory) {}

    /** Told after each commit. */
    interface Progress {
        void committed(boolean late, int articles, Map<Kind, Integer> changes);
    }

    /** What a step found. */
    enum Outcome {
        WORKED,
        NOTHING_NEW,
        ANOTHER_BUILDS
    }

    /** Takes the next batch: news if there is any, late articles otherwise. */
    Outcome step() throws SQLException {
        try {
            return Sql.transaction(dataSource, connection -> {
                Optional<StoryCursor> cursor = StoryCursor.lock(connection, instance, settings.lease());
                return cursor.isEmpty() ? Outcome.ANOTHER_BUILDS : step(connection, cursor.get());
            });
        } catch (Throwable e) {
            // How far the tables are is known again when they have been asked.
            version = UNKNOWN;
            throw e;
        }
    }

    /** Lets another instance go on at once. */
    void release() throws SQLException {
        Sql.transaction(dataSource, connection -> {
            StoryCursor.release(connection, instance);
            return null;
        });
    }

    private Outcome step(Connection connection, StoryCursor cursor) throws SQLException {
        Page live = ArrivalReader.live(connection, cursor.live(), settings.batch());
        boolean late = live.looked() == 0;
        Page page = late ? ArrivalReader.late(connection, cursor.late(), cursor.live(), settings.batch()) : live;
        if (page.looked() == 0 && !cursor.due()) {
            return Outcome.NOTHING_NEW;
        }
        if (version != cursor.version()) {
            window.clear();
        }
        TableLedger ledger = new TableLedger(connection);
        reader = new DayReader(connection, ledger);
        int articles = build(page.arrivals(), ledger);
        ledger.flush();
        cursor.move(
                connection,
                late ? cursor.live() : page.last(),
                late ? page.last() : cursor.late(),
                instance,
                settings.lease());
        connection.commit();
        version = cursor.version() + 1;
        window.shrink();
        progress.committed(late, articles, ledger.counts());
        return page.looked() == 0 ? Outcome.NOTHING_NEW : Outcome.WORKED;
    }

    private int build(List<Arrival> arrivals, TableLedger ledger) throws SQLException {
        Map<String, Integer> days =
                reader.days(arrivals.stream().map(Arrival::articleId).toList());
        Clusterer clusterer = new Clusterer(window, ledger);
        int articles = 0;
        for (Arrival arrival : arrivals) {
            Integer day = days.get(arrival.articleId());
            if (day != null && window.member(arrival.articleId()) == null) {
                window.around(day);
            }
            ledger.cause(arrival.seq());
            articles += clusterer.take(arrival) ? 1 : 0;
        }
        return articles;
    }
}
