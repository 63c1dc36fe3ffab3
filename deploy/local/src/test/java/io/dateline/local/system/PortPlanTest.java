package io.dateline.local.system;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.local.process.Ports;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PortPlanTest {
    @Test
    void countsEveryPortFromTheBase() {
        // Given
        PortPlan plan = new PortPlan(9000);

        // When
        List<PortPlan.Need> needs = plan.needs(List.of(Part.values()));

        // Then
        assertThat(needs)
                .extracting(PortPlan.Need::port)
                .containsExactlyInAnyOrder(9000, 9001, 9002, 9003, 9004, 9005, 9006, 9010, 9011, 9012);
        assertThat(plan.http(Part.STORE)).isEqualTo(9000);
        assertThat(plan.management(Part.ENRICH)).isEqualTo(9012);
        assertThat(plan.needs(Part.INFRASTRUCTURE))
                .extracting(PortPlan.Need::port)
                .containsExactly(9003, 9004, 9005);
    }

    @ParameterizedTest
    @ValueSource(ints = {-1, 0, 1023, 65_524})
    void refusesABaseThatLeavesNoRoom(int base) {
        assertThatThrownBy(() -> new PortPlan(base)).hasMessageContaining("between 1024 and 65523");
    }

    @ParameterizedTest
    @ValueSource(ints = {1024, 65_523})
    void takesTheLowestAndTheHighestBase(int base) {
        assertThatCode(() -> new PortPlan(base)).doesNotThrowAnyException();
    }

    @Test
    void namesAPortThatIsTakenAndWhoNeedsIt() throws Exception {
        // Given
        int free = Ports.freeRange(1);
        try (ServerSocket other = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            List<PortPlan.Need> needs =
                    List.of(new PortPlan.Need(free, "ingest"), new PortPlan.Need(other.getLocalPort(), "store"));

            // When, Then
            assertThatThrownBy(() -> PortCheck.requireFree(needs))
                    .isInstanceOf(StartFailed.class)
                    .hasMessageContaining("port " + other.getLocalPort() + " is taken (needed by store)")
                    .hasMessageNotContaining("ingest");
        }
    }
}
