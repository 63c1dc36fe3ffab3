package io.dateline.contracts.enriched;

import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.RawArticle;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/** Holds every tag of an enriched article against the text: evidence present, offsets exact, maker named. */
public final class EvidenceRules {
    private EvidenceRules() {}

    /**
     * The violated rules in plain words; empty where all holds. Never quotes the text itself: a tag is named by its
     * place in its list, since its id may hold words of the text.
     */
    public static List<String> violations(EnrichedArticle enriched) {
        if (enriched.article() == null || enriched.language() == null || enriched.enrichment() == null) {
            return List.of("article, language or enrichment is missing");
        }
        List<String> found = new ArrayList<>(ArticleRules.violations(enriched.article()));
        if (!found.isEmpty()) {
            return found;
        }
        RawArticle article = enriched.article();
        check(found, enriched.enrichment().version() != null, "enrichment names no version");
        Language language = enriched.language();
        check(found, language.code() != null && language.by() != null, "language is incomplete or names no maker");
        check(found, isShare(language.confidence()), "language has a confidence outside 0 to 1");
        int at = 0;
        for (Entity entity : enriched.entities()) {
            String tag = "entity " + at++;
            check(found, entity.id() != null && entity.type() != null && entity.name() != null, tag + " is incomplete");
            check(found, isShare(entity.salience()), tag + " has a salience outside 0 to 1");
            tag(found, article, tag, entity.by(), named(entity));
        }
        at = 0;
        for (Topic topic : enriched.topics()) {
            String tag = "topic " + at++;
            check(found, topic.id() != null && topic.label() != null, tag + " is incomplete");
            check(found, isShare(topic.score()), tag + " has a score outside 0 to 1");
            tag(found, article, tag, topic.by(), topic.evidence());
        }
        at = 0;
        for (Event event : enriched.events()) {
            String tag = "event " + at++;
            check(found, event.type() != null, tag + " is incomplete");
            check(found, isShare(event.confidence()), tag + " has a confidence outside 0 to 1");
            check(
                    found,
                    (event.place() == null) == (event.placeSpan() == null),
                    tag + " has a place without its words");
            check(found, !event.mentions().isEmpty(), tag + " has no mention");
            tag(found, article, tag, event.by(), told(event));
        }
        at = 0;
        for (Quote quote : enriched.quotes()) {
            tag(found, article, "quote " + at++, quote.by(), quoted(quote));
        }
        at = 0;
        for (DateMention date : enriched.dates()) {
            String tag = "date " + at++;
            boolean whole = date.from() != null && date.to() != null && date.precision() != null;
            check(found, whole && !date.to().isBefore(date.from()), tag + " is incomplete");
            tag(found, article, tag, date.by(), Collections.singletonList(date.span()));
        }
        Dateline dateline = enriched.dateline();
        if (dateline != null) {
            tag(found, article, "dateline", dateline.by(), Collections.singletonList(dateline.span()));
        }
        return found;
    }

    /** Where it is named, and the words of each role. */
    private static List<Span> named(Entity entity) {
        List<Span> spans = new ArrayList<>(entity.mentions());
        if (!spans.isEmpty()) {
            entity.roles().forEach(role -> spans.add(role.span()));
        }
        return spans;
    }

    /** Sentence, trigger, place, date, further mentions, and where each participant is named, and its country. */
    private static List<Span> told(Event event) {
        List<Span> spans = new ArrayList<>();
        spans.add(event.sentence());
        spans.add(event.trigger());
        Stream.of(event.placeSpan(), event.dateSpan()).filter(Objects::nonNull).forEach(spans::add);
        event.mentions().forEach(mention -> {
            spans.add(mention.sentence());
            spans.add(mention.trigger());
        });
        Stream.concat(event.actors().stream(), event.recipients().stream()).forEach(participant -> {
            spans.add(participant.span());
            Optional.ofNullable(participant.countrySpan()).ifPresent(spans::add);
        });
        return spans;
    }

    /** The words always; the verb and the speaker where the text gives them. */
    private static List<Span> quoted(Quote quote) {
        List<Span> spans = new ArrayList<>();
        spans.add(quote.words());
        Stream.of(quote.verb(), quote.speakerSpan()).filter(Objects::nonNull).forEach(spans::add);
        return spans;
    }

    /** @param evidence a null among it is evidence that is missing */
    private static void tag(List<String> found, RawArticle article, String tag, String by, List<Span> evidence) {
        check(
                found,
                by != null && !evidence.isEmpty() && evidence.stream().noneMatch(Objects::isNull),
                tag + " has no evidence or names no maker");
        for (Span span : evidence) {
            check(found, span == null || exact(article, span), tag + " has a span that is not its surface");
        }
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static void check(List<String> found, boolean holds, String rule) {
        if (!holds) {
            found.add(rule);
        }
    }

    private static boolean exact(RawArticle article, Span span) {
        if (!"title".equals(span.field()) && !"body".equals(span.field())) {
            return false;
        }
        String text = article.field(span.field());
        return span.start() >= 0
                && span.end() > span.start()
                && span.end() <= text.length()
                && span.surface() != null
                && span.surface().length() == span.end() - span.start()
                && text.startsWith(span.surface(), span.start());
    }
}
