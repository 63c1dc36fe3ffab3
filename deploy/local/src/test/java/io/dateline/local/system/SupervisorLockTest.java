package io.dateline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.dateline.local.state.StateFolder;
import io.dateline.local.state.SystemLock;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SupervisorLockTest {
    private static final Duration AGES = Duration.ofMinutes(1);

    @TempDir
    Path folder;

    private final ByteArrayOutputStream said = new ByteArrayOutputStream();
    private StateFolder state;

    @BeforeEach
    void prepare() {
        state = new StateFolder(folder);
        state.prepare();
    }

    private SupervisorLock lock(Duration patience) {
        return new SupervisorLock(state, new Progress(new PrintStream(said, true, StandardCharsets.UTF_8)), patience);
    }

    private void systemIs(boolean ready) {
        new SystemFile(new PortPlan(18080), List.of(Part.KAFKA), ready).write(state.systemFile());
    }

    @Test
    void isTakenAtOnceWhereNobodyHoldsIt() {
        try (SystemLock taken = lock(AGES).take().orElseThrow()) {
            assertThat(said.size()).isZero();
            assertThat(SystemLock.tryTake(state.lockFile())).isEmpty();
        }
    }

    @Test
    void isRefusedAtOnceWhereASystemRuns() {
        try (SystemLock holder = SystemLock.tryTake(state.lockFile()).orElseThrow()) {
            systemIs(true);

            assertThat(lock(AGES).take()).isEmpty();
            assertThat(said.size()).isZero();
        }
    }

    @Test
    void isWaitedForWhileASystemStops() {
        // Given
        SystemLock holder = SystemLock.tryTake(state.lockFile()).orElseThrow();
        systemIs(false);

        // When
        CompletableFuture<Optional<SystemLock>> taken =
                CompletableFuture.supplyAsync(() -> lock(AGES).take());
        await().until(() -> said.size() > 0);
        holder.close();

        // Then
        try (SystemLock next = taken.join().orElseThrow()) {
            assertThat(said.toString(StandardCharsets.UTF_8)).contains("waiting for it");
        }
    }

    @Test
    void isRefusedWhereTheOtherComesUpOrTakesTooLong() {
        try (SystemLock holder = SystemLock.tryTake(state.lockFile()).orElseThrow()) {
            systemIs(false);
            CompletableFuture<Optional<SystemLock>> taken =
                    CompletableFuture.supplyAsync(() -> lock(AGES).take());
            await().until(() -> said.size() > 0);
            systemIs(true);

            assertThat(taken.join()).isEmpty();
            systemIs(false);
            assertThat(lock(Duration.ofMillis(250)).take()).isEmpty();
        }
    }
}
