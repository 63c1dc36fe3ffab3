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
    /** Of a tag that an article has once at most. */
    private static final int NO_NUMBER = -1;

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
            check(
                    found,
                    entity.id() != null && entity.type() != null && entity.name() != null,
                    "entity",
                    at,
                    " is incomplete");
            check(found, isShare(entity.salience()), "entity", at, " has a salience outside 0 to 1");
            tag(found, article, "entity", at++, entity.by(), named(entity));
        }
        at = 0;
        for (Topic topic : enriched.topics()) {
            check(found, topic.id() != null && topic.label() != null, "topic", at, " is incomplete");
            check(found, isShare(topic.score()), "topic", at, " has a score outside 0 to 1");
            tag(found, article, "topic", at++, topic.by(), topic.evidence());
        }
        at = 0;
        for (Event event : enriched.events()) {
            check(found, event.type() != null, "event", at, " is incomplete");
            check(found, isShare(event.confidence()), "event", at, " has a confidence outside 0 to 1");
            check(
                    found,
                    (event.place() == null) == (event.placeSpan() == null),
                    "event",
                    at,
                    " has a place without its words");
            check(found, !event.mentions().isEmpty(), "event", at, " has no mention");
            tag(found, article, "event", at++, event.by(), told(event));
        }
        at = 0;
        for (Quote quote : enriched.quotes()) {
            tag(found, article, "quote", at++, quote.by(), quoted(quote));
        }
        at = 0;
        for (DateMention date : enriched.dates()) {
            boolean whole = date.from() != null && date.to() != null && date.precision() != null;
            check(found, whole && !date.to().isBefore(date.from()), "date", at, " is incomplete");
            tag(found, article, "date", at++, date.by(), Collections.singletonList(date.span()));
        }
        Dateline dateline = enriched.dateline();
        if (dateline != null) {
            tag(found, article, "dateline", NO_NUMBER, dateline.by(), Collections.singletonList(dateline.span()));
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
    private static void tag(
            List<String> found, RawArticle article, String tag, int at, String by, List<Span> evidence) {
        check(
                found,
                by != null && !evidence.isEmpty() && isWhole(evidence),
                tag,
                at,
                " has no evidence or names no maker");
        for (Span span : evidence) {
            check(found, span == null || exact(article, span), tag, at, " has a span that is not its surface");
        }
    }

    private static boolean isWhole(List<Span> evidence) {
        for (Span span : evidence) {
            if (span == null) {
                return false;
            }
        }
        return true;
    }

    private static boolean isShare(double value) {
        return value >= 0 && value <= 1;
    }

    private static void check(List<String> found, boolean holds, String rule) {
        if (!holds) {
            found.add(rule);
        }
    }

    /** Its words are only joined where the rule is broken: nearly all of what is checked holds. */
    private static void check(List<String> found, boolean holds, String tag, int at, String rule) {
        if (!holds) {
            found.add((at == NO_NUMBER ? tag : tag + " " + at) + rule);
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
