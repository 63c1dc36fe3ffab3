package io.dateline.contracts.enriched;

import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.RawArticle;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Holds every tag of an enriched article against the text: evidence present, offsets exact, maker named. */
public final class EvidenceRules {
    private EvidenceRules() {}

    /** The violated rules in plain words; empty where all holds. Never quotes the text itself. */
    public static List<String> violations(EnrichedArticle enriched) {
        if (enriched.article() == null || enriched.language() == null || enriched.enrichment() == null) {
            return List.of("article, language or enrichment is missing");
        }
        List<String> found = new ArrayList<>(ArticleRules.violations(enriched.article()));
        if (!found.isEmpty()) {
            return found;
        }
        RawArticle article = enriched.article();
        for (Entity entity : enriched.entities()) {
            tag(found, article, "entity " + entity.id(), entity.by(), entity.mentions());
        }
        for (Topic topic : enriched.topics()) {
            tag(found, article, "topic " + topic.id(), topic.by(), topic.evidence());
        }
        for (Event event : enriched.events()) {
            tag(found, article, "event " + event.type(), event.by(), spans(event.sentence(), event.trigger()));
        }
        for (Quote quote : enriched.quotes()) {
            tag(found, article, "quote", quote.by(), spans(quote.words(), quote.verb(), quote.speakerSpan()));
        }
        if (enriched.dateline() != null) {
            tag(
                    found,
                    article,
                    "dateline",
                    enriched.dateline().by(),
                    spans(enriched.dateline().span()));
        }
        return found;
    }

    private static List<Span> spans(Span... spans) {
        return Stream.of(spans).filter(span -> span != null).toList();
    }

    private static void tag(List<String> found, RawArticle article, String tag, String by, List<Span> evidence) {
        if (by == null || evidence.isEmpty()) {
            found.add(tag + " has no evidence or names no maker");
        }
        for (Span span : evidence) {
            if (!exact(article, span)) {
                found.add(tag + " has a span that is not its surface");
            }
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
                && text.substring(span.start(), span.end()).equals(span.surface());
    }
}
