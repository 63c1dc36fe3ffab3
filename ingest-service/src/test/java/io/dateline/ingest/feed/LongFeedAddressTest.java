package io.dateline.ingest.feed;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.opml.Subscription;
import io.dateline.ingest.support.TestDatabase;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Addresses of feeds that are longer than the database's indexes take. */
class LongFeedAddressTest {
    private static Database database;
    private final FeedRules rules =
            new FeedRules(new AddressGuard(Set.of()), Duration.ofSeconds(5), Duration.ofMinutes(5));

    @BeforeAll
    static void schema() {
        database = TestDatabase.fresh("long_feed_address_test");
    }

    @ParameterizedTest
    @ValueSource(strings = {"https://news.example.org/%s", "https://%s.example.org/feed"})
    void refusesThemWithAReason(String form) {
        // given
        FeedRequest request = request(form.formatted(noise(3_500)));

        // when, then
        assertThatThrownBy(() -> rules.check(request)).isInstanceOfSatisfying(ProblemException.class, e -> {
            assertThat(e.problem().code()).isEqualTo(ProblemCode.INVALID_FEED.code());
            assertThat(e.problem().detail()).containsAnyOf("too long", "longer host");
        });
    }

    @Test
    void refusesAHostOfMoreCharactersThanANameMayHave() {
        // given names of 253 and of 254 characters
        String name = "abcdefghi.".repeat(24) + "abcde.example";

        // when, then
        assertThat(rules.check(request("https://" + name + "/feed")).host()).hasSize(253);
        assertThatThrownBy(() -> rules.check(request("https://a" + name + "/feed")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void storesTheLongestThatIsTaken() {
        // given
        String url = "https://news.example.org/" + noise(2_575);

        // when
        Feed feed = new FeedStore(database).create(rules.check(request(url)), false, List.of());

        // then
        assertThat(feed.url()).isEqualTo(url).hasSize(2_600);
    }

    @Test
    void refusesThatEntryOfAListAlone() {
        // given
        List<Subscription> list = List.of(
                new Subscription(1, 1, "https://good.example.org/feed", "good", List.of()),
                new Subscription(2, 2, "https://good.example.org/" + noise(3_500), "long", List.of()));

        // when
        FeedImport.Answer answer = new FeedImport(database, rules).take(list);

        // then
        assertThat(answer.created()).isEqualTo(1);
        assertThat(answer.rejected()).singleElement().satisfies(one -> {
            assertThat(one.ordinal()).isEqualTo(2);
            assertThat(one.code()).isEqualTo("invalid-feed");
        });
    }

    @Test
    void tellsWhatTheDatabaseRefusesFromAnOutage() {
        // given
        String host = noise(3_500);

        // when, then
        assertThatThrownBy(() -> database.transaction(connection -> {
                    FeedStore.host(connection, host);
                    return null;
                }))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("54000");
    }

    private static FeedRequest request(String url) {
        return new FeedRequest(url, "n", null, null, null, null, null);
    }

    /** Letters that do not compress. */
    private static String noise(int length) {
        StringBuilder noise = new StringBuilder();
        new Random(7).ints(length, 'a', 'z' + 1).forEach(letter -> noise.append((char) letter));
        return noise.toString();
    }
}
