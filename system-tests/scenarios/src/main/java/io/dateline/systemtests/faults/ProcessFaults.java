package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.net.URI;
import java.time.Duration;
import java.util.List;

/** Processes that are killed or stopped; always by the id of a process that this run started. */
final class ProcessFaults {
    /** Consumers commit what they have acknowledged every five seconds: by then a store that says so too early has said it. */
    private static final Duration PAST_A_COMMIT_OF_OFFSETS = Duration.ofSeconds(7);

    /** By then an ingest that answers too early has answered. */
    private static final Duration PAST_AN_ANSWER = Duration.ofSeconds(3);

    /** Of a service that is started while other faults strike. */
    private static final int STARTS = 5;

    private ProcessFaults() {}

    /** Each of these answers whether it met what it is for. */
    static boolean kill(Rig rig, Service service) {
        Dateline dateline = rig.dateline();
        boolean alive = dateline.process(service).alive();
        dateline.kill(service);
        dateline.launch(service);
        dateline.awaitReady(service);
        return alive;
    }

    /**
     * As {@link #kill}, where other faults may strike the start itself: a service whose database goes away while it
     * looks at its tables ends, and is started again by whoever runs it.
     */
    static boolean killAmongOthers(Rig rig, Service service) {
        Dateline dateline = rig.dateline();
        boolean alive = dateline.process(service).alive();
        dateline.kill(service);
        for (int starts = 1; !started(dateline, service, starts); starts++) {
            System.out.printf("  %s ended as it started, and is started again%n", service);
        }
        return alive;
    }

    private static boolean started(Dateline dateline, Service service, int starts) {
        dateline.launch(service);
        try {
            dateline.awaitReady(service);
            return true;
        } catch (IllegalStateException e) {
            if (starts == STARTS || dateline.process(service).alive()) {
                throw e;
            }
            return false;
        }
    }

    static boolean killWaitingStore(Rig rig) {
        rig.postgres().set(Line.DEAD);
        Await.pause(PAST_A_COMMIT_OF_OFFSETS);
        boolean waits = GroupFaults.behind(rig, "dateline-store-live") > 0;
        rig.dateline().kill(Service.STORE);
        rig.postgres().set(Line.CLEAR);
        rig.postgres().resetAll();
        rig.dateline().launch(Service.STORE);
        rig.dateline().awaitReady(Service.STORE);
        return waits;
    }

    /** What waits in ingest is lost with it, so nobody may have been told that it is safe. */
    static boolean killWaitingIngest(Rig rig) {
        long before = rig.kafka().met();
        rig.kafka().set(Line.DEAD);
        Await.pause(PAST_AN_ANSWER);
        rig.dateline().kill(Service.INGEST);
        // Before the line is clear: what was under way on it must not arrive.
        rig.kafka().resetAll();
        rig.kafka().set(Line.CLEAR);
        rig.dateline().launch(Service.INGEST);
        rig.dateline().awaitReady(Service.INGEST);
        return rig.kafka().met() > before;
    }

    /** Everybody is asked to end, in the order of the flow, and started again. */
    static boolean stopServices(Rig rig) {
        List.of(Service.values()).forEach(rig.dateline()::stop);
        List.of(Service.values()).forEach(rig.dateline()::launch);
        List.of(Service.values()).forEach(rig.dateline()::awaitReady);
        return true;
    }

    static boolean killKafka(Rig rig) {
        rig.dateline().servers().killKafka();
        rig.dateline().servers().startKafka();
        return true;
    }

    static boolean stopKafka(Rig rig) {
        rig.dateline().servers().stopKafka();
        rig.dateline().servers().startKafka();
        return true;
    }

    static boolean killPostgres(Rig rig) {
        rig.dateline().servers().killPostgres();
        rig.dateline().servers().startPostgres();
        return true;
    }

    static boolean stopPostgres(Rig rig) {
        rig.dateline().servers().stopPostgres();
        rig.dateline().servers().startPostgres();
        return true;
    }

    /** What was acknowledged lies on the standby too; the first does not come back. */
    static boolean promoteStandby(Rig rig) {
        Servers servers = rig.dateline().servers();
        if (!servers.promoteStandby()) {
            System.out.println("  not done: these servers have no standby");
            return false;
        }
        rig.postgres()
                .to(URI.create(servers.jdbcUrl().substring("jdbc:".length())).getPort());
        rig.postgres().resetAll();
        return true;
    }
}
