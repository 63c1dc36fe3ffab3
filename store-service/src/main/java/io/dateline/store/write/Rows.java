package io.dateline.store.write;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.store.query.ArticleItem.ItemDateline;
import io.dateline.store.query.ArticleItem.ItemTag;
import io.dateline.store.query.Highlights;
import io.dateline.store.sql.PackedJson;
import io.dateline.store.sql.SqlDates;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Makes rows of messages. */
final class Rows {
    /** Characters of the body that words are searched in; a tsvector may not exceed one megabyte. */
    static final int SEARCHABLE = 150_000;

    private static final Pattern WHITE = Pattern.compile("\\s+");
    private static final int SNIPPET = 300;
    private static final int ENTITIES = 8;
    private static final int TOPICS = 4;
    private static final int DATES = 100;
    private static final ObjectMapper JSON = MessageCodec.json();

    private Rows() {}

    /** @param way how it came here, or null where that is not known */
    static ArticleRow of(EnrichedArticle enriched, Way way) {
        RawArticle article = enriched.article();
        List<EventKeys> events = enriched.events().stream().map(EventKeys::of).toList();
        Tags tags = new Tags(enriched, events);
        Instant published = article.publishedAt();
        Instant sortAt = published != null && published.isBefore(article.fetchedAt()) ? published : article.fetchedAt();
        String language = enriched.language().code();
        return new ArticleRow(
                article.id(),
                article.revision(),
                article.contentHash(),
                article.status(),
                article.source().id(),
                article.source().name(),
                article.source().kind().name().toLowerCase(Locale.ROOT),
                article.url(),
                article.title(),
                snippet(article),
                language,
                published,
                sortAt,
                article.fetchedAt(),
                enriched.enrichment().version(),
                json(highlights(enriched)),
                tags.tags(),
                "en".equals(language) ? "english" : "simple",
                // Lower case is made here: PostgreSQL's depends on the locale its cluster was created with.
                article.title().toLowerCase(Locale.ROOT),
                cut(article.body(), SEARCHABLE).toLowerCase(Locale.ROOT),
                json(article),
                PackedJson.pack(bytes(enriched.tags())),
                enriched.fingerprint(),
                tags.labels(),
                mentioned(enriched.dates()),
                tags.places(),
                TagRows.of(enriched, events),
                way == null ? Way.UNKNOWN : way);
    }

    private static String snippet(RawArticle article) {
        String text = article.summary() == null || article.summary().isBlank() ? article.body() : article.summary();
        // The window is larger than the snippet: runs of white space shrink.
        String flat = WHITE.matcher(cut(text, SNIPPET * 4)).replaceAll(" ").strip();
        if (flat.length() <= SNIPPET) {
            return flat;
        }
        String start = cut(flat, SNIPPET - 1);
        int word = start.lastIndexOf(' ');
        return (word > SNIPPET / 2 ? start.substring(0, word) : start) + "…";
    }

    /** Never ends between the halves of a surrogate pair. */
    private static String cut(String text, int length) {
        if (text.length() <= length) {
            return text;
        }
        return text.substring(0, Character.isHighSurrogate(text.charAt(length - 1)) ? length - 1 : length);
    }

    private static Highlights highlights(EnrichedArticle enriched) {
        Dateline dateline = enriched.dateline();
        return new Highlights(
                dateline == null
                        ? null
                        : new ItemDateline(
                                dateline.place() == null
                                        ? dateline.placeText()
                                        : dateline.place().name(),
                                dateline.place() == null
                                        ? null
                                        : dateline.place().country(),
                                dateline.date(),
                                dateline.agency()),
                enriched.entities().stream()
                        .limit(ENTITIES)
                        .map(entity -> new ItemTag(
                                entity.id(),
                                entity.name(),
                                entity.type() == null ? null : entity.type().name(),
                                entity.salience()))
                        .toList(),
                enriched.topics().stream()
                        .limit(TOPICS)
                        .map(topic -> new ItemTag(topic.id(), topic.label(), null, topic.score()))
                        .toList());
    }

    /** At most {@value #DATES} spans: an index over more of them would not tell articles apart any better. */
    private static String mentioned(List<DateMention> dates) {
        return dates.isEmpty()
                ? null
                : dates.stream()
                        .limit(DATES)
                        .map(date -> "[" + SqlDates.text(date.from()) + ","
                                + SqlDates.text(date.to().plusDays(1)) + ")")
                        .collect(Collectors.joining(",", "{", "}"));
    }

    static String json(Object value) {
        try {
            return JSON.writeValueAsString(value);
        } catch (JsonProcessingException e) {
            throw bug(e);
        }
    }

    private static byte[] bytes(Object value) {
        try {
            return JSON.writeValueAsBytes(value);
        } catch (JsonProcessingException e) {
            throw bug(e);
        }
    }

    private static IllegalStateException bug(JsonProcessingException e) {
        return new IllegalStateException("a contract record that does not serialise is a bug", e);
    }
}
