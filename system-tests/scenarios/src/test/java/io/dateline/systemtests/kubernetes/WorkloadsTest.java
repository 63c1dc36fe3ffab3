package io.dateline.systemtests.kubernetes;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.dateline.systemtests.system.Checkout;
import io.fabric8.kubernetes.api.model.Container;
import io.fabric8.kubernetes.api.model.ContainerPort;
import io.fabric8.kubernetes.api.model.EnvVar;
import io.fabric8.kubernetes.api.model.PodSecurityContext;
import io.fabric8.kubernetes.api.model.PodSpec;
import io.fabric8.kubernetes.api.model.Probe;
import io.fabric8.kubernetes.api.model.SecurityContext;
import io.fabric8.kubernetes.api.model.Service;
import io.fabric8.kubernetes.api.model.apps.Deployment;
import io.fabric8.kubernetes.api.model.networking.v1.Ingress;
import io.fabric8.kubernetes.api.model.policy.v1.PodDisruptionBudget;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The three services as pods: with no rights they do not need, told only what they understand, never all gone at once. */
class WorkloadsTest {
    private static final Set<String> SECRET_WORDS = Set.of("PASSWORD", "SECRET", "TOKEN", "USERNAME");

    private Manifests example;

    @BeforeEach
    void render() throws IOException {
        example = Manifests.example();
        assertThat(example.all(Deployment.class)).hasSize(3);
    }

    @Test
    void everyContainerRunsWithoutRightsOnAFileSystemItCannotChange() {
        // When / Then
        assertThat(example.all(Deployment.class)).map(WorkloadsTest::pod).allSatisfy(pod -> {
            PodSecurityContext all = pod.getSecurityContext();
            assertThat(all.getRunAsNonRoot()).isTrue();
            assertThat(all.getRunAsUser()).isEqualTo(10001);
            assertThat(all.getSeccompProfile().getType()).isEqualTo("RuntimeDefault");
            assertThat(pod.getAutomountServiceAccountToken()).isFalse();
            assertThat(pod.getHostNetwork()).isNull();
            assertThat(pod.getInitContainers()).isEmpty();
            assertThat(pod.getVolumes()).allMatch(volume -> volume.getHostPath() == null);
            assertThat(pod.getContainers()).hasSize(1).allSatisfy(container -> {
                SecurityContext own = container.getSecurityContext();
                assertThat(own.getReadOnlyRootFilesystem()).isTrue();
                assertThat(own.getAllowPrivilegeEscalation()).isFalse();
                assertThat(own.getCapabilities().getDrop()).containsExactly("ALL");
                assertThat(own.getCapabilities().getAdd()).isEmpty();
                assertThat(own.getPrivileged()).isNull();
                assertThat(container.getResources().getLimits()).containsOnlyKeys("cpu", "memory");
                assertThat(container.getResources().getRequests().get("memory"))
                        .isEqualTo(container.getResources().getLimits().get("memory"));
            });
        });
    }

