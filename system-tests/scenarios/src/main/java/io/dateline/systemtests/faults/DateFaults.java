package io.dateline.systemtests.faults;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;

/** Dates that cannot be true. Those of the years 1 to 9999 are kept on the topics; whoever pushes them is not believed. */
final class DateFaults {
    private static final List<Instant> ABSURD = List.of(
            Instant.parse("0001-01-01T00:00:00Z"),
            Instant.parse("1582-10-10T12:00:00Z"),
            Instant.parse("1899-12-31T23:59:59Z"),
            Instant.parse("1969-12-31T23:59:59.999Z"),
            Instant.parse("2262-04-12T00:00:00Z"),
            Instant.parse("9999-12-31T23:59:59.999Z"));
    /** Which no calendar in use knows, or no reader of RFC 3339 can write. */
    private static final List<Instant> IMPOSSIBLE = List.of(
            Instant.parse("-0001-12-31T00:00:00Z"),
            Instant.parse("0000-02-29T00:00:00Z"),
            Instant.parse("+10000-01-01T00:00:00Z"));

    private DateFaults() {}

    static void strike(Rig rig) {
        Extras extras = rig.extras();
        ABSURD.forEach(date -> publish(extras, date));
        for (Instant date : IMPOSSIBLE) {
            RawArticle article = extras.article().article();
            extras.buried(Records.raw(article.toBuilder().publishedAt(date).build()), DeadLetterReason.INVALID);
            RawArticle other = extras.article().article();
            extras.buried(Records.raw(other.toBuilder().fetchedAt(date).build()), DeadLetterReason.INVALID);
        }
        push(rig);
    }

    /** Published then, and another that says it was fetched then. */
    private static void publish(Extras extras, Instant date) {
        RawArticle published =
                extras.article().article().toBuilder().publishedAt(date).build();
        extras.stored(Records.raw(published), published);
        RawArticle fetched =
                extras.article().article().toBuilder().fetchedAt(date).build();
        extras.stored(Records.raw(fetched), fetched);
    }

    /** Accepted as they are, with no date where theirs is not of 1900 to tomorrow. */
    private static void push(Rig rig) {
        Http http = new Http();
        for (String date : List.of("0000-01-01", "0001-01-01T00:00:00Z", "9999-12-31T23:59:59Z", "1969-12-31")) {
            Extras extras = rig.extras();
            String url = "https://dates.example/" + extras.nextSerial();
            BenchArticle article =
                    new BenchArticle("An article of " + date.substring(0, 10), "It was sent on purpose.", date, url);
            int status = http.post(
                            rig.dateline().url(Service.INGEST) + "/api/articles",
                            "application/json",
                            Corpus.json(article))
                    .statusCode();
            extras.answered("a pushed article of " + date, 202, status);
            extras.accepted(new Sent(url, 1, date.startsWith("1969") ? LocalDate.parse(date) : null));
        }
    }
}
