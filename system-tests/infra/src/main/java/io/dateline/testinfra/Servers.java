package io.dateline.testinfra;

import io.dateline.contracts.topic.TopicProvisioner;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * A real Kafka and a real PostgreSQL to test on, each of which can be killed and started again on its data. The system
 * property {@code dateline.infra} chooses the kind: {@code embedded} (child processes, the default) or
 * {@code containers} (Testcontainers).
 */
public interface Servers {
    String USER = "dateline";
    String PASSWORD = "only-for-tests";
    /** Two hundred partitions on a slow disk are more than the default minute. */
    int CREATE_TOPICS_MS = 180_000;

    /** New servers of the chosen kind, not started yet. */
    static Servers create() {
        return create(0);
    }

    /**
     * New servers of the chosen kind, not started yet; their addresses stand already.
     *
     * @param advertisedKafkaPort where clients are told to reach Kafka, a proxy's; 0: at Kafka's own port
     */
    static Servers create(int advertisedKafkaPort) {
        String kind = System.getProperty("dateline.infra", "embedded");
        return switch (kind) {
            case "embedded" -> new EmbeddedServers(advertisedKafkaPort);
            case "containers" -> new ContainerServers(advertisedKafkaPort);
            default -> throw new IllegalArgumentException("dateline.infra is embedded or containers, not " + kind);
        };
    }

    /**
     * New child processes whatever the kind chosen, with their data in a folder of the caller's.
     *
     * @param folder emptied when they are stopped
     */
    static Servers embedded(int advertisedKafkaPort, Path folder) {
        return new EmbeddedServers(advertisedKafkaPort, folder.resolve("servers"));
    }

    /** Starts both and returns when both answer. */
    void start();

    /** Ends both and removes their data. */
    void stop();

    String kafkaBootstrap();

    String jdbcUrl();

    /** Ends Kafka as a power cut would. */
    void killKafka();

    /** Ends Kafka in order. */
    void stopKafka();

    /** Starts Kafka again on its data and returns when it answers. */
    void startKafka();

    /** Ends PostgreSQL as a power cut would. */
    void killPostgres();

    /** Ends PostgreSQL in order, without waiting for sessions. */
    void stopPostgres();

    /** Starts PostgreSQL again on its data and returns when it answers. */
    void startPostgres();

    /**
     * Starts a second PostgreSQL that has all that the first has committed, and without which the first commits nothing.
     *
     * @return false where this kind of servers can have none
     */
    default boolean startStandby() {
        return false;
    }

    /**
     * Ends PostgreSQL as a power cut would and puts the standby in its place, whose address {@link #jdbcUrl} is from then on.
     *
     * @return false where there is no standby; then nothing is done
     */
    default boolean promoteStandby() {
        return false;
    }

    /** Process ids on this machine by name, for accounting; empty where they run in containers. */
    Map<String, Long> pids();

    /** Creates the topics of the catalogue. */
    default void createTopics() {
        Map<String, Object> config = Map.of(
                AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG,
                kafkaBootstrap(),
                AdminClientConfig.DEFAULT_API_TIMEOUT_MS_CONFIG,
                CREATE_TOPICS_MS);
        try (Admin admin = Admin.create(config)) {
            new TopicProvisioner(admin).createMissing((short) 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
