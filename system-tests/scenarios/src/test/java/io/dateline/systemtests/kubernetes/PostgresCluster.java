package io.dateline.systemtests.kubernetes;

import io.fabric8.kubernetes.api.model.ResourceRequirements;
import java.util.Map;

/**
 * A PostgreSQL cluster: the fields of {@code postgresql.cnpg.io/v1} that ours use. Source: CloudNativePG's API reference,
 * "ClusterSpec".
 */
record PostgresCluster(String apiVersion, String kind, Metadata metadata, Spec spec) {
    record Spec(
            int instances,
            String imageName,
            Bootstrap bootstrap,
            Postgresql postgresql,
            Storage storage,
            ResourceRequirements resources) {}

    record Bootstrap(Initdb initdb) {}

    record Initdb(String database, String owner, String encoding, String localeProvider, String builtinLocale) {}

    record Postgresql(Synchronous synchronous, Map<String, String> parameters) {}

    record Synchronous(String method, int number) {}

    record Storage(String size) {}
}
