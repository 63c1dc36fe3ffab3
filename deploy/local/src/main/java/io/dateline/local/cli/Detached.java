package io.dateline.local.cli;

import io.dateline.local.process.ChildProcess;
import io.dateline.local.state.StateFolder;
import io.dateline.local.state.SystemLock;
import io.dateline.local.system.Progress;
import io.dateline.local.system.StartFailed;
import io.dateline.local.system.SupervisorLock;
import io.dateline.local.system.SystemFile;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Starts a supervisor that stays, shows what it says, and returns when the system is ready or could not start. */
final class Detached {
    private static final Duration LOOK_EVERY = Duration.ofMillis(100);

    private final Location location;
    private final StateFolder state;
    private final Progress progress;
    private long shown;

    Detached(Location location, Progress progress) {
        this.location = location;
        this.state = location.state();
        this.progress = progress;
    }

    int start(List<String> arguments) {
        requireNotRunning();
        Path log = state.freshLog("supervisor");
        ChildProcess supervisor = ChildProcess.start("supervisor", command(arguments), Map.of(), log);
        Thread onSignal = new Thread(() -> supervisor.stop(Duration.ofSeconds(120)), "on-signal");
        Runtime.getRuntime().addShutdownHook(onSignal);
        while (!supervisor.ended(LOOK_EVERY)) {
            show(log);
            if (SystemFile.read(state.systemFile()).filter(SystemFile::ready).isPresent()) {
                show(log);
                Runtime.getRuntime().removeShutdownHook(onSignal);
                return 0;
            }
        }
        show(log);
        return supervisor.exitCode() == 0 ? 1 : supervisor.exitCode();
    }

    /** Asked here as well as by the supervisor: it must not be the running one's ready mark that we see. */
    private void requireNotRunning() {
        try (SystemLock free = new SupervisorLock(state, progress)
                .take()
                .orElseThrow(() -> new StartFailed("Dateline already runs here" + pidOf(state)
                        + ". See deploy/status; stop it with deploy/down."))) {
            SystemFile.delete(state.systemFile());
        }
    }

    static String pidOf(StateFolder state) {
        return state.pid("supervisor")
                .running()
                .map(process -> " (pid " + process.pid() + ", data in " + state.root() + ")")
                .orElse(" (data in " + state.root() + ")");
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>(List.of(
                // The terminal that started it may be closed.
                "nohup",
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-Xmx96m",
                "-XX:+UseSerialGC",
                "-XX:TieredStopAtLevel=1",
                "-cp",
                System.getProperty("java.class.path"),
                Main.class.getName(),
                "up",
                "--checkout",
                location.checkout().toString(),
                "--home",
                state.root().toString()));
        command.addAll(arguments);
        return command;
    }

    private void show(Path log) {
        try (var in = Files.newInputStream(log)) {
            in.skipNBytes(shown);
            byte[] more = in.readAllBytes();
            shown += more.length;
            if (more.length > 0) {
                progress.plain(new String(more, StandardCharsets.UTF_8).stripTrailing());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
