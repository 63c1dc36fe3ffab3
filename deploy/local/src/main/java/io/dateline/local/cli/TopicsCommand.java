package io.dateline.local.cli;

import io.dateline.contracts.topic.TopicProvisioner;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AdminClientConfig;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Creates the topics of the catalogue on any cluster: run once before the services start. */
@Command(name = "topics", description = "Creates the topics that are missing.")
final class TopicsCommand implements Callable<Integer> {
    @Mixin
    private HelpOption help;

    @Option(
            names = "--bootstrap",
            required = true,
            defaultValue = "${env:KAFKA_BOOTSTRAP_SERVERS}",
            description = "The cluster; default: $KAFKA_BOOTSTRAP_SERVERS.")
    private String bootstrap;

    @Option(
            names = "--replication",
            defaultValue = "1",
            description = "Copies of each partition; default: ${DEFAULT-VALUE}.")
    private short replication;

    @Override
    public Integer call() throws ExecutionException, InterruptedException {
        try (Admin admin = Admin.create(Map.of(AdminClientConfig.BOOTSTRAP_SERVERS_CONFIG, bootstrap))) {
            TopicProvisioner provisioner = new TopicProvisioner(admin);
            provisioner.createMissing(replication);
            List<String> differences = provisioner.differences();
            differences.forEach(System.err::println);
            System.out.println(differences.isEmpty() ? "the topics are there" : "the topics are not as they must be");
            return differences.isEmpty() ? 0 : 1;
        }
    }
}
