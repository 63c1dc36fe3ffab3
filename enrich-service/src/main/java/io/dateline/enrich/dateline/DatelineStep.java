package io.dateline.enrich.dateline;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.date.DateWords;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.gazetteer.PlaceSense;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;

/**
 * Reads the dateline of a story: where and when it was filed, and by which agency. The line stays in the body; its
 * span says where. A year that is not printed is resolved from the day of publication (or fetch).
 */
public final class DatelineStep implements Step {
    private static final int LINES = 5;

    private final Gazetteer gazetteer;

    public DatelineStep(Gazetteer gazetteer) {
        this.gazetteer = gazetteer;
    }

    @Override
    public String name() {
        return "dateline";
    }

    @Override
    public String version() {
        return "2";
    }

    @Override
    public List<String> files() {
        return GazetteerFiles.ALL;
    }

    @Override
    public void run(Document document, Tags tags) {
        String body = document.body().text();
        int start = 0;
        for (int line = 0; line < LINES && start < body.length(); ) {
            int end = body.indexOf('\n', start);
            end = end < 0 ? body.length() : end;
            int from = skipSpace(body, start, end);
            if (from < end) {
                line++;
                String head = body.substring(from, Math.min(end, from + DatelineGrammar.HEAD));
                DatelineGrammar.Match match = DatelineGrammar.match(head);
                if (match != null) {
                    tags.dateline(dateline(document.article(), from, match));
                    return;
                }
            }
            start = end + 1;
        }
    }

    private static int skipSpace(String body, int start, int end) {
        int from = start;
        while (from < end && (Character.isWhitespace(body.charAt(from)) || body.charAt(from) == '\u00A0')) {
            from++;
        }
        return from;
    }

    private Dateline dateline(RawArticle article, int from, DatelineGrammar.Match match) {
        Place place = place(match.places());
        return new Dateline(
                match.places(),
                place == null ? null : place.link(),
                date(article, match),
                match.agency(),
                Span.of("body", article.body(), from, from + match.end()),
                by() + ":" + match.form());
    }

    private static LocalDate date(RawArticle article, DatelineGrammar.Match match) {
        if (match.day() == null) {
            return null;
        }
        Instant known = article.publishedAt() == null ? article.fetchedAt() : article.publishedAt();
        boolean word = Character.isLetter(match.month().charAt(0));
        int month = word ? DateWords.month(match.month()) : Integer.parseInt(match.month());
        return DateWords.date(
                match.year(), month, Integer.parseInt(match.day()), LocalDate.ofInstant(known, ZoneOffset.UTC));
    }

    /** The sense of the first place; what follows it ("Argentina") or, with Trend, precedes it, settles the country. */
    private Place place(String printed) {
        String first = printed.split("/", 2)[0];
        String[] parts = first.split(", ?| \\[");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].replace("]", "").trim();
        }
        Place city = PlaceSense.of(gazetteer, parts[0], parts.length > 1 ? parts[parts.length - 1] : null);
        if (parts.length > 1 && city != null && city.kind() == Place.Kind.COUNTRY) {
            Place second = PlaceSense.of(gazetteer, parts[1], parts[0]);
            return second == null ? city : second;
        }
        return city;
    }
}
