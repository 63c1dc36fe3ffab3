package io.dateline.local.system;

import io.dateline.contracts.ops.ExitCode;
import io.dateline.local.process.ChildProcess;
import io.dateline.local.state.StateFolder;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

/** The child processes of this run, with their pid files. Thread-safe. */
final class Children {
    private final StateFolder state;
    private final Map<Part, Child> children = new EnumMap<>(Part.class);
    private final BlockingQueue<Part> deaths = new LinkedBlockingQueue<>();

    /** A child and how it is stopped in order. */
    private record Child(ChildProcess process, Runnable stop) {}

    Children(StateFolder state) {
        this.state = state;
    }

    synchronized void add(Part part, ChildProcess process, Runnable stop) {
        state.pid(part.label()).write(process.handle());
        children.put(part, new Child(process, stop));
        process.onEnd().thenRun(() -> deaths.add(part));
    }

    /** Waits for the next child that ends, whoever ended it; each end is told once. */
    Part nextDeath() throws InterruptedException {
        return deaths.take();
    }

    /** One that has ended, and not because its clock was set back. */
    synchronized Optional<Part> lost() {
        return children.entrySet().stream()
                .filter(entry -> !entry.getValue().process().alive() && !endedByClock(entry.getKey()))
                .map(Map.Entry::getKey)
                .findFirst();
    }

    /** Whether it has ended itself to be started again. */
    synchronized boolean endedByClock(Part part) {
        ChildProcess process = children.get(part).process();
        return !process.alive() && process.exitCode() == ExitCode.CLOCK_SET_BACK;
    }

    synchronized Optional<ChildProcess> process(Part part) {
        return Optional.ofNullable(children.get(part)).map(Child::process);
    }

    /** Those that run. */
    synchronized List<Part> running() {
        return children.entrySet().stream()
                .filter(entry -> entry.getValue().process().alive())
                .map(Map.Entry::getKey)
                .toList();
    }

    /** Stops one, waits for it and forgets its pid file. */
    void stop(Part part) {
        Child child;
        synchronized (this) {
            child = children.get(part);
        }
        if (child != null) {
            child.stop().run();
            state.pid(part.label()).delete();
        }
    }
}
