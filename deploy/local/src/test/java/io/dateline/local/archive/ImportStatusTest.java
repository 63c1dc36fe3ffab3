package io.dateline.local.archive;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.api.Test;

class ImportStatusTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void showsABarAndAnEstimateWhileItRuns() throws Exception {
        // given
        String answer = "{\"id\": \"import-1\", \"state\": \"running\", \"doneBytes\": 50, \"totalBytes\": 100,"
                + " \"accepted\": 12300, \"unchanged\": 2, \"sightings\": 1, \"rejected\": {\"too-large\": 1, \"truncated\": 2},"
                + " \"articlesPerSecond\": 812.4, \"secondsLeft\": 75}";

        // when
        ImportStatus status = ImportStatus.of(JSON.readTree(answer));

        // then
        assertThat(status.over()).isFalse();
        assertThat(status.line())
                .isEqualTo("[###############...............]  50 %  12,300 articles, 3 known, 3 rejected, 812/s,"
                        + " about 1 min 15 s left");
    }

    @Test
    void saysHowItEnded() throws Exception {
        // given
        String answer =
                "{\"id\": \"import-1\", \"state\": \"done\", \"doneBytes\": 0, \"totalBytes\": 0, \"accepted\": 0}";

        // when
        ImportStatus status = ImportStatus.of(JSON.readTree(answer));

        // then
        assertThat(status.over()).isTrue();
        assertThat(status.line()).isEqualTo("[##############################] 100 %  0 articles, done");
    }

    @Test
    void knowsNoEstimateBeforeItHasBegun() throws Exception {
        // given
        String answer = "{\"id\": \"import-1\", \"state\": \"running\", \"doneBytes\": 0, \"totalBytes\": 9}";

        // when, then
        assertThat(ImportStatus.of(JSON.readTree(answer)).line())
                .isEqualTo("[..............................]   0 %  0 articles");
    }
}
