package io.dateline.store.export;

import static io.dateline.store.testing.Stories.FETCHED;
import static io.dateline.store.testing.Stories.id;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Event.Mention;
import io.dateline.contracts.enriched.Event.Participant;
import io.dateline.contracts.enriched.Span;
import io.dateline.store.query.EventItem;
import io.dateline.store.query.EventItem.Evidence;
import io.dateline.store.query.ExportedTelling;
import io.dateline.store.query.ToldEvent.Telling;
import java.util.List;
import org.junit.jupiter.api.Test;

class MentionRowsTest {
    private static final String TITLE = "Police arrest Ann";
    private static final String BODY = "It was cold. Police arrested Ann. Nobody spoke. Ann was arrested at noon.";

    private static Span span(String field, String text, String surface, int from) {
        int start = text.indexOf(surface, from);
        return Span.of(field, text, start, start + surface.length());
    }

    private static List<List<String>> cells(String url) {
        Span best = span("body", BODY, "Police arrested Ann.", 0);
        Span trigger = span("body", BODY, "arrested", 0);
        Span later = span("body", BODY, "Ann was arrested at noon.", 0);
        Event event = new Event(
                "COERCE",
                null,
                null,
                null,
                null,
                List.of(new Participant(null, null, "COP", span("body", BODY, "Police", 0))),
                List.of(new Participant(null, null, null, span("body", BODY, "Ann", 0))),
                null,
                null,
                null,
                null,
                null,
                best,
                trigger,
                List.of(
                        new Mention(span("title", TITLE, TITLE, 0), span("title", TITLE, "arrest", 0)),
                        new Mention(best, trigger),
                        new Mention(later, span("body", BODY, "arrested", later.start()))),
                0.755,
                "test/1");
        Telling telling = new Telling(id("m"), 1, TITLE, "source", FETCHED.plusSeconds(60), event);
        EventItem item = new EventItem(
                "evt-1",
                "COERCE",
                null,
                List.of(),
                null,
                null,
                List.of(),
                List.of(),
                null,
                null,
                null,
                0.8,
                new Evidence(id("m"), 1, TITLE, "source", FETCHED, best, trigger),
                1,
                1,
                FETCHED);
        return new MentionRows(item, new ExportedTelling(telling, url, BODY))
                .rows().stream()
                        .map(row -> {
                            assertThat(row.columns()).isEqualTo(MentionRows.COLUMNS);
                            return List.of(row.toString().strip().split("\t", -1));
                        })
                        .toList();
    }

    @Test
    void writesALineForEachSentence() {
        // When
        List<List<String>> rows = cells("https://news.example/1");

        // Then: sentence, actor, recipient, act; nothing that is not known of that sentence
        assertThat(rows)
                .extracting(row -> row.subList(0, 6))
                .containsOnly(
                        List.of("evt-1", "20261120080000", "20261120080100", "1", "source", "https://news.example/1"));
        assertThat(rows)
                .extracting(row -> row.subList(6, 13))
                .containsExactly(
                        List.of("", "", "", "", "1", "76", "73"),
                        List.of("2", "13", "29", "20", "1", "76", "73"),
                        List.of("4", "", "", "56", "1", "76", "73"));
    }

    @Test
    void citesWhatHasNoAddress() {
        assertThat(cells(null))
                .extracting(row -> row.get(3), row -> row.get(5))
                .containsOnly(org.assertj.core.groups.Tuple.tuple("2", ArticleUri.of(id("m"))));
    }
}
