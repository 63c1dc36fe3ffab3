package io.dateline.enrich.dateline;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.date.DateWords;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.gazetteer.PlaceSense;
import io.dateline.enrich.gazetteer.UsStates;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads the dateline of a story: where and when it was filed, and by which agency. The line stays in the body; its
 * span says where. A year that is not printed is resolved from the day of publication (or fetch).
 */
public final class DatelineStep implements Step {
    private static final int LINES = 5;
    private static final int LONGEST_TAG = 300;
    private static final String BLANK = "&nbsp;";
    /** A line some archives put the day of the story on: "date 2025-09-23 Baku, …". */
    private static final Pattern PREFIX = Pattern.compile("date (\\d{4}-\\d{2}-\\d{2}) ");

    /** Its seat is where its stories are filed. */
    private static final String UNITED_NATIONS = "United Nations";

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
        return "6";
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
            int from = skip(body, start, end);
            LocalDate prefix = null;
            Matcher dated = line == 0 ? PREFIX.matcher(body).region(from, end) : null;
            if (dated != null && dated.lookingAt()) {
                prefix = day(dated);
                from = skip(body, dated.end(), end);
            }
            if (from < end) {
                line++;
                String head = body.substring(from, Math.min(end, from + DatelineGrammar.HEAD));
                DatelineGrammar.Match match = DatelineGrammar.match(head, places -> place(places) != null);
                if (match != null) {
                    tags.dateline(dateline(document.article(), prefix, from, match));
                    return;
                }
            }
            start = end + 1;
        }
    }

    /** Past white space and past tags that were left in. */
    private static int skip(String body, int start, int end) {
        int from = start;
        while (from < end) {
            char c = body.charAt(from);
            if (Character.isWhitespace(c) || c == '\u00A0') {
                from++;
            } else if (c == '<') {
                int close = body.indexOf('>', from);
                if (close < 0 || close >= end || close - from > LONGEST_TAG) {
                    return from;
                }
                from = close + 1;
            } else if (body.startsWith(BLANK, from)) {
                from += BLANK.length();
            } else {
                return from;
            }
        }
        return from;
    }

    /** Null where there is no such day. */
    private static LocalDate day(Matcher dated) {
        try {
            return LocalDate.parse(dated.group(1));
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private Dateline dateline(RawArticle article, LocalDate prefix, int from, DatelineGrammar.Match match) {
        Place place = place(match.places());
        return new Dateline(
                match.places(),
                place == null ? null : place.link(),
                date(article, prefix, match),
                match.agency(),
                Span.of("body", article.body(), from, from + match.end()),
                by() + ":" + match.form());
    }

    private static LocalDate date(RawArticle article, LocalDate prefix, DatelineGrammar.Match match) {
        if (match.day() == null) {
            return null;
        }
        Instant known = article.publishedAt() == null ? article.fetchedAt() : article.publishedAt();
        LocalDate reference = prefix == null ? LocalDate.ofInstant(known, ZoneOffset.UTC) : prefix;
        boolean word = Character.isLetter(match.month().charAt(0));
        int month = word ? DateWords.month(match.month()) : Integer.parseInt(match.month());
        return DateWords.date(match.year(), month, Integer.parseInt(match.day()), reference);
    }

    /** The sense of the first place; what follows it ("Argentina") or, with Trend, precedes it, settles the country. */
    private Place place(String printed) {
        String first = printed.split("/", 2)[0];
        String[] parts = first.split(", ?| \\[");
        for (int i = 0; i < parts.length; i++) {
            parts[i] = parts[i].replace("]", "").trim();
            parts[i] = i == 0 ? parts[i] : UsStates.dotted(parts[i]);
        }
        if (parts[0].equalsIgnoreCase(UNITED_NATIONS)) {
            parts[0] = "New York";
        }
        Place city = PlaceSense.of(gazetteer, parts[0], parts.length > 1 ? parts[parts.length - 1] : null);
        if (parts.length > 1 && city != null && city.kind() == Place.Kind.COUNTRY) {
            Place second = PlaceSense.of(gazetteer, parts[1], parts[0]);
            return second == null ? city : second;
        }
        return city;
    }
}
