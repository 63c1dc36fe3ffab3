package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.ChangesReader;
import io.dateline.systemtests.system.Dateline;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Instance;
import io.dateline.systemtests.system.Service;
import java.time.Duration;
import org.junit.jupiter.api.Test;

/** Two store instances write at once, each its share of the partitions, while a reader follows the change sequence. */
class ScaleOutIT {
    private static final int ARTICLES = 3_000;
    private static final Duration LIMIT = Duration.ofMinutes(3);

    private final Http http = new Http();

    @Test
    void readerOfEitherInstanceSeesEveryChangeOnceAndInOrderWhileBothWrite() {
        try (Dateline dateline = Dateline.start()) {
            // Given
            Instance first = dateline.instance(Service.STORE);
            Instance second = dateline.startSecond(Service.STORE);
            ChangesReader one = new ChangesReader(http, first.url());
            ChangesReader two = new ChangesReader(http, second.url());
            String lines = Corpus.ndjson(Corpus.generated(ARTICLES, 11));

            // When
            var answer = http.post(dateline.url(Service.INGEST) + "/api/articles", "application/x-ndjson", lines);
            Await.until("both readers to have seen everything", LIMIT, () -> {
                one.poll();
                two.poll();
                return one.count() >= ARTICLES && two.count() >= ARTICLES;
            });

            // Then
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(202);
            assertThat(one.faults()).isEmpty();
            assertThat(two.faults()).isEmpty();
            assertThat(one.count()).isEqualTo(ARTICLES);
            assertThat(two.last()).isEqualTo(one.last()).isEqualTo(ARTICLES);
            assertThat(first.articles(http, "stored")).isPositive();
            assertThat(second.articles(http, "stored")).isPositive();
        }
    }
}
