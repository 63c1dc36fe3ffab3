package io.dateline.store.web;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Quote;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * Who said what in an article.
 *
 * @param speaker the speaker's name, or the words the text has for somebody it does not name, or null
 * @param href    to the speaker's page, or null where it is not certain who is meant
 * @param direct  in quotation marks
 * @param verb    the verb of saying, or null
 * @param words   never null
 * @param by      the rule; never null
 */
public record Said(String speaker, String href, boolean direct, String verb, String words, String by) {

    static List<Said> of(EnrichedArticle document) {
        Map<String, Entity> byId = document.entities().stream()
                .collect(Collectors.toMap(Entity::id, Function.identity(), (first, second) -> first));
        return document.quotes().stream()
                .map(quote -> of(quote, quote.speaker() == null ? null : byId.get(quote.speaker())))
                .toList();
    }

    private static Said of(Quote quote, Entity speaker) {
        String printed =
                quote.speakerSpan() == null ? null : quote.speakerSpan().surface();
        return new Said(
                speaker == null ? printed : speaker.name(),
                speaker == null ? null : Addresses.entity(speaker.id()),
                quote.direct(),
                quote.verb() == null ? null : quote.verb().surface(),
                quote.words().surface(),
                quote.by());
    }
}
