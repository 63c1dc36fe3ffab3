package io.dateline.systemtests.faults;

import io.dateline.systemtests.system.Dateline;
import io.dateline.testinfra.Servers;
import java.net.URI;
import java.time.Duration;
import java.util.HashMap;
import java.util.Map;

/**
 * A whole Dateline whose services reach Kafka and PostgreSQL through lines that can be made bad. Kafka tells its clients
 * to come through the proxy, so that no connection goes round it.
 */
final class Rig implements AutoCloseable {
    /** After which a consumer that is not heard of is given up by its group, as the services set it. */
    static final Duration SESSION = Duration.ofSeconds(10);

    private final FaultProxy kafka = FaultProxy.listen();
    private final FaultProxy postgres = FaultProxy.listen();
    private final SmallDisk disk;
    private final Dateline dateline;
    private final Poison poison;

    /** @param disk on which Kafka and PostgreSQL lie, or null for the machine's own; closed with this */
    Rig(SmallDisk disk) {
        this.disk = disk;
        Servers servers = disk == null ? Servers.create(kafka.port()) : Servers.embedded(kafka.port(), disk.folder());
        int kafkaPort = URI.create("kafka://" + servers.kafkaBootstrap()).getPort();
        URI database = URI.create(servers.jdbcUrl().substring("jdbc:".length()));
        kafka.to(kafkaPort);
        postgres.to(database.getPort());
        Map<String, String> environment = new HashMap<>();
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "127.0.0.1:" + kafka.port());
        environment.put(
                "QUARKUS_DATASOURCE_JDBC_URL", "jdbc:postgresql://127.0.0.1:" + postgres.port() + database.getPath());
        dateline = Dateline.start(servers, environment);
        poison = new Poison(servers.kafkaBootstrap());
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

    Poison poison() {
        return poison;
    }

    /** Null where they lie on the machine's own. */
    SmallDisk disk() {
        return disk;
    }

    @Override
    public void close() {
        poison.close();
        dateline.close();
        kafka.close();
        postgres.close();
        if (disk != null) {
            disk.close();
        }
    }
}
