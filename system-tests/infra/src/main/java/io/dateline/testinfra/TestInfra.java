package io.dateline.testinfra;

/**
 * One real Kafka, with all topics, and one real PostgreSQL for the tests of this JVM, started at first use and ended
 * with it; see {@link Servers} for the kinds.
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
            Servers servers = Servers.create();
            Runtime.getRuntime().addShutdownHook(new Thread(servers::stop, "stop test servers"));
            try {
                servers.start();
                servers.createTopics();
            } catch (RuntimeException e) {
                // A test says only that its service did not start.
                System.err.println("The test servers did not start: " + e);
                // The next class tries others, which these would only be in the way of.
                servers.stop();
                throw e;
            }
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
}
