package io.dateline.local.system;

import io.dateline.local.state.PidFile;
import io.dateline.local.state.StateFolder;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** Children of a supervisor that was killed: they run on, and would hold ports and data. */
public final class Leftovers {
    private static final int PATIENCE_SECONDS = 30;

    private final StateFolder state;
    private final Progress progress;

    public Leftovers(StateFolder state, Progress progress) {
        this.state = state;
        this.progress = progress;
    }

    /** Stops those that run, services first, and deletes stale pid files; answers how many ran. */
    public int stop() {
        List<Part> order = new ArrayList<>(EnumSet.complementOf(EnumSet.copyOf(Part.INFRASTRUCTURE)));
        order.addAll(Part.INFRASTRUCTURE);
        int ran = 0;
        for (Part part : order) {
            PidFile pid = state.pid(part.label());
            var running = pid.running();
            if (running.isPresent()) {
                end(running.get());
                progress.say(part.label() + " was left over from a run that was killed (pid "
                        + running.get().pid() + "): stopped");
                ran++;
            } else if (pid.present()) {
                progress.say("stale pid file of " + part.label() + " removed: that process is gone");
            }
            pid.delete();
        }
        SystemFile.delete(state.systemFile());
        return ran;
    }

    private static void end(ProcessHandle process) {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
        } catch (TimeoutException | ExecutionException stubborn) {
            process.destroyForcibly();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }
}
