package io.dateline.store.saved;

import java.util.List;
import java.util.concurrent.AbstractExecutorService;
import java.util.concurrent.TimeUnit;

/** Runs nothing, and remembers what it was given. */
final class Later extends AbstractExecutorService {
    private final List<Runnable> given;

    Later(List<Runnable> given) {
        this.given = given;
    }

    @Override
    public void execute(Runnable command) {
        given.add(command);
    }

    @Override
    public void shutdown() {}

    @Override
    public List<Runnable> shutdownNow() {
        return List.of();
    }

    @Override
    public boolean isShutdown() {
        return false;
    }

    @Override
    public boolean isTerminated() {
        return false;
    }

    @Override
    public boolean awaitTermination(long timeout, TimeUnit unit) {
        return true;
    }
}
