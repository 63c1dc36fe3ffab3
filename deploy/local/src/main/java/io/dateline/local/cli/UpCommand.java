package io.dateline.local.cli;

import io.dateline.local.state.StateFolder;
import io.dateline.local.state.SystemLock;
import io.dateline.local.system.FeedList;
import io.dateline.local.system.Leftovers;
import io.dateline.local.system.LocalSystem;
import io.dateline.local.system.Part;
import io.dateline.local.system.PortPlan;
import io.dateline.local.system.Progress;
import io.dateline.local.system.Samples;
import io.dateline.local.system.StartFailed;
import io.dateline.local.system.SupervisorLock;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Starts the system and stays until Ctrl-C, or until a part of it dies. */
@Command(
        name = "up",
        customSynopsis =
                "deploy/up [--detach] [--fresh] [--infra] [--only SERVICE]... [--no-sample] [--feeds FILE.opml]"
                        + " [--port-base N]",
        description = "Starts Dateline on this machine: Kafka, PostgreSQL, the services and a sample newsroom.",
        footer = {"", "Data is kept in .dateline/, or in $DATELINE_HOME; another up resumes with all of it."})
final class UpCommand implements Callable<Integer> {
    static final int ALREADY_RUNNING = 3;

    @Mixin
    private HelpOption help;

    @Mixin
    private Location location;

    @Option(names = "--detach", description = "Return when all is ready; deploy/down stops it.")
    private boolean detach;

    @Option(names = "--fresh", description = "Delete all data first.")
    private boolean fresh;

    @Option(names = "--no-sample", description = "No sample newsroom and no sample wire file.")
    private boolean noSample;

    @Option(names = "--infra", description = "Only Kafka with its topics, and PostgreSQL: for quarkus:dev.")
    private boolean infra;

    @Option(
            names = "--only",
            paramLabel = "SERVICE",
            description = "Only this one of store, ingest, enrich, with Kafka and PostgreSQL; may be given again.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--port-base",
            paramLabel = "N",
            defaultValue = "" + PortPlan.DEFAULT_BASE,
            description = "Store N, ingest N+1, enrich N+2, Kafka N+3 and N+4, PostgreSQL N+5, newsroom N+6, health and"
                    + " metrics N+10 to N+12. Default: ${DEFAULT-VALUE}.")
    private int portBase;

    @Option(
            names = "--feeds",
            paramLabel = "FILE.opml",
            description = "Poll the feeds of this list, too; those that are polled already stay as they are.")
    private Path feeds;

    private SystemLock held;

    @Override
    public Integer call() {
        Progress progress = new Progress(System.out);
        try {
            PortPlan plan = new PortPlan(portBase);
            parts();
            if (feeds != null) {
                requireList();
            }
            return detach
                    ? new Detached(location, progress).start(arguments())
                    : supervise(location.state(), plan, progress);
        } catch (StartFailed | IllegalArgumentException e) {
            System.err.println(e.getMessage());
            return 1;
        }
    }

    private List<String> arguments() {
        List<String> arguments = new ArrayList<>(List.of("--port-base", Integer.toString(portBase)));
        if (fresh) {
            arguments.add("--fresh");
        }
        if (noSample) {
            arguments.add("--no-sample");
        }
        if (infra) {
            arguments.add("--infra");
        }
        only.forEach(service -> arguments.addAll(List.of("--only", service)));
        if (feeds != null) {
            arguments.addAll(List.of("--feeds", feeds.toAbsolutePath().toString()));
        }
        return arguments;
    }

    /** Said before anything starts. */
    private void requireList() {
        if (!parts().contains(Part.INGEST)) {
            throw new IllegalArgumentException("--feeds needs ingest, and --infra or --only leaves it out");
        }
        if (!Files.isReadable(feeds)) {
            throw new IllegalArgumentException("the list of feeds cannot be read: " + feeds);
        }
    }

    private int supervise(StateFolder state, PortPlan plan, Progress progress) {
        Optional<SystemLock> lock = new SupervisorLock(state, progress).take();
        if (lock.isEmpty()) {
            System.err.println("Dateline already runs here" + Detached.pidOf(state)
                    + ". See deploy/status; stop it with deploy/down.");
            return ALREADY_RUNNING;
        }
        // Held until this process ends, whichever way: the stop runs in a shutdown hook and must be covered by it.
        held = lock.get();
        state.pid("supervisor").write(ProcessHandle.current());
        new Leftovers(state, progress).stop();
        if (fresh) {
            state.wipe();
            progress.say("all data in " + state.root() + " deleted");
        }
        state.prepare();
        return run(state, new LocalSystem(location.checkout(), state, plan, parts(), progress), plan, progress);
    }

    private int run(StateFolder state, LocalSystem system, PortPlan plan, Progress progress) {
        Thread onSignal = new Thread(
                () -> {
                    boolean something = system.started();
                    if (something) {
                        progress.say("stopping");
                    }
                    system.stop();
                    state.pid("supervisor").delete();
                    if (something) {
                        progress.say("all stopped; the data is kept in " + state.root());
                    }
                },
                "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        try {
            system.start();
            if (parts().contains(Part.NEWSROOM)) {
                Samples samples = new Samples(state, plan);
                samples.registerFeeds();
                samples.dropWireFile();
                progress.say("sample feeds are registered");
            }
            if (feeds != null) {
                String ingest = "http://127.0.0.1:" + plan.http(Part.INGEST);
                progress.say(new FeedList(ingest, state.keys()::sign).send(feeds));
            }
            Welcome.print(progress, plan, state, parts());
            system.announceReady();
            System.err.println(system.awaitDeath());
        } catch (RuntimeException e) {
            if (!(e instanceof StartFailed)) {
                System.err.println("Starting failed:");
            }
            System.err.println(e.getMessage());
        }
        // Leaving lets the hook stop what runs.
        return 1;
    }

    /** @throws IllegalArgumentException where {@code --only} names no service */
    private List<Part> parts() {
        List<Part> parts = new ArrayList<>(Part.INFRASTRUCTURE);
        if (!only.isEmpty()) {
            parts.addAll(Part.services(only));
        } else if (!infra) {
            parts.addAll(Part.SERVICES);
            if (!noSample) {
                parts.add(Part.NEWSROOM);
            }
        }
        return parts;
    }
}
