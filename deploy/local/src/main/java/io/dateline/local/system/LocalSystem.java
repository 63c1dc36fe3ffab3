package io.dateline.local.system;

import io.dateline.contracts.topic.TopicProvisioner;
import io.dateline.local.kafka.LocalKafka;
import io.dateline.local.postgres.LocalPostgres;
import io.dateline.local.process.ChildProcess;
import io.dateline.local.process.RuntimeFolder;
import io.dateline.local.state.StateFolder;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantReadWriteLock;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * Starts the parts in order (Kafka and PostgreSQL, the topics, then the services and the newsroom), watches them, and
 * stops them in the opposite order. Started once; {@link #stop} may be called from another thread at any moment.
 */
public final class LocalSystem {
    private static final Duration READY_LIMIT = Duration.ofSeconds(180);
    /** Of a service whose clock is set back each time. */
    private static final int STARTS = 3;

    private static final Duration LAUNCH_PATIENCE = Duration.ofSeconds(30);

    private final StateFolder state;
    private final PortPlan plan;
    private final List<Part> parts;
    private final Progress progress;
    private final ServiceCommand commands;
    private final Health health;
    private final Children children;

    /** Read: a process is being launched. Write: the system is being stopped, and nothing may be launched any more. */
    private final ReentrantReadWriteLock launching = new ReentrantReadWriteLock();

    private volatile boolean started;
    private volatile boolean stopping;

    /** @param parts what to start */
    public LocalSystem(Path checkout, StateFolder state, PortPlan plan, List<Part> parts, Progress progress) {
        this.state = state;
        this.plan = plan;
        this.parts = List.copyOf(parts);
        this.progress = progress;
        this.commands = new ServiceCommand(checkout, state, plan);
        this.health = new Health(plan, state.postgresPassword());
        this.children = new Children(state);
    }

    /**
     * Returns when every part is ready.
     *
     * @throws StartFailed where a port is taken, a service is not built, a child ends or does not become ready
     */
    public void start() {
        commands.requireBuilt(parts);
        PortCheck.requireFree(plan.needs(parts));
        new SystemFile(plan, parts, false).write(state.systemFile());
        started = true;
        inParallel(List.of(this::startKafka, this::startPostgres));
        inParallel(parts.stream()
                .filter(part -> !Part.INFRASTRUCTURE.contains(part))
                .<Runnable>map(part -> () -> startJava(part))
                .toList());
    }

    /** To be called when {@link #start} and all that follows it is done: who waits for the system may go on. */
    public void announceReady() {
        state.writeDevelopmentFile(Map.of(
                "kafka.bootstrap.servers",
                "127.0.0.1:" + plan.http(Part.KAFKA),
                "quarkus.datasource.jdbc.url",
                "jdbc:postgresql://127.0.0.1:" + plan.http(Part.POSTGRESQL) + "/" + LocalPostgres.DATABASE,
                "quarkus.datasource.username",
                LocalPostgres.USER,
                "quarkus.datasource.password",
                state.postgresPassword()));
        tellThatItIsReady();
    }

    /**
     * Blocks until a child ends for good; answers what is to be said about it. One that ended because its clock was set back is
     * started again. Never returns once {@link #stop} was called.
     *
     * @throws StartFailed where it does not become ready again
     */
    public String awaitDeath() {
        while (true) {
            Part part = nextDeath();
            if (stopping) {
                waitForTheEnd();
            }
            if (children.process(part).filter(ChildProcess::alive).isPresent()) {
                // Started again before this was told of.
                continue;
            }
            if (!children.endedByClock(part)) {
                return obituary(part);
            }
            progress.say(part.label() + " ended because its clock was set back, and is started again");
            startJava(part);
        }
    }

    private Part nextDeath() {
        try {
            return children.nextDeath();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while watching");
        }
    }

    private static void waitForTheEnd() {
        new CompletableFuture<Void>().join();
    }

    private void startKafka() {
        LocalKafka kafka =
                new LocalKafka(state.kafka(), RuntimeFolder.find(), plan.http(Part.KAFKA), plan.kafkaController());
        launch(() -> {
            kafka.launch();
            children.add(Part.KAFKA, kafka.process(), kafka::stop);
        });
        kafka.awaitReady();
        progress.say("kafka is ready on port " + plan.http(Part.KAFKA));
        createTopics(kafka.bootstrap());
    }

    private void createTopics(String bootstrap) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.createMissing((short) 1);
            List<String> differences = provisioner.differences();
            if (!differences.isEmpty()) {
                throw new StartFailed("the topics in " + state.kafka() + " are not as they must be:\n"
                        + String.join("\n", differences)
                        + "\nset them so, or begin with new ones and no data: deploy/up --fresh");
            }
            progress.say("topics are there");
        } catch (ExecutionException e) {
            throw new StartFailed("the topics cannot be created: " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while the topics were created");
        }
    }

    private void startPostgres() {
        LocalPostgres postgres = new LocalPostgres(
                state.postgres(), RuntimeFolder.find(), plan.http(Part.POSTGRESQL), state.postgresPassword());
        launch(() -> {
            postgres.launch();
            children.add(Part.POSTGRESQL, postgres.process(), postgres::stop);
        });
        postgres.awaitReady();
        progress.say("postgresql is ready on port " + plan.http(Part.POSTGRESQL));
    }

    /** Again where it ends because its clock is set back: mostly that is done soon after the machine was started. */
    private void startJava(Part part) {
        for (int starts = 1; !startedJava(part); starts++) {
            if (starts == STARTS) {
                throw new StartFailed(obituary(part));
            }
            progress.say(part.label() + " ended because its clock was set back, and is started again");
        }
        progress.say(part.label() + " is ready on port " + plan.http(part));
    }

    private boolean startedJava(Part part) {
        launch(() -> {
            ChildProcess child = ChildProcess.start(
                    part.label(), commands.command(part), commands.environment(part), state.freshLog(part.label()));
            children.add(part, child, () -> commands.ended(part, child.stop(commands.patience(part))));
        });
        return awaitReady(part);
    }

    private void launch(Runnable launch) {
        launching.readLock().lock();
        try {
            if (stopping) {
                throw new StartFailed("stopped while starting");
            }
            launch.run();
        } finally {
            launching.readLock().unlock();
        }
    }

    /** False where it ended because its clock was set back. */
    private boolean awaitReady(Part part) {
        long deadline = System.nanoTime() + READY_LIMIT.toNanos();
        String last = "no answer";
        while (System.nanoTime() < deadline) {
            // Another whose clock was set back is started again in its turn.
            children.lost().ifPresent(lost -> {
                throw new StartFailed(obituary(lost));
            });
            if (children.endedByClock(part)) {
                return false;
            }
            last = health.of(part);
            if (Health.ready(last)) {
                return true;
            }
            pause();
        }
        throw new StartFailed(part.label() + " did not become ready within " + READY_LIMIT.toSeconds() + " s (" + last
                + "). The end of " + state.log(part.label()) + ":\n" + lastLines(part));
    }

    /** What a child that ended left behind. */
    private String obituary(Part part) {
        ChildProcess child = children.process(part).orElseThrow();
        return part.label() + " ended with exit code " + child.exitCode() + ". The end of " + child.log() + ":\n"
                + lastLines(part);
    }

    private String lastLines(Part part) {
        return children.process(part)
                .map(child -> "  | " + String.join("\n  | ", child.lastLines(20)))
                .orElse("");
    }

    /** Whether a part of it was started, or may be at this moment. */
    public boolean started() {
        return started;
    }

    /** Services first, then what they need; each step bounded. A second call waits for the first and does nothing more. */
    public void stop() {
        stopping = true;
        tellThatItEnds();
        boolean exclusive = false;
        try {
            exclusive = launching.writeLock().tryLock(LAUNCH_PATIENCE.toSeconds(), TimeUnit.SECONDS);
            stopAll(parts.stream().filter(p -> !Part.INFRASTRUCTURE.contains(p)).toList());
            stopAll(List.of(Part.KAFKA));
            stopAll(List.of(Part.POSTGRESQL));
            SystemFile.delete(state.systemFile());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            if (exclusive) {
                launching.writeLock().unlock();
            }
        }
    }

    /** So that who would start another waits for it. */
    private synchronized void tellThatItEnds() {
        try {
            if (SystemFile.read(state.systemFile()).isPresent()) {
                new SystemFile(plan, parts, false).write(state.systemFile());
            }
        } catch (UncheckedIOException e) {
            // As on a full disk: whatever happens, the parts must be stopped.
            progress.say("it cannot be told that this system stops: " + e.getMessage());
        }
    }

    private synchronized void tellThatItIsReady() {
        if (!stopping) {
            new SystemFile(plan, parts, true).write(state.systemFile());
        }
    }

    private void stopAll(List<Part> some) {
        List<Part> running = children.running();
        inParallel(some.stream()
                .<Runnable>map(part -> () -> {
                    children.stop(part);
                    if (running.contains(part)) {
                        progress.say(part.label() + " is stopped");
                    }
                })
                .toList());
    }

    /** Runs all of them side by side; throws what the first that failed threw, without waiting for the others. */
    private static void inParallel(List<Runnable> actions) {
        CompletableFuture<Void> failed = new CompletableFuture<>();
        List<CompletableFuture<Void>> futures = actions.stream()
                .map(action -> CompletableFuture.runAsync(action, task -> {
                    Thread thread = new Thread(task, "part");
                    thread.setDaemon(true);
                    thread.start();
                }))
                .toList();
        futures.forEach(future -> future.whenComplete((done, error) -> {
            if (error != null) {
                failed.completeExceptionally(error);
            }
        }));
        CompletableFuture<Void> all = CompletableFuture.allOf(futures.toArray(CompletableFuture[]::new));
        try {
            CompletableFuture.anyOf(all, failed).join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private static void pause() {
        try {
            Thread.sleep(100);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new StartFailed("interrupted while starting");
        }
    }
}
