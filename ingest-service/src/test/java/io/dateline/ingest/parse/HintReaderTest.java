package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HintReaderTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<ttl>30</ttl>|PT30M",
                "<ttl> 5 </ttl>|PT5M",
                "<ttl>soon</ttl>|",
                "<ttl>-5</ttl>|",
                "<ttl>99999999999</ttl>|",
                "<sy:updatePeriod>hourly</sy:updatePeriod><sy:updateFrequency>4</sy:updateFrequency>|PT15M",
                "<sy:updatePeriod>daily</sy:updatePeriod>|PT24H",
                "<sy:updatePeriod>daily</sy:updatePeriod><sy:updateFrequency>0</sy:updateFrequency>|PT24H",
                "<sy:updatePeriod>often</sy:updatePeriod>|",
                "<ttl>10</ttl><sy:updatePeriod>daily</sy:updatePeriod>|PT10M",
                "<title>x</title>|"
            })
    void readsHowLongACopyStaysFresh(String inChannel, Duration every) {
        // given
        String feed = "<rss xmlns:sy='s'><channel>" + inChannel + "<item><ttl>1</ttl></item></channel></rss>";
        // when
        FeedHints hints = hints(feed);
        // then
        assertThat(hints.every()).isEqualTo(every);
    }

    @Test
    void readsHoursAndDaysToLeaveOut() {
        // given
        String feed =
                "<rss><channel><skipHours><hour>0</hour><hour>24</hour><hour>5</hour><hour>25</hour><hour>x</hour>"
                        + "</skipHours><skipDays><day>Monday</day><day>sunday</day><day>Doomsday</day></skipDays></channel></rss>";
        // when
        FeedHints hints = hints(feed);
        // then
        assertThat(hints.skipHours()).isEqualTo(1 | 1 << 5);
        assertThat(hints.skipDays()).isEqualTo(1 | 1 << 6);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<feed xmlns='http://www.w3.org/2005/Atom'><link rel='self' href='/feed'/>"
                        + "<link rel='hub' href='https://hub.example/'/><link rel='hub' href='https://second.example/'/></feed>",
                "<rss xmlns:atom='a'><channel><atom:link rel='self' href='https://news.example/feed'/>"
                        + "<atom:link rel='hub' href='https://hub.example/'/><item/></channel>",
                "{\"version\":\"https://jsonfeed.org/version/1.1\",\"feed_url\":\"https://news.example/feed\","
                        + "\"items\":[{\"id\":\"1\"}],\"hubs\":[{\"type\":\"WebSub\",\"url\":\"https://hub.example/\"}]}"
            })
    void findsTheHubAndWhatItKnowsTheFeedBy(String feed) {
        // given a feed at https://news.example/x
        // when
        FeedHints hints = hints(feed);
        // then
        assertThat(hints.hub()).isEqualTo("https://hub.example/");
        assertThat(hints.self()).isEqualTo("https://news.example/feed");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "not a feed",
                "{",
                "{\"hubs\":{}}",
                "{\"hubs\":[{\"type\":\"rssCloud\",\"url\":\"https://hub.example/\"}]}",
                "{\"hubs\":[5]}",
                "<rss><channel><item/><ttl>5</ttl></channel></rss>",
                "<rss><channel><atom:link rel='hub' href='javascript:alert(1)'/></channel></rss>",
                "<!DOCTYPE r [<!ENTITY x SYSTEM 'file:///etc/passwd'>]><rss><channel><ttl>&x;</ttl></channel></rss>"
            })
    void saysNothingWhereThereIsNothingToRead(String document) {
        // given
        // when
        FeedHints hints = hints(document);
        // then
        assertThat(hints).isEqualTo(FeedHints.NONE);
    }

    @Test
    void keepsWhatStandsBeforeAFault() {
        // given
        String feed = "<rss><channel><ttl>7</ttl><title>broken & cut o";
        // when
        FeedHints hints = hints(feed);
        // then
        assertThat(hints.every()).isEqualTo(Duration.ofMinutes(7));
    }

    private static FeedHints hints(String document) {
        return HintReader.of(
                new Document(document.getBytes(StandardCharsets.UTF_8), "text/xml", "https://news.example/x"));
    }
}
