package io.dateline.enrich.date;

import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.Tokens;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * Dates the text names, resolved to the calendar against the day of the dateline or else of publication (UTC). English
 * in full; in nine more languages days written out with their year. What cannot be resolved without guessing (a date
 * without a year in a story without a day) is left out.
 */
public final class DateStep implements Step {
    private static final int MOST = 200;
    private static final Set<String> WRITTEN = Set.of("es", "fr", "de", "it", "pt", "nl", "ru", "az", "tr");

    @Override
    public String name() {
        return "date";
    }

    @Override
    public String version() {
        return "5";
    }

    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public void run(Document document, Tags tags) {
        boolean english = tags.language().code().equals("en");
        if (!english && !WRITTEN.contains(tags.language().code())) {
            tags.unsupported("dates");
            return;
        }
        LocalDate day = day(document.article(), tags.dateline());
        List<DateMention> dates = new ArrayList<>();
        for (Field field : List.of(document.title(), document.body())) {
            int after = 0;
            Dateline dateline = tags.dateline();
            if (dateline != null && dateline.span().field().equals(field.name())) {
                after = dateline.span().end();
            }
            read(field, after, english, day, tags, dates);
        }
        tags.dates(List.copyOf(dates));
    }

    /** Null where nobody said when the story was written: the time it was fetched may be years later. */
    private static LocalDate day(RawArticle article, Dateline dateline) {
        if (dateline != null && dateline.date() != null) {
            return dateline.date();
        }
        return article.publishedAt() == null ? null : LocalDate.ofInstant(article.publishedAt(), ZoneOffset.UTC);
    }

    private void read(Field field, int after, boolean english, LocalDate day, Tags tags, List<DateMention> dates) {
        Tokens tokens = field.tokens();
        EnglishDates inEnglish = english ? new EnglishDates(day) : null;
        int i = tokens.at(after);
        while (i < tokens.size() && dates.size() < MOST) {
            Found found = english ? inEnglish.at(tokens, i) : FullDates.written(tokens, i);
            if (found == null) {
                i++;
            } else {
                Span span = field.span(found.from(), found.to());
                dates.add(new DateMention(
                        found.first(), found.last(), found.precision(), span, by() + ":" + found.rule()));
                tags.explain()
                        .say(
                                name(),
                                span,
                                found.rule(),
                                () -> found.first() + " to " + found.last() + ", seen from " + day);
                i = found.to();
            }
        }
    }
}
