package io.dateline.ingest.poll;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FeedJudgeTest {
    private final FeedJudge judge = new FeedJudge(Duration.ofHours(24));

    @ParameterizedTest
    @CsvSource({
        // items in 28 days, silence, state
        "280,PT24H,ok",
        "280,PT24H1M,silent",
        "28,P6D,ok",
        "28,P7D,silent",
        "4,P48D,ok",
        "4,P49D,silent",
        "2,P27D,ok",
        "2,P28D,silent",
        "0,P28D,silent"
    })
    void callsAFeedSilentThatWouldHaveBroughtSomethingInAllButOneOfAThousandCases(
            long items, Duration quiet, String expected) {
        // given
        LeasedFeed feed = Feeds.rhythm(items, 0, quiet);
        // when
        var standing = judge.judge(feed, null, 0, Feeds.NOW);
        // then
        assertThat(standing.state()).isEqualTo(expected);
        assertThat(standing.reason()).isEqualTo(expected.equals("ok") ? null : "no-new-items");
    }

    @Test
    void isSilentNoMoreWhenSomethingCame() {
        // given
        LeasedFeed feed = Feeds.rhythm(280, 0, Duration.ofDays(3));
        // when
        var standing = judge.judge(feed, null, 1, Feeds.NOW);
        // then
        assertThat(standing.state()).isEqualTo("ok");
    }

    @ParameterizedTest
    @CsvSource({
        // items in 28 days, of those today, more now, state
        "280,0,103,ok",
        "280,0,104,flooding",
        "380,100,10,flooding",
        "28,0,49,ok",
        "28,0,50,flooding",
        "2,0,500,ok"
    })
    void callsAFeedFloodingThatBringsTenTimesItsUsual(long items, long today, int fresh, String expected) {
        // given
        LeasedFeed feed = Feeds.rhythm(items, today, Duration.ofMinutes(1));
        // when
        var standing = judge.judge(feed, null, fresh, Feeds.NOW);
        // then
        assertThat(standing.state()).isEqualTo(expected);
    }

    @Test
    void boundsTheTailOfAPoissonDistributionFromAbove() {
        // given a mean of ten; the exact probability of at least 25 is 4.7e-5
        // when
        double bound = FeedJudge.tail(10, 25);
        // then
        assertThat(bound).isBetween(4.7e-5, 1e-3);
        assertThat(FeedJudge.tail(10, 10)).isEqualTo(1);
        assertThat(FeedJudge.tail(0, 1)).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "rss 10 1 1 1 1,rss 10 1 1 1 1,",
        "rss 10 1 1 1 1,atom 10 1 1 1 1,format-changed",
        "rss 10 1 1 1 1,rss 0 1 1 1 1,items-gone",
        "rss 2 1 1 1 1,rss 0 1 1 1 1,",
        "rss 10 1 1 1 1,rss 10 0.2 1 1 1,titles-gone",
        "rss 10 1 1 1 1,rss 10 0.3 1 1 1,",
        "rss 10 1 0.8 1 1,rss 10 1 0 1 1,dates-gone",
        "rss 10 1 1 1 1,rss 10 1 1 0 1,text-gone",
        "rss 10 1 1 1 1,rss 10 1 1 1 0,links-gone",
        "rss 10 0.5 1 1 1,rss 10 0 1 1 1,",
        "rss 10 1 1 1 1,rss 2 0 0 0 0,"
    })
    void tellsWhenADocumentIsNoLongerWhatItWas(String usual, String now, String reason) {
        // given
        FeedShape shape = FeedShape.of(now);
        // when
        FeedShape.Change change = shape.since(FeedShape.of(usual));
        // then
        assertThat(change == null ? null : change.reason()).isEqualTo(reason);
    }

    @Test
    void getsUsedToANewShapeAfterAWeek() {
        // given
        LeasedFeed young = Feeds.in("changed", Feeds.NOW.minus(Duration.ofDays(7)));
        LeasedFeed old = Feeds.in("changed", Feeds.NOW.minus(Duration.ofDays(7)).minusSeconds(1));
        // when, then
        assertThat(FeedJudge.usedTo(young, Feeds.NOW)).isFalse();
        assertThat(FeedJudge.usedTo(old, Feeds.NOW)).isTrue();
        assertThat(FeedJudge.usedTo(Feeds.in("ok", Feeds.NOW.minus(Duration.ofDays(8))), Feeds.NOW))
                .isFalse();
    }
}
