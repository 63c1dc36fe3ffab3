package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.fetch.FetchResult;
import io.dateline.ingest.poll.LeasedFeed.Route;
import io.dateline.ingest.poll.LeasedFeed.Validators;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.random.RandomGenerator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OutcomesTest {
    private static final Instant NOW = Feeds.NOW;
    private static final Duration DELAY = Duration.ofSeconds(1);
    private static final RandomGenerator NO_JITTER = () -> 0L;

    private final MovePolicy moves = new MovePolicy(3, Duration.ofHours(24));
    private final Outcomes outcomes = new Outcomes(
            new PollPolicy(Duration.ofHours(1), Duration.ofHours(6), NO_JITTER),
            new FeedJudge(Duration.ofHours(24)),
            moves,
            DELAY);

    @ParameterizedTest
    @CsvSource({
        // status, Retry-After, pause of the host, wait of the feed, state
        "429,PT2H,PT2H,PT2H,failing",
        "503,PT24H,PT24H,PT24H,failing",
        "500,PT2H,PT1S,PT2H,failing",
        "404,PT2H,PT1S,PT2H,failing",
        "429,,PT1S,PT10M,failing",
        "503,PT0S,PT1S,PT10M,failing",
        "410,,PT1S,PT720H,parked"
    })
    void letsTheHostRestOnlyWhenTheHostSaysSo(
            int status, Duration retryAfter, Duration pause, Duration next, String state) {
        // given
        var poll = new Poller.Poll(Feeds.in("ok", NOW), System.nanoTime());
        // when
        PollOutcome outcome = outcomes.failure(poll, new FetchResult.Failed("http-" + status, "d", retryAfter), null);
        // then
        assertThat(outcome.release().pause()).isEqualTo(pause);
        assertThat(outcome.next()).isEqualTo(next);
        assertThat(outcome.standing().state()).isEqualTo(state);
        assertThat(outcome.validators()).isEqualTo(Feeds.VALIDATORS);
    }

    @Test
    void followsARedirectInTheTurnOfTheHostItLeadsTo() {
        // given
        LeasedFeed feed = Feeds.with(Feeds.VALIDATORS, Feeds.HOME);
        // when
        PollOutcome outcome = outcomes.onward(feed, new FetchResult.Redirected("http://other/feed", true), "other");
        // then
        assertThat(outcome.turnHost()).isEqualTo("other");
        assertThat(outcome.route()).isEqualTo(new Route("http://other/feed", 1, true, null, null, 0));
        assertThat(outcome.next()).isZero();
        assertThat(outcome.polled()).isFalse();
        assertThat(outcome.release().turn().host()).isEqualTo("h");
    }

    @ParameterizedTest
    @CsvSource({
        // polls that met it, first of them so long ago, moved
        "1,P2D,false",
        "2,PT23H59M,false",
        "2,PT24H,true",
        "5,PT24H,true"
    })
    void rewritesAPermanentRedirectOnceItHasHeld(int seen, Duration ago, boolean moved) {
        // given
        String to = "https://new.example/feed";
        LeasedFeed feed = Feeds.with(Feeds.VALIDATORS, new Route(to, 1, true, to, NOW.minus(ago), seen));
        // when
        MovePolicy.Move move = moves.after(feed);
        // then
        assertThat(move.url()).isEqualTo(moved ? to : feed.url());
        assertThat(move.host()).isEqualTo(moved ? "new.example" : "h");
        assertThat(move.route().movedSeen()).isEqualTo(moved ? 0 : seen + 1);
    }

    @ParameterizedTest
    @CsvSource({
        "HTTPS://New.Example:443/feed#top,https://new.example/feed",
        "http://new.example:80,http://new.example/",
        "http://new.example:8080?f=A,http://new.example:8080/?f=A"
    })
    void writesWhereAFeedHasMovedToAsItWouldBeEntered(String to, String url) {
        // given
        Route route = new Route(to, 1, true, to, NOW.minus(Duration.ofDays(2)), 2);
        // when
        MovePolicy.Move move = moves.after(Feeds.with(Feeds.VALIDATORS, route));
        // then
        assertThat(move.url()).isEqualTo(url);
    }

    @Test
    void beginsToCountAnewWhenTheRedirectLeadsElsewhereOrEnds() {
        // given
        Route elsewhere = new Route("http://b/", 1, true, "http://a/", NOW.minus(Duration.ofDays(9)), 9);
        Route temporary = new Route("http://a/", 1, false, "http://a/", NOW.minus(Duration.ofDays(9)), 9);
        // when
        Route changed = moves.after(Feeds.with(Feeds.VALIDATORS, elsewhere)).route();
        Route ended = moves.after(Feeds.with(Feeds.VALIDATORS, temporary)).route();
        // then
        assertThat(changed).isEqualTo(new Route(null, 0, true, "http://b/", NOW, 1));
        assertThat(ended).isEqualTo(Feeds.HOME);
    }

    @ParameterizedTest
    @CsvSource({
        // asked without validators, same ETag, brought news, distrusted
        "true,true,true,true",
        "true,true,false,false",
        "true,false,true,false",
        "false,true,true,false"
    })
    void trustsNoValidatorsThatHideNews(boolean full, boolean sameTag, boolean news, boolean distrusted) {
        // given
        Instant fullFetchAt = full ? NOW.minusSeconds(1) : NOW.plusSeconds(1);
        LeasedFeed feed = Feeds.with(new Validators("\"e\"", "m", "hash", null, fullFetchAt), Feeds.HOME);
        var fetched = new FetchResult.Fetched(
                new byte[1], null, "u", null, sameTag ? "\"e\"" : "\"f\"", "m", null, List.of());
        // when
        Validators kept = outcomes.validators(feed, fetched, "other hash", news);
        // then
        assertThat(kept.distrustUntil()).isEqualTo(distrusted ? NOW.plus(Duration.ofDays(30)) : null);
        assertThat(kept.use(NOW.plusSeconds(1))).isEqualTo(!distrusted);
        assertThat(kept.fullFetchAt()).isEqualTo(NOW.plus(Duration.ofHours(20)));
    }

    @Test
    void keepsSayingWhatIsWrongWithADocumentThatHasNotChanged() {
        // given
        var poll = new Poller.Poll(Feeds.in("failing", NOW), System.nanoTime());
        // when
        PollOutcome outcome = outcomes.unchanged(poll, "not-modified", 304, 0, null, Feeds.VALIDATORS);
        // then
        assertThat(outcome.standing().state()).isEqualTo("failing");
        assertThat(outcome.standing().reason()).isEqualTo("reason");
        assertThat(outcome.tells()).isFalse();
    }

    @Test
    void tellsOnceAnHourThatAFeedIsPolledThoughNothingChanges() {
        // given a feed of which was told an hour ago, but for a second
        LeasedFeed feed = Feeds.in("ok", NOW);
        var poll = new Poller.Poll(feed, System.nanoTime());
        // when
        PollOutcome outcome = outcomes.unchanged(poll, "not-modified", 304, 0, null, Feeds.VALIDATORS);
        PollOutcome failed = outcomes.failure(poll, new FetchResult.Failed("timeout", "d", null), null);
        // then
        assertThat(outcome.tells()).isFalse();
        assertThat(failed.tells()).isTrue();
    }
}
