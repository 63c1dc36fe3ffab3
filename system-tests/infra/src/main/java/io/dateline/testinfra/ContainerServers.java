package io.dateline.testinfra;

import io.dateline.local.process.Ports;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import org.testcontainers.containers.GenericContainer;
import org.testcontainers.containers.wait.strategy.AbstractWaitStrategy;
import org.testcontainers.utility.DockerImageName;

/**
 * The same servers in containers. Images are the public ones unless {@code DATELINE_KAFKA_IMAGE} and
 * {@code DATELINE_POSTGRES_IMAGE} name others, as the build server does, which cannot pull any.
 */
final class ContainerServers implements Servers {
    /** A machine that is busy with other builds may take minutes over what takes another five seconds. */
    private static final Duration START_LIMIT = Duration.ofMinutes(4);

    private final int kafkaPort = Ports.freeRange(2);
    private final int postgresPort = kafkaPort + 1;
    private final GenericContainer<?> kafka;
    private final GenericContainer<?> postgres;

    ContainerServers(int advertisedKafkaPort) {
        int advertised = advertisedKafkaPort == 0 ? kafkaPort : advertisedKafkaPort;
        kafka = container("DATELINE_KAFKA_IMAGE", "apache/kafka:4.1.1", kafkaPort, 9092)
                .withEnv(Map.ofEntries(
                        Map.entry("KAFKA_NODE_ID", "1"),
                        Map.entry("KAFKA_PROCESS_ROLES", "broker,controller"),
                        Map.entry("KAFKA_LISTENERS", "PLAINTEXT://0.0.0.0:9092,CONTROLLER://127.0.0.1:9093"),
                        Map.entry("KAFKA_ADVERTISED_LISTENERS", "PLAINTEXT://127.0.0.1:" + advertised),
                        Map.entry("KAFKA_CONTROLLER_LISTENER_NAMES", "CONTROLLER"),
                        Map.entry("KAFKA_LISTENER_SECURITY_PROTOCOL_MAP", "CONTROLLER:PLAINTEXT,PLAINTEXT:PLAINTEXT"),
                        Map.entry("KAFKA_CONTROLLER_QUORUM_VOTERS", "1@127.0.0.1:9093"),
                        Map.entry("KAFKA_OFFSETS_TOPIC_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_REPLICATION_FACTOR", "1"),
                        Map.entry("KAFKA_TRANSACTION_STATE_LOG_MIN_ISR", "1"),
                        Map.entry("KAFKA_GROUP_INITIAL_REBALANCE_DELAY_MS", "0"),
                        Map.entry("KAFKA_AUTO_CREATE_TOPICS_ENABLE", "false"),
                        Map.entry("KAFKA_MESSAGE_MAX_BYTES", Integer.toString(9 * 1024 * 1024))));
        postgres = container("DATELINE_POSTGRES_IMAGE", "postgres:18", postgresPort, 5432)
                .withEnv(Map.of("POSTGRES_USER", USER, "POSTGRES_PASSWORD", PASSWORD, "POSTGRES_DB", "dateline"));
    }

    @Override
    public void start() {
        kafka.start();
        postgres.start();
        until("PostgreSQL", this::postgresAnswers);
        until("Kafka", this::kafkaAnswers);
    }

    @Override
    public void stop() {
        kafka.stop();
        postgres.stop();
    }

    @Override
    public void killKafka() {
        kill(kafka);
    }

    @Override
    public void stopKafka() {
        stop(kafka);
    }

    @Override
    public void startKafka() {
        revive(kafka);
        until("Kafka", this::kafkaAnswers);
    }

    @Override
    public void killPostgres() {
        kill(postgres);
    }

    @Override
    public void stopPostgres() {
        stop(postgres);
    }

    @Override
    public void startPostgres() {
        revive(postgres);
        until("PostgreSQL", this::postgresAnswers);
    }

    @Override
    public Map<String, Long> pids() {
        return Map.of();
    }

    /** SIGKILL; the container stays, and its data with it. */
    private static void kill(GenericContainer<?> container) {
        container.getDockerClient().killContainerCmd(container.getContainerId()).exec();
    }

    /** In order; the container stays, and its data with it. */
    private static void stop(GenericContainer<?> container) {
        container.getDockerClient().stopContainerCmd(container.getContainerId()).exec();
    }

    private static void revive(GenericContainer<?> container) {
        container
                .getDockerClient()
                .startContainerCmd(container.getContainerId())
                .exec();
    }

    @Override
    public String kafkaBootstrap() {
        return "127.0.0.1:" + kafkaPort;
    }

    @Override
    public String jdbcUrl() {
        return "jdbc:postgresql://127.0.0.1:" + postgresPort + "/dateline";
    }

    /** The port is fixed beforehand because Kafka must advertise it. */
    private static GenericContainer<?> container(String variable, String image, int hostPort, int port) {
        String chosen = System.getenv().getOrDefault(variable, image);
        GenericContainer<?> container = new GenericContainer<>(DockerImageName.parse(chosen));
        container.setPortBindings(List.of("127.0.0.1:" + hostPort + ":" + port));
        return container.waitingFor(new Answering());
    }

    private boolean postgresAnswers() {
        try (var connection = DriverManager.getConnection(jdbcUrl(), USER, PASSWORD)) {
            return connection.isValid(2);
        } catch (SQLException notYet) {
            return false;
        }
    }

    private boolean kafkaAnswers() throws InterruptedException {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, kafkaBootstrap(),
                AdminClientConfig.REQUEST_TIMEOUT_MS_CONFIG, 2_000,
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG, 2_000);
        try (Admin admin = Admin.create(config)) {
            return !admin.describeCluster().nodes().get(3, TimeUnit.SECONDS).isEmpty();
        } catch (ExecutionException | TimeoutException notYet) {
            return false;
        }
    }

    private static void until(String server, Check answers) {
        long deadline = System.nanoTime() + START_LIMIT.toNanos();
        try {
            while (!answers.holds()) {
                if (System.nanoTime() > deadline) {
                    throw new IllegalStateException(
                            server + " in its container did not answer within " + START_LIMIT.toSeconds() + " s");
                }
                Thread.sleep(100);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private interface Check {
        boolean holds() throws InterruptedException;
    }

    /** Whether they answer is asked from here, by their own protocols; Testcontainers need not probe. */
    private static final class Answering extends AbstractWaitStrategy {
        @Override
        protected void waitUntilReady() {
            // start() asks after both were started, so that they start side by side.
        }
    }
}
