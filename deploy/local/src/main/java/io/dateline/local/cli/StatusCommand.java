package io.dateline.local.cli;

import io.dateline.local.state.StateFolder;
import io.dateline.local.system.Health;
import io.dateline.local.system.Part;
import io.dateline.local.system.SystemFile;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** One line per process; the exit code says whether all is well. */
@Command(
        name = "status",
        customSynopsis = "deploy/status",
        description = "Shows each process, its port and its health.",
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all is well", "1:a part is missing or not ready", "3:nothing runs"})
final class StatusCommand implements Callable<Integer> {
    private static final String LINE = "%-11s %-8s %-6s %s%n";
    private static final int NOT_RUNNING = 3;

    @Mixin
    private HelpOption help;

    @Mixin
    private Location location;

    @Override
    public Integer call() {
        StateFolder state = location.state();
        Optional<ProcessHandle> supervisor = state.pid("supervisor").running();
        Optional<SystemFile> system = SystemFile.read(state.systemFile());
        if (system.isEmpty()) {
            System.out.println(supervisor.isPresent() ? "starting" : "nothing runs (data in " + state.root() + ")");
            return supervisor.isPresent() ? 1 : NOT_RUNNING;
        }
        Health health = new Health(system.get().plan(), state.postgresPassword());
        boolean well = supervisor.isPresent() && system.get().ready();
        System.out.printf(Locale.ROOT, LINE, "process", "pid", "port", "health");
        System.out.printf(
                Locale.ROOT,
                LINE,
                "supervisor",
                pid(supervisor),
                "",
                supervisor.isEmpty() ? "gone" : system.get().ready() ? "ready" : "starting or stopping");
        for (Part part : system.get().parts()) {
            Optional<ProcessHandle> process = state.pid(part.label()).running();
            String says = process.isPresent() ? health.of(part) : "gone";
            well = well && Health.ready(says);
            System.out.printf(
                    Locale.ROOT,
                    LINE,
                    part.label(),
                    pid(process),
                    system.get().plan().http(part),
                    says);
        }
        return well ? 0 : 1;
    }

    private static String pid(Optional<ProcessHandle> process) {
        return process.map(handle -> Long.toString(handle.pid())).orElse("-");
    }
}
