package io.dateline.ingest.poll;

import io.dateline.ingest.feed.FeedStore;
import io.dateline.ingest.history.Fate;
import io.dateline.ingest.history.FeedHistory;
import io.dateline.ingest.history.PollLine;
import io.dateline.ingest.host.HostTurns;
import io.dateline.ingest.host.Release;
import io.dateline.ingest.host.Turn;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.page.LeasedPage;
import io.dateline.ingest.page.PageQueue;
import io.dateline.ingest.websub.LeasedHub;
import io.dateline.ingest.websub.Subscriptions;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;

/**
 * Hands out what is due, one piece of work for each host whose turn has come, and writes down what polls came to, many
 * in a transaction. One that comes back late finds its token gone and writes nothing.
 */
final class PollQueue {
    private static final Duration SOON = Duration.ofSeconds(1);

    private final Database database;
    private final HostTurns turns;

    PollQueue(Database database, HostTurns turns) {
        this.database = database;
        this.turns = turns;
    }

    /** What was handed out, each to be done before its lease ends. */
    record Claimed(List<LeasedFeed> feeds, List<LeasedPage> pages, List<LeasedHub> hubs) {
        int size() {
            return feeds.size() + pages.size() + hubs.size();
        }
    }

    Claimed claim(int most) {
        return database.transaction(connection -> {
            List<Turn> all = turns.claim(connection, most);
            Claimed claimed = new Claimed(
                    FeedRows.lease(connection, of(all, Turn.Kind.FEED)),
                    PageQueue.lease(connection, of(all, Turn.Kind.PAGE)),
                    Subscriptions.lease(connection, of(all, Turn.Kind.HUB)));
            Set<Turn> used = new HashSet<>();
            used.addAll(map(claimed.feeds, LeasedFeed::turn));
            used.addAll(map(claimed.pages, LeasedPage::turn));
            used.addAll(map(claimed.hubs, LeasedHub::turn));
            // Somebody is changing the feed right now, or has just done so: its host's turn comes again.
            HostTurns.release(
                    connection,
                    all.stream()
                            .filter(turn -> !used.contains(turn))
                            .map(turn -> Release.after(turn, SOON))
                            .toList());
            return claimed;
        });
    }

    private static List<Turn> of(List<Turn> turns, Turn.Kind kind) {
        return turns.stream().filter(turn -> turn.kind() == kind).toList();
    }

    private static <T, R> List<R> map(List<T> from, Function<T, R> by) {
        return from.stream().map(by).toList();
    }

    /** The ids of feeds whose lease was lost meanwhile: nothing of those was written. */
    List<String> finish(List<PollOutcome> outcomes) {
        return database.transaction(connection -> finish(connection, outcomes));
    }

    private static List<String> finish(Connection connection, List<PollOutcome> outcomes) throws SQLException {
        Set<String> written = FeedRows.write(connection, outcomes);
        List<PollLine> lines = new ArrayList<>();
        Map<String, Map<Fate, Integer>> counts = new HashMap<>();
        Set<String> told = new HashSet<>();
        List<String> lost = new ArrayList<>();
        for (PollOutcome outcome : outcomes) {
            String id = outcome.feed().id();
            if (!written.contains(id)) {
                lost.add(id);
            } else if (outcome.polled()) {
                lines.add(outcome.line());
                counts.put(id, outcome.counts());
                if (outcome.tells()) {
                    told.add(id);
                }
            }
        }
        FeedHistory.polled(connection, lines);
        FeedHistory.count(connection, counts);
        FeedStore.tell(connection, told);
        HostTurns.release(connection, map(outcomes, PollOutcome::release));
        return lost;
    }
}
