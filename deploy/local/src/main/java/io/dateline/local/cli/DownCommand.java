package io.dateline.local.cli;

import io.dateline.local.state.StateFolder;
import io.dateline.local.system.Leftovers;
import io.dateline.local.system.Progress;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Stops a running system, whichever terminal it was started from. */
@Command(
        name = "down",
        customSynopsis = "deploy/down",
        description = "Stops Dateline on this machine; its data is kept.")
final class DownCommand implements Callable<Integer> {
    /** Launching may have to end first, then services, Kafka and PostgreSQL, each with its own limit. */
    private static final int PATIENCE_SECONDS = 120;

    @Mixin
    private HelpOption help;

    @Mixin
    private Location location;

    @Override
    public Integer call() throws InterruptedException, ExecutionException {
        StateFolder state = location.state();
        Progress progress = new Progress(System.out);
        var supervisor = state.pid("supervisor").running();
        if (supervisor.isPresent()) {
            progress.say("stopping (pid " + supervisor.get().pid() + ")");
            supervisor.get().destroy();
            try {
                supervisor.get().onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (TimeoutException stubborn) {
                progress.say("it did not stop within " + PATIENCE_SECONDS + " s: killed");
                supervisor.get().destroyForcibly();
            }
        }
        int left = new Leftovers(state, progress).stop();
        state.pid("supervisor").delete();
        progress.say(
                supervisor.isPresent() || left > 0
                        ? "stopped; the data is kept in " + state.root()
                        : "nothing was running (data in " + state.root() + ")");
        return 0;
    }
}
