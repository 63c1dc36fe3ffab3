package io.dateline.testinfra;

import io.dateline.contracts.topic.TopicProvisioner;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;

/**
 * One real Kafka, with all topics, and one real PostgreSQL for the tests of this JVM, started at first use and ended
 * with it. The system property {@code dateline.infra} chooses: {@code embedded} (child processes, the default) or
 * {@code containers} (Testcontainers).
 */
public final class TestInfra {
    private static TestInfra running;

    private final Servers servers;

    private TestInfra(Servers servers) {
        this.servers = servers;
    }

    /** The servers of this JVM; the first call starts them and creates the topics. */
    public static synchronized TestInfra get() {
        if (running == null) {
            Servers servers = choose();
            Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "stop test servers"));
            servers.start();
            createTopics(servers.kafkaBootstrap());
            running = new TestInfra(servers);
        }
        return running;
    }

    public String kafkaBootstrap() {
        return servers.kafkaBootstrap();
    }

    public String jdbcUrl() {
        return servers.jdbcUrl();
    }

    public String username() {
        return Servers.USER;
    }

    public String password() {
        return Servers.PASSWORD;
    }

    private static Servers choose() {
        String kind = System.getProperty("dateline.infra", "embedded");
        return switch (kind) {
            case "embedded" -> new EmbeddedServers();
            case "containers" -> new ContainerServers();
            default -> throw new IllegalArgumentException("dateline.infra is embedded or containers, not " + kind);
        };
    }

    private static void createTopics(String bootstrap) {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            new TopicProvisioner(admin).createMissing((short) 1);
        } catch (ExecutionException e) {
            throw new IllegalStateException("the topics could not be created", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
