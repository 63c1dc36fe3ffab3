package io.dateline.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;

import io.fabric8.kubernetes.api.model.IntOrString;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicy;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPeer;
import io.fabric8.kubernetes.api.model.networking.v1.NetworkPolicyPort;
import java.io.IOException;
import java.net.InetAddress;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who reaches whom: nobody by default, and every exception leads from pods that are there to a port that is there. */
class NetworkTest {
    private Pods pods;
    private List<NetworkPolicy> policies;

    @BeforeEach
    void render() throws IOException {
        Manifests example = Manifests.example();
        pods = new Pods(example);
        policies = example.all(NetworkPolicy.class);
    }

    @Test
    void nobodyReachesAnybodyUnlessSaid() {
        // When / Then
        assertThat(policies).anySatisfy(policy -> {
            assertThat(policy.getSpec().getPodSelector().getMatchLabels()).isNullOrEmpty();
            assertThat(policy.getSpec().getPolicyTypes()).containsExactlyInAnyOrder("Ingress", "Egress");
            assertThat(policy.getSpec().getIngress()).isNullOrEmpty();
            assertThat(policy.getSpec().getEgress()).isNullOrEmpty();
        });
    }

    @Test
    void everyRuleNamesItsPortsAndPodsThatAreThere() {
        // When / Then
        assertThat(policies).hasSizeGreaterThan(7).allSatisfy(policy -> {
            Set<String> about = pods.matching(policy.getSpec().getPodSelector().getMatchLabels());
            assertThat(about).isNotEmpty();
            policy.getSpec().getIngress().forEach(rule -> {
                assertThat(rule.getPorts()).isNotEmpty();
                assertThat(about).allSatisfy(pod -> assertThat(pods.ports(pod)).containsAll(ports(rule.getPorts())));
                peers(rule.getFrom())
                        .forEach(labels -> assertThat(pods.matching(labels)).isNotEmpty());
            });
            policy.getSpec().getEgress().forEach(rule -> {
                assertThat(rule.getPorts()).isNotEmpty();
                peers(rule.getTo())
                        .forEach(labels -> assertThat(pods.matching(labels))
                                .isNotEmpty()
                                .allSatisfy(pod -> assertThat(pods.ports(pod)).containsAll(ports(rule.getPorts()))));
            });
        });
    }

    @Test
    void servicesReachWhatTheyNeedAndNothingElse() {
        // When / Then
        assertThat(reached("ingest")).containsExactlyInAnyOrder("kafka", "postgres", "internet:80", "internet:443");
        assertThat(reached("enrich")).containsExactlyInAnyOrder("kafka");
        assertThat(reached("store")).containsExactlyInAnyOrder("kafka", "postgres", "ingest", "internet:443");
    }

    @Test
    void whatMayGoOutIsLetInAtTheOtherEnd() {
        // When / Then
        assertThat(letIn("ingest")).contains("store");
        assertThat(letIn("postgres")).contains("ingest", "store").doesNotContain("enrich");
        assertThat(pods.kafkaLetsIn()).contains("ingest", "enrich", "store").doesNotContain("postgres");
    }

    @Test
    void theInternetIsOnlyWhatIsNotOurs() throws IOException {
        // Given
        List<String> ours = List.of(
                "10.1.2.3",
                "100.64.0.1",
                "127.0.0.1",
                "169.254.169.254",
                "172.20.0.1",
                "192.168.1.1",
                "0.0.0.0",
                "224.0.0.1",
                "255.255.255.255",
                "::1",
                "fd00::1",
                "fe80::1",
                "64:ff9b::a9fe:a9fe",
                "2002:a9fe:a9fe::",
                "ff02::1");

        // When / Then
        List<Blocks> blocks = policies.stream()
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .map(rule -> Blocks.of(rule.getTo()))
                .filter(Blocks::any)
                .toList();
        assertThat(blocks).hasSize(2);
        for (Blocks block : blocks) {
            assertThat(block.contains(InetAddress.getByName("93.184.215.14"))).isTrue();
            assertThat(block.contains(InetAddress.getByName("2606:2800:21f:cb07::1")))
                    .isTrue();
            for (String address : ours) {
                assertThat(block.contains(InetAddress.getByName(address)))
                        .as(address)
                        .isFalse();
            }
        }
    }

    private Set<String> reached(String service) {
        Set<String> reached = new TreeSet<>();
        policies.stream()
                .filter(policy -> pods.matching(
                                policy.getSpec().getPodSelector().getMatchLabels())
                        .equals(Set.of(service)))
                .flatMap(policy -> policy.getSpec().getEgress().stream())
                .forEach(rule -> {
                    peers(rule.getTo()).forEach(labels -> reached.addAll(pods.matching(labels)));
                    if (Blocks.of(rule.getTo()).any()) {
                        ports(rule.getPorts()).forEach(port -> reached.add("internet:" + port));
                    }
                });
        return reached;
    }

    private Set<String> letIn(String service) {
        Set<String> in = new TreeSet<>();
        policies.stream()
                .filter(policy -> pods.matching(
                                policy.getSpec().getPodSelector().getMatchLabels())
                        .equals(Set.of(service)))
                .flatMap(policy -> policy.getSpec().getIngress().stream())
                .flatMap(rule -> peers(rule.getFrom()))
                .forEach(labels -> in.addAll(pods.matching(labels)));
        return in;
    }

    /** Labels of the peers in our own namespace; the others are not ours to look at. */
    private static Stream<Map<String, String>> peers(List<NetworkPolicyPeer> peers) {
        return peers.stream()
                .filter(peer -> peer.getNamespaceSelector() == null && peer.getPodSelector() != null)
                .map(peer -> peer.getPodSelector().getMatchLabels());
    }

    private static List<String> ports(List<NetworkPolicyPort> ports) {
        return ports.stream()
                .map(NetworkPolicyPort::getPort)
                .map(NetworkTest::text)
                .toList();
    }

    private static String text(IntOrString port) {
        return port.getStrVal() == null ? String.valueOf(port.getIntVal()) : port.getStrVal();
    }
}
