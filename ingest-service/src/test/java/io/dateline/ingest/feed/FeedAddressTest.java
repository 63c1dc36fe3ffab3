package io.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.opml.Subscription;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One feed is polled once, however its address is written. */
class FeedAddressTest {
    private static final String FEED = "https://news.example.org/Feed?a=%C3%A4";
    private static Database database;

    private final FeedRules rules =
            new FeedRules(new AddressGuard(Set.of()), Duration.ofSeconds(5), Duration.ofMinutes(5));
    private final FeedStore feeds = new FeedStore(database);

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("feed_address_test");
    }

    @BeforeEach
    void empty() {
        TestDatabase.run(database, "TRUNCATE feeds, hosts, polls, feed_counts, websub, feed_status_outbox");
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://News.Example.org/Feed?a=%C3%A4, https://news.example.org/Feed?a=%C3%A4",
        "https://news.example.org:443/a#b, https://news.example.org/a",
        "http://news.example.org:80, http://news.example.org/",
        "http://news.example.org:443/, http://news.example.org:443/",
        "https://news.example.org#top, https://news.example.org/",
        "https://news.example.org?feed=rss, https://news.example.org/?feed=rss",
        "'https://[2606:2800:220:1:248:1893:25C8:1946]/', 'https://[2606:2800:220:1:248:1893:25c8:1946]/'",
    })
    void keepsAnAddressInOneForm(String written, String expected) {
        // given, when
        String url = rules.check(request(written)).url();
        // then
        assertThat(url).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "HTTPS://News.Example.org/Feed?a=%C3%A4",
                "https://news.example.org:443/Feed?a=%C3%A4",
                "https://news.example.org/Feed?a=%C3%A4#x"
            })
    void refusesTheSameFeedWrittenOtherwise(String url) {
        // given
        create(FEED);
        // when, then
        assertThatThrownBy(() -> create(url))
                .isInstanceOf(ProblemException.class)
                .hasMessageContaining("feed-exists");
        FeedImport.Answer imported = take(url);
        assertThat(imported.created()).isZero();
        assertThat(imported.existing()).isEqualTo(1);
    }

    @Test
    void countsWaysToWriteOneFeedAsOneInAList() {
        // given, when
        FeedImport.Answer answer = take(FEED, FEED.replace("news", "NEWS"), FEED + "#1");
        // then
        assertThat(answer.created()).isEqualTo(1);
        assertThat(answer.repeated()).isEqualTo(2);
    }

    @Test
    void leavesTheAddressesOfEarlierVersionsAlone() {
        // given a feed that was kept as it was written
        Feed old = create(FEED);
        String written = "https://News.Example.org:443/Feed?a=%C3%A4";
        TestDatabase.run(database, "UPDATE feeds SET url = '" + written + "'");
        TestDatabase.run(database, "UPDATE feeds SET shape = 'rss 1.00 1.00 1.00 1.00 1.00'");

        // when its list is sent again, it is added again and paused
        FeedImport.Answer imported = take(written);
        assertThatThrownBy(() -> create(written)).hasMessageContaining("feed-exists");
        Feed paused = feeds.change(old.id(), rules.check(request(written)).keeping(written), true, null)
                .orElseThrow();

        // then
        assertThat(imported.created()).isZero();
        assertThat(paused.url()).isEqualTo(written);
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM feeds")).isEqualTo(1);
        assertThat(TestDatabase.count(database, "SELECT count(*) FROM feeds WHERE shape IS NOT NULL AND tags = '{t}'"))
                .isEqualTo(1);
    }

    @Test
    void leavesAFailingFeedWaitingWhenItsNameIsChanged() {
        // given a feed that has failed, and is to be left alone for a day
        Feed feed = create(FEED);
        TestDatabase.run(
                database, "UPDATE feeds SET state = 'failing', failures = 9, next_poll_at = now() + interval '1 day'");

        // when
        feeds.change(feed.id(), rules.check(request(FEED)), false, null).orElseThrow();

        // then
        assertThat(TestDatabase.count(
                        database,
                        "SELECT count(*) FROM feeds WHERE failures = 9 AND state = 'failing'"
                                + " AND next_poll_at > now() + interval '23 hours'"))
                .isEqualTo(1);
    }

    private Feed create(String url) {
        return feeds.create(rules.check(request(url)), false, List.of());
    }

    private FeedImport.Answer take(String... urls) {
        List<Subscription> list = java.util.Arrays.stream(urls)
                .map(url -> new Subscription(1, 1, url, "n", List.of("t")))
                .toList();
        return new FeedImport(database, rules).take(list);
    }

    private static FeedRequest request(String url) {
        return new FeedRequest(url, "n", null, null, null, null, null);
    }
}
