package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.time.Duration;

/** The disk of Kafka and PostgreSQL is full. Either ends itself rather than lose what it promised to keep. */
final class DiskFaults {
    private static final Duration FULL = Duration.ofSeconds(15);

    private DiskFaults() {}

    /** Fills it, waits, gives the space back and starts again whoever ended: what an operator would do. */
    static void fill(Rig rig) {
        Servers servers = rig.dateline().servers();
        Http http = new Http();
        boolean alarmed = false;
        long deadline = System.nanoTime() + FULL.toNanos();
        while (System.nanoTime() < deadline) {
            rig.surroundings().disk().fill();
            alarmed |= !http.ok(rig.dateline().instance(Service.STORE).readyUrl())
                    || !http.ok(rig.dateline().instance(Service.INGEST).readyUrl());
            Await.pause(Duration.ofSeconds(1));
        }
        rig.surroundings().disk().free();
        boolean kafka = alive(servers, "kafka");
        boolean postgres = alive(servers, "postgresql");
        System.out.printf(
                "  readiness told of it: %s; kafka ended itself: %s, postgresql: %s%n", alarmed, !kafka, !postgres);
        if (!postgres) {
            servers.startPostgres();
        }
        if (!kafka) {
            servers.startKafka();
        }
    }

    private static boolean alive(Servers servers, String name) {
        return ProcessHandle.of(servers.pids().get(name))
                .map(ProcessHandle::isAlive)
                .orElse(false);
    }
}
