package io.dateline.local.cli;

import io.dateline.local.kafka.LocalKafka;
import io.dateline.local.process.Ports;
import io.dateline.local.process.RuntimeFolder;
import io.dateline.local.rewind.Rewind;
import io.dateline.local.rewind.Rewound;
import io.dateline.local.state.StateFolder;
import io.dateline.local.state.SystemLock;
import java.nio.file.Files;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Has the store read again what came since a time. */
@Command(
        name = "rewind",
        customSynopsis = "deploy/rewind --to TIME [--margin DURATION] [--service store|enrich] [--bootstrap HOST:PORT]",
        description =
                "Has a service read again what Kafka kept since a time, when its database was restored from a copy of"
                        + " that time. What it knows already is counted as a duplicate and changes nothing.",
        footer = {
            "",
            "The Dateline of this machine must be stopped (deploy/down); its Kafka is started for the moment. Of any"
                    + " other cluster, the service must be stopped: --bootstrap says where Kafka is."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {
            "0:it will read again from there on",
            "1:nothing was changed, or Kafka no longer has all of it",
            "4:the service is running"
        })
final class RewindCommand implements Callable<Integer> {
    private static final int RUNNING = 4;

    @Mixin
    private HelpOption help;

    @Mixin
    private Location location;

    @Option(
            names = "--to",
            required = true,
            paramLabel = "TIME",
            description = "When the copy was made, in UTC: 2026-11-25T03:00:00Z.")
    private Instant to;

    @Option(
            names = "--margin",
            defaultValue = "PT1H",
            paramLabel = "DURATION",
            description = "So much earlier, since the service may have been behind when the copy was made. Default:"
                    + " ${DEFAULT-VALUE}.")
    private Duration margin;

    @Option(
            names = "--service",
            defaultValue = "store",
            paramLabel = "SERVICE",
            description = "store or enrich. Default: ${DEFAULT-VALUE}.")
    private String service;

    @Option(names = "--bootstrap", paramLabel = "HOST:PORT", description = "A Kafka elsewhere.")
    private String bootstrap;

    @Override
    public Integer call() throws InterruptedException {
        if (!List.of("store", "enrich").contains(service) || margin.isNegative()) {
            System.err.println("The service is store or enrich, and the margin is not negative.");
            return 2;
        }
        if (bootstrap != null) {
            return rewind(bootstrap);
        }
        StateFolder state = location.state();
        Optional<SystemLock> lock = SystemLock.tryTake(state.lockFile());
        if (lock.isEmpty()) {
            System.err.println("Dateline runs here" + Detached.pidOf(state) + ": stop it with deploy/down first.");
            return RUNNING;
        }
        try (SystemLock held = lock.get()) {
            return rewindHere(state);
        }
    }

    private int rewindHere(StateFolder state) throws InterruptedException {
        if (!Files.isDirectory(state.kafka())) {
            System.err.println("There is no data of Dateline in " + state.root() + ".");
            return 1;
        }
        int port = Ports.freeRange(2);
        LocalKafka kafka = new LocalKafka(state.kafka(), RuntimeFolder.find(), port, port + 1);
        try {
            kafka.start();
            return rewind(kafka.bootstrap());
        } finally {
            kafka.stop();
        }
    }

    private int rewind(String kafka) throws InterruptedException {
        Instant first = to.minus(margin).truncatedTo(ChronoUnit.MILLIS);
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafka))) {
            return say(new Rewind(admin).to(service, first), first);
        } catch (ExecutionException e) {
            System.err.println("Kafka did not do it: " + e.getCause().getMessage());
            return 1;
        }
    }

    private int say(Rewound rewound, Instant first) {
        if (rewound instanceof Rewound.InUse inUse) {
            System.err.printf(
                    "%s has %d members: stop the %s service first.%n", inUse.group(), inUse.members(), service);
            return RUNNING;
        }
        if (!(rewound instanceof Rewound.Done done)) {
            System.err.println("The " + service + " service has read nothing here yet; nothing was changed.");
            return 1;
        }
        for (Rewound.Partition one : done.partitions()) {
            if (one.to() < one.from()) {
                System.out.printf(
                        Locale.ROOT,
                        "%s: %s-%d from %d back to %d%n",
                        one.group(),
                        one.topic(),
                        one.partition(),
                        one.from(),
                        one.to());
            }
        }
        System.out.printf(
                Locale.ROOT, "%d records since %s will be read again when it starts.%n", done.records(), first);
        for (Rewound.Partition one : done.cut()) {
            System.err.printf(
                    Locale.ROOT,
                    "%s-%d begins at %d: what came before was deleted by retention and cannot be read again.%n",
                    one.topic(),
                    one.partition(),
                    one.to());
        }
        return done.cut().isEmpty() ? 0 : 1;
    }
}
