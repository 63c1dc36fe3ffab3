package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Service;
import io.dateline.testinfra.Servers;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A whole Dateline whose services reach Kafka and PostgreSQL through lines that can be made bad. Kafka tells its clients
 * to come through the proxy, so that no connection goes round it.
 */
final class Rig implements AutoCloseable {
    /** After which a consumer that is not heard of is given up by its group, as the services set it. */
    static final Duration SESSION = Duration.ofSeconds(10);

    /** A feed has so long to answer; less than the 30 s of the product, so that a fault is soon over. */
    private static final Duration FETCH = Duration.ofSeconds(5);

    /** After which a feed is polled by another where its poller died: longer than a fetch and a publish take together. */
    private static final Duration LEASE = Duration.ofSeconds(31);

    /** Bytes of a record that faults write: beyond what the services send. */
    private static final int LARGEST = 32 * 1024 * 1024;

    private final FaultProxy kafka = FaultProxy.listenForKafka();
    private final FaultProxy postgres = FaultProxy.listen();
    private final FeedServer feeds = FeedServer.listen();
    private final Surroundings surroundings;
    private final Random random;
    private final Dateline dateline;
    private final List<String> doors = new ArrayList<>();
    private final Extras extras;

    /**
     * @param seed      of what faults leave to chance
     * @param instances of each service
     */
    Rig(long seed, Surroundings surroundings, int instances) {
        this.surroundings = surroundings;
        this.random = new Random(seed);
        SmallDisk disk = surroundings.disk();
        Servers servers = disk == null ? Servers.create(kafka.port()) : Servers.embedded(kafka.port(), disk.folder());
        int kafkaPort = URI.create("kafka://" + servers.kafkaBootstrap()).getPort();
        URI database = URI.create(servers.jdbcUrl().substring("jdbc:".length()));
        kafka.to(kafkaPort);
        postgres.to(database.getPort());
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka.port());
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + database.getPath());
        environment.put("DATELINE_INGEST_FETCH_ALLOW", String.join(",", feeds.hosts()));
        environment.put("DATELINE_INGEST_FETCH_DEADLINE", FETCH.toSeconds() + "s");
        environment.put("DATELINE_INGEST_POLL_LEASE", LEASE.toSeconds() + "s");
        environment.putAll(surroundings.settings());
        if (surroundings.clock() != null) {
            environment.putAll(surroundings.clock().environment());
        }
        dateline = Dateline.start(servers, environment);
        doors.add(dateline.url(Service.INGEST));
        if (instances > 1) {
            doors.add(dateline.startSecond(Service.INGEST).url());
            dateline.startSecond(Service.ENRICH);
            dateline.startSecond(Service.STORE);
        }
        extras = new Extras(servers.kafkaBootstrap(), LARGEST);
    }

    /** Base addresses of the instances of ingest. */
    List<String> doors() {
        return List.copyOf(doors);
    }

    Dateline dateline() {
        return dateline;
    }

    /** The line between the services and Kafka. */
    FaultProxy kafka() {
        return kafka;
    }

    /** The line between the services and PostgreSQL. */
    FaultProxy postgres() {
        return postgres;
    }

    /** What is sent besides the flow. */
    Extras extras() {
        return extras;
    }

    /** Where ingest may fetch feeds. */
    FeedServer feeds() {
        return feeds;
    }

    Surroundings surroundings() {
        return surroundings;
    }

    /** For one fault at a time. */
    Random random() {
        return random;
    }

    @Override
    public void close() {
        extras.close();
        dateline.close();
        feeds.close();
        kafka.close();
        postgres.close();
    }
}
