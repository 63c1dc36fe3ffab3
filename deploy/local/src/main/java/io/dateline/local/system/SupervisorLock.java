package io.dateline.local.system;

import io.dateline.local.state.StateFolder;
import io.dateline.local.state.SystemLock;
import java.time.Duration;
import java.util.Optional;

/**
 * The lock of a state folder, for whoever starts a system there. One that is just being stopped holds it for a few seconds
 * more: that is waited for, where a second system would be refused at once.
 */
public final class SupervisorLock {
    /** Longer than stopping takes, unless a part must be killed. */
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private static final long LOOK_EVERY_MS = 100;

    private final StateFolder state;
    private final Progress progress;
    private final Duration patience;

    public SupervisorLock(StateFolder state, Progress progress) {
        this(state, progress, PATIENCE);
    }

    SupervisorLock(StateFolder state, Progress progress, Duration patience) {
        this.state = state;
        this.progress = progress;
        this.patience = patience;
    }

    /** Empty where a system runs, or one that starts or stops there takes too long. */
    public Optional<SystemLock> take() {
        Optional<SystemLock> lock = SystemLock.tryTake(state.lockFile());
        if (lock.isPresent() || runs()) {
            return lock;
        }
        progress.say("another Dateline starts or stops here: waiting for it");
        long deadline = System.nanoTime() + patience.toNanos();
        while (lock.isEmpty() && !runs() && System.nanoTime() < deadline) {
            pause();
            lock = SystemLock.tryTake(state.lockFile());
        }
        return lock;
    }

    private boolean runs() {
        return SystemFile.read(state.systemFile()).filter(SystemFile::ready).isPresent();
    }

    private static void pause() {
        try {
            Thread.sleep(LOOK_EVERY_MS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while waiting");
        }
    }
}
