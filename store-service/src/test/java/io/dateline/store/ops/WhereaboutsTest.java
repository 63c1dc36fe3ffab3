package io.dateline.store.ops;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class WhereaboutsTest {
    private static OpsSnapshot.Stage stage(String name, String lane, Long lag) {
        return new OpsSnapshot.Stage(name, lane, 1, 0, lag, null, null, null, List.of());
    }

    /** Of an id that nothing is known of. */
    private static String detail(long looked, long kept, List<OpsSnapshot.Stage> stages, String... troubles) {
        OpsSnapshot snapshot = new OpsSnapshot(
                null,
                stages,
                List.of(new OpsSnapshot.DeadLetterTopic("articles.raw.dead-letter", kept, List.of())),
                null,
                null,
                List.of(),
                List.of(troubles));
        DeadLetterList letters = new DeadLetterList() {
            @Override
            public List<OpsSnapshot.DeadLetterInfo> newest(String topic, String article, int limit) {
                return List.of();
            }

            @Override
            public long looked() {
                return looked;
            }
        };
        Whereabouts.Answer answer = new Whereabouts(id -> Optional.empty(), letters, () -> snapshot).find("wire-1");
        return ((Whereabouts.Unknown) answer).detail();
    }

    @Test
    void namesTheLanesInWhichSomethingWaits() {
        // When
        String detail = detail(
                3,
                3,
                List.of(
                        stage("ingest", "live", null),
                        stage("enrich", "live", 0L),
                        stage("enrich", "bulk", 1_200L),
                        stage("store", "live", 4L)));

        // Then
        assertThat(detail)
                .contains("none of the 3 dead letters")
                .contains("1200 before enrich (bulk), 4 before store (live) wait");
    }

    @Test
    void saysThatNothingWaitsOrThatItIsNotKnown() {
        assertThat(detail(0, 0, List.of(stage("enrich", "live", 0L)))).contains("Nothing waits");
        assertThat(detail(0, 0, List.of(stage("enrich", "live", null)))).contains("is not known");
    }

    @Test
    void saysWhatWasNotLookedAt() {
        assertThat(detail(2_000, 9_000, List.of())).contains("newest 2000 of 9000 dead letters");
        assertThat(detail(0, 0, List.of(), "the status topics have not been read yet"))
                .endsWith("Not all could be read: the status topics have not been read yet.");
    }
}
