package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;

/** Processes that are killed, stopped or stand still; always by the id of a process that this run started. */
final class ProcessFaults {
    /** Consumers commit what they have acknowledged every five seconds: by then a store that says so too early has said it. */
    private static final Duration PAST_A_COMMIT_OF_OFFSETS = Duration.ofSeconds(7);

    /** Until its stand-in has noticed, has the partitions, and has read what the frozen one holds in its hands. */
    private static final Duration TAKE_OVER = Duration.ofSeconds(12);

    private static final Duration COME_BACK = Duration.ofSeconds(4);
    private static final int TRIES_TO_FREEZE = 200;
    private static final String OPEN_TRANSACTION =
            "SELECT count(*) FROM pg_stat_activity WHERE application_name = 'dateline-store-live'"
                    + " AND state = 'idle in transaction' AND backend_xid IS NOT NULL";

    private ProcessFaults() {}

    static void kill(Rig rig, Service service) {
        Dateline dateline = rig.dateline();
        dateline.kill(service);
        dateline.launch(service);
        dateline.awaitReady(service);
    }

    static void killWaitingStore(Rig rig) {
        rig.postgres().set(Line.DEAD);
        Await.pause(PAST_A_COMMIT_OF_OFFSETS);
        rig.dateline().kill(Service.STORE);
        rig.postgres().set(Line.CLEAR);
        rig.postgres().resetAll();
        rig.dateline().launch(Service.STORE);
        rig.dateline().awaitReady(Service.STORE);
    }

    /** Everybody is asked to end, in the order of the flow, and started again. */
    static void stopServices(Rig rig) {
        List.of(Service.values()).forEach(rig.dateline()::stop);
        List.of(Service.values()).forEach(rig.dateline()::launch);
        List.of(Service.values()).forEach(rig.dateline()::awaitReady);
    }

    static void killKafka(Rig rig) {
        rig.dateline().servers().killKafka();
        rig.dateline().servers().startKafka();
    }

    static void stopKafka(Rig rig) {
        rig.dateline().servers().stopKafka();
        rig.dateline().servers().startKafka();
    }

    static void killPostgres(Rig rig) {
        rig.dateline().servers().killPostgres();
        rig.dateline().servers().startPostgres();
    }

    static void stopPostgres(Rig rig) {
        rig.dateline().servers().stopPostgres();
        rig.dateline().servers().startPostgres();
    }

    /**
     * The second store takes over what the first has in its hands, and then the first goes on as if nothing had been. Where
     * no transaction could be caught open, the first stands still all the same.
     */
    static void freezeStore(Rig rig) {
        Dateline dateline = rig.dateline();
        try {
            boolean caught = freezeInTransaction(rig);
            System.out.println(
                    caught ? "  frozen with a transaction open" : "  frozen; no transaction could be caught open");
            Await.pause(Rig.SESSION.plus(TAKE_OVER));
        } finally {
            signal(rig, "CONT");
        }
        // The first must have its share back before its stand-in goes.
        Await.pause(COME_BACK);
        dateline.killOthers(Service.STORE);
    }

    private static boolean freezeInTransaction(Rig rig) {
        try (Tables tables = new Tables(rig.dateline().servers().jdbcUrl())) {
            for (int i = 0; i < TRIES_TO_FREEZE; i++) {
                signal(rig, "STOP");
                if (tables.number(OPEN_TRANSACTION) > 0) {
                    return true;
                }
                signal(rig, "CONT");
                Await.pause(Duration.ofMillis(7));
            }
            signal(rig, "STOP");
            return false;
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void signal(Rig rig, String signal) {
        long pid = rig.dateline().process(Service.STORE).pid();
        try {
            int code = new ProcessBuilder("kill", "-" + signal, Long.toString(pid))
                    .start()
                    .waitFor();
            if (code != 0) {
                throw new IllegalStateException("the store took no SIG" + signal);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
