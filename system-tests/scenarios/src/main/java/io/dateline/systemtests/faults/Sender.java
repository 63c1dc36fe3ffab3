package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Sends pieces as a sender would that trusts only a 202: whatever else comes back, it sends the same again. Sends no
 * further than it is let, so that every fault strikes a flow.
 */
final class Sender {
    private static final Duration PATIENCE = Duration.ofMinutes(3);
    private static final Duration AGAIN = Duration.ofMillis(200);

    private final Http http = new Http();
    private final List<String> ingest;
    private int turn;
    private final List<Input.Piece> pieces;
    private final List<Sent> accepted = new CopyOnWriteArrayList<>();
    private final Thread thread = new Thread(this::send, "sender");
    private volatile int let;
    private volatile int done;
    private volatile boolean ended;
    private volatile RuntimeException failure;

    /** @param ingest base addresses of the instances of ingest, each of which is asked in its turn, whether it answers or not */
    Sender(List<String> ingest, List<Input.Piece> pieces) {
        this.ingest = ingest;
        this.pieces = pieces;
        thread.setDaemon(true);
        thread.start();
    }

    /** Lets it send the first {@code pieces} of all. */
    void let(int pieces) {
        let = pieces;
    }

    /** Pieces that were accepted. */
    int done() {
        if (failure != null) {
            throw new IllegalStateException("sending failed", failure);
        }
        return done;
    }

    /** Revisions that were accepted, in order. */
    List<Sent> accepted() {
        return List.copyOf(accepted);
    }

    /** Sends nothing more; returns when nothing is under way. */
    void end() {
        ended = true;
        try {
            thread.join(PATIENCE.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private void send() {
        try {
            while (!ended && done < pieces.size()) {
                if (done < let) {
                    Input.Piece piece = pieces.get(done);
                    deliver(piece);
                    accepted.addAll(piece.sent());
                    done++;
                } else {
                    Await.pause(Duration.ofMillis(10));
                }
            }
        } catch (RuntimeException e) {
            failure = e;
        }
    }

    private void deliver(Input.Piece piece) {
        long deadline = System.nanoTime() + PATIENCE.toNanos();
        while (!accepted(piece)) {
            if (System.nanoTime() > deadline) {
                throw new IllegalStateException("a piece was not accepted within " + PATIENCE.toSeconds() + " s");
            }
            Await.pause(AGAIN);
        }
    }

    private boolean accepted(Input.Piece piece) {
        try {
            var answer = http.post(
                    ingest.get(turn++ % ingest.size()) + "/api/articles", "application/x-ndjson", piece.lines());
            if (answer.statusCode() != 202) {
                return false;
            }
            if (!Http.parse(answer.body()).path("rejected").isEmpty()) {
                throw new IllegalStateException("good articles were refused: " + answer.body());
            }
            return true;
        } catch (UncheckedIOException away) {
            return false;
        }
    }
}
