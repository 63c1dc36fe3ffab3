package io.dateline.local.process;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** One child process whose output goes to a log file. It outlives the JVM that started it unless stopped. */
public final class ChildProcess {
    private final String name;
    private final Path log;
    private final Process process;

    private ChildProcess(String name, Path log, Process process) {
        this.name = name;
        this.log = log;
        this.process = process;
    }

    /**
     * Starts a process.
     *
     * @param name        for messages
     * @param environment added to this JVM's own
     * @param log         appended to; its folder is made where it is missing
     * @throws UncheckedIOException where the command cannot be started
     */
    public static ChildProcess start(String name, List<String> command, Map<String, String> environment, Path log) {
        try {
            Files.createDirectories(log.toAbsolutePath().getParent());
            ProcessBuilder builder = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
            builder.environment().putAll(environment);
            return new ChildProcess(name, log, builder.start());
        } catch (IOException e) {
            throw new UncheckedIOException(name + " cannot be started: " + command.get(0), e);
        }
    }

    public String name() {
        return name;
    }

    public long pid() {
        return process.pid();
    }

    public boolean alive() {
        return process.isAlive();
    }

    /** For a pid file. */
    public ProcessHandle handle() {
        return process.toHandle();
    }

    /** Its exit code; throws where it still runs. */
    public int exitCode() {
        return process.exitValue();
    }

    /** Completes when it has ended, by itself or not. */
    public CompletableFuture<ChildProcess> onEnd() {
        return process.onExit().thenApply(ended -> this);
    }

    public Path log() {
        return log;
    }

    /** The last lines it wrote, at most so many; empty where it wrote none. */
    public List<String> lastLines(int count) {
        try {
            List<String> lines = Files.readAllLines(log, java.nio.charset.StandardCharsets.ISO_8859_1);
            return lines.subList(Math.max(0, lines.size() - count), lines.size());
        } catch (IOException e) {
            return List.of("(its log cannot be read: " + e + ")");
        }
    }

    /** Asks it to end, and ends it where it has not within {@code patience}; whether it ended when asked. */
    public boolean stop(Duration patience) {
        process.destroy();
        if (ended(patience)) {
            return true;
        }
        kill();
        return false;
    }

    /** Ends it at once (SIGKILL), as a power cut would. */
    public void kill() {
        process.destroyForcibly();
        ended(Duration.ofSeconds(10));
    }

    /** Whether it has ended within {@code patience}. */
    public boolean ended(Duration patience) {
        try {
            return process.waitFor(patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return !process.isAlive();
        }
    }

    /** Throws with its last lines where it has ended by itself. */
    public void requireAlive() {
        if (!process.isAlive()) {
            throw new IllegalStateException(
                    name + " ended with exit code " + process.exitValue() + ":\n" + String.join("\n", lastLines(20)));
        }
    }
}