    @Test
    void theUserIsTheOneOfTheImage() throws IOException {
        assertThat(Files.readString(Checkout.root().resolve("deploy/images/service/Dockerfile")))
                .contains("USER "
                        + pod(example.deployment("store")).getSecurityContext().getRunAsUser());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "store"})
    void probesAskTheManagementPortOfTheImage(String service) throws IOException {
        // Given
        Container container = example.container(service);
        String dockerfile = Files.readString(Checkout.root().resolve("deploy/images/service/Dockerfile"));
        Map<Probe, String> probes = Map.of(
                container.getStartupProbe(), "/q/health/started",
                container.getLivenessProbe(), "/q/health/live",
                container.getReadinessProbe(), "/q/health/ready");

        // When / Then
        assertThat(probes).hasSize(3).allSatisfy((probe, path) -> {
            assertThat(probe.getHttpGet().getPath()).isEqualTo(path);
            assertThat(probe.getHttpGet().getPort().getStrVal()).isEqualTo("management");
        });
        assertThat(container.getPorts())
                .extracting(ContainerPort::getName, ContainerPort::getContainerPort)
                .containsExactlyInAnyOrder(tuple("http", 8080), tuple("management", 8090));
        assertThat(dockerfile).contains("QUARKUS_HTTP_PORT=8080").contains("QUARKUS_MANAGEMENT_PORT=8090");
        assertThat(ServiceSettings.of(service).get("quarkus.management.enabled"))
                .isEqualTo("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "store"})
    void aPodIsGivenMoreTimeThanItTakesToStop(String service) throws IOException {
        // Given
        String timeout = ServiceSettings.of(service).get("quarkus.shutdown.timeout");
        long sleeps = example.container(service)
                .getLifecycle()
                .getPreStop()
                .getSleep()
                .getSeconds();

        // When / Then
        assertThat(pod(example.deployment(service)).getTerminationGracePeriodSeconds())
                .isGreaterThan(sleeps + Long.parseLong(timeout.replace("s", "")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "store"})
    void everyVariableIsOneThatTheServiceKnows(String service) throws Exception {
        // Given
        Set<String> known = ServiceSettings.of(service).environment();

        // When / Then
        assertThat(known).contains("KAFKA_BOOTSTRAP_SERVERS", "DATELINE_ACCESS_KEYS_FILE", "JAVA_OPTS");
        assertThat(known).doesNotContain("DATELINE_ACCESS_KEYFILE");
        assertThat(example.container(service).getEnv())
                .extracting(EnvVar::getName)
                .doesNotHaveDuplicates()
                .isSubsetOf(known);
    }

    @Test
    void secretsAreNamedAndNeverContained() throws IOException {
        // When / Then
        assertThat(example.all(Deployment.class))
                .flatExtracting(
                        deployment -> pod(deployment).getContainers().get(0).getEnv())
                .filteredOn(variable -> SECRET_WORDS.stream()
                        .anyMatch(word -> ((EnvVar) variable).getName().contains(word)))
                .hasSize(4)
                .allSatisfy(variable -> {
                    assertThat(((EnvVar) variable).getValue()).isNull();
                    assertThat(((EnvVar) variable)
                                    .getValueFrom()
                                    .getSecretKeyRef()
                                    .getName())
                            .isEqualTo("dateline-postgres-app");
                });
        assertThat(Kustomization.render(Manifests.FOLDER.resolve("overlays/example")))
                .extracting(object -> object.get("kind").asText())
                .doesNotContain("Secret");
    }

    @ParameterizedTest
    @ValueSource(strings = {"ingest", "enrich", "store"})
    void whoeverAsksNeedsAKey(String service) {
        // Given
        Container container = example.container(service);
        String keys = value(container, "DATELINE_ACCESS_KEYS_FILE");
        var mount = container.getVolumeMounts().stream()
                .filter(one -> keys.startsWith(one.getMountPath() + "/"))
                .findFirst()
                .orElseThrow();
        var volume = pod(example.deployment(service)).getVolumes().stream()
                .filter(one -> one.getName().equals(mount.getName()))
                .findFirst()
                .orElseThrow();

        // When / Then
        assertThat(container.getEnv()).extracting(EnvVar::getName).doesNotContain("DATELINE_ACCESS_OPEN");
        assertThat(mount.getReadOnly()).isTrue();
        // A file mounted by itself would keep its first content for ever: keys could not be revoked.
        assertThat(mount.getSubPath()).isNull();
        assertThat(volume.getSecret().getSecretName()).isEqualTo("dateline-access");
        assertThat(volume.getSecret().getOptional()).isNull();
        assertThat(volume.getSecret().getDefaultMode()).isEqualTo(0440);
        assertThat(pod(example.deployment(service)).getSecurityContext().getFsGroup())
                .isEqualTo(10001);
    }

    @Test
    void imagesAreThoseThatAreBuiltHere() throws IOException {
        // Given
        String script = Files.readString(Checkout.root().resolve("deploy/images/build-local"));

        // When / Then
        assertThat(script).contains("dateline/$service:local");
        assertThat(Manifests.base().all(Deployment.class))
                .map(deployment -> pod(deployment).getContainers().get(0).getImage())
                .hasSize(3)
                .allSatisfy(image -> {
                    String module = image.replaceAll("^dateline/(.*):local$", "$1");
                    assertThat(Checkout.root().resolve(module)).isDirectory();
                    assertThat(script).contains(module);
                });
        assertThat(example.all(Deployment.class))
                .map(deployment -> pod(deployment).getContainers().get(0).getImage())
                .allMatch(
                        image -> image.matches("registry\\.example\\.org/dateline/[a-z]+-service:\\d+\\.\\d+\\.\\d+"));
    }

    @Test
    void everyServiceLeadsToPodsAndPortsThatAreThere() {
        // When / Then
        assertThat(example.all(Service.class)).hasSize(3).allSatisfy(service -> {
            List<Deployment> behind = selected(service.getSpec().getSelector());
            assertThat(behind).hasSize(1);
            assertThat(service.getSpec().getPorts())
                    .allSatisfy(port -> assertThat(
                                    pod(behind.get(0)).getContainers().get(0).getPorts())
                            .extracting(ContainerPort::getName)
                            .contains(port.getTargetPort().getStrVal()));
        });
    }

    @Test
    void everyIngressLeadsToAServiceAndEndsTls() {
        // When / Then
        assertThat(example.all(Ingress.class)).hasSize(2).allSatisfy(ingress -> {
            assertThat(ingress.getSpec().getRules()).allSatisfy(rule -> {
                assertThat(ingress.getSpec().getTls())
                        .anyMatch(tls -> tls.getHosts().contains(rule.getHost()));
                assertThat(rule.getHttp().getPaths())
                        .allSatisfy(path -> assertThat(example.all(Service.class))
                                .filteredOn(service -> service.getMetadata()
                                        .getName()
                                        .equals(path.getBackend().getService().getName()))
                                .flatExtracting(service -> service.getSpec().getPorts())
                                .extracting("name")
                                .contains(
                                        path.getBackend().getService().getPort().getName()));
            });
        });
    }

    @Test
    void aNodeCanBeEmptiedWhileAnInstanceStays() {
        // When / Then
        assertThat(example.all(PodDisruptionBudget.class)).hasSize(3).allSatisfy(budget -> {
            List<Deployment> kept = selected(budget.getSpec().getSelector().getMatchLabels());
            assertThat(kept).hasSize(1);
            assertThat(budget.getSpec().getMinAvailable().getIntVal())
                    .isPositive()
                    .isLessThan(example.fewestReplicas(kept.get(0)));
        });
    }

    @Test
    void aNewVersionComesBeforeTheOldGoesButForTheStoreWhoseTablesBothWouldUse() {
        // When / Then
        assertThat(example.deployment("store").getSpec().getStrategy().getType())
                .isEqualTo("Recreate");
        assertThat(List.of("ingest", "enrich")).allSatisfy(service -> {
            var rolling = example.deployment(service).getSpec().getStrategy().getRollingUpdate();
            assertThat(rolling.getMaxUnavailable().getIntVal()).isZero();
        });
        assertThat(example.all(Deployment.class)).allSatisfy(deployment -> {
            assertThat(deployment.getSpec().getTemplate().getMetadata().getLabels())
                    .containsAllEntriesOf(deployment.getSpec().getSelector().getMatchLabels());
        });
    }

    private List<Deployment> selected(Map<String, String> selector) {
        assertThat(selector).isNotEmpty();
        return example.all(Deployment.class).stream()
                .filter(deployment -> deployment
                        .getSpec()
                        .getTemplate()
                        .getMetadata()
                        .getLabels()
                        .entrySet()
                        .containsAll(selector.entrySet()))
                .toList();
    }

    private static PodSpec pod(Deployment deployment) {
        return deployment.getSpec().getTemplate().getSpec();
    }

    private static String value(Container container, String variable) {
        return container.getEnv().stream()
                .filter(one -> one.getName().equals(variable))
                .map(EnvVar::getValue)
                .findFirst()
                .orElseThrow();
    }
}
