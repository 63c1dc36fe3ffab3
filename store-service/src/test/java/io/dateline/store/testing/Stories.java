package io.dateline.store.testing;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.RawArticleBuilder;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.Dateline;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Enrichment;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Language;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.enriched.Span;
import io.dateline.contracts.enriched.Topic;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;

/** Articles to test with: valid by the rules, different by their key. */
public final class Stories {
    public static final Instant FETCHED = Instant.parse("2026-11-20T08:00:00Z");
    private static final String TITLE = "Azerbaijan's speaker meets Saudi envoy";
    private static final String BODY = "BAKU, Nov 20 - Sahiba Gafarova received a delegation in Baku.\n\n"
            + "The parliament talks covered trade between the two countries, number ";

    private Stories() {}

    public static String id(String key) {
        return "tst-" + hash(key).substring(0, 32);
    }

    /** The first revision of the story of this key. */
    public static EnrichedArticle story(String key) {
        return story(key, 1, article -> article);
    }

    public static EnrichedArticle story(String key, int revision, UnaryOperator<RawArticleBuilder> change) {
        return tagged(change.apply(article(key, revision)).build());
    }

    public static EnrichedArticle canceled(String key, int revision) {
        RawArticle kill = article(key, revision)
                .status(ArticleStatus.CANCELED)
                .title("Story withdrawn")
                .body("")
                .build();
        return bare(kill, "en");
    }

    /** Tags of nothing but the language. */
    public static EnrichedArticle bare(RawArticle article, String language) {
        return new EnrichedArticle(
                article,
                new Language(language, 0.99, "test/1"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                new Enrichment("0123456789abcdef", List.of("language/1")));
    }

    public static RawArticleBuilder article(String key, int revision) {
        return RawArticle.builder()
                .id(id(key))
                .revision(revision)
                .contentHash(hash(key + "/" + revision))
                .source(new Source("test-wire", "Test Wire", Source.Kind.WIRE))
                .title(TITLE)
                .body(BODY + key + ".")
                .url("https://news.example/" + key)
                .publishedAt(FETCHED)
                .fetchedAt(FETCHED)
                .original(new Original("text/plain", hash(key), 100));
    }

    private static EnrichedArticle tagged(RawArticle article) {
        Span baku = span(article, "Baku");
        Span person = span(article, "Sahiba Gafarova");
        Span talks = span(article, "parliament");
        if (baku == null || person == null || talks == null) {
            return bare(article, "en");
        }
        PlaceLink place = new PlaceLink("geonames:587084", "Baku", "AZ", "Baki", 40.37767, 49.89201);
        return new EnrichedArticle(
                article,
                new Language("en", 0.99, "test/1"),
                new Dateline("BAKU", place, null, null, Span.of("body", article.body(), 0, 12), "test/1"),
                List.of(
                        new Entity(
                                "geonames:587084",
                                Entity.Type.LOC,
                                "Baku",
                                0.8,
                                null,
                                new Entity.Links("587084", "Q9248", null),
                                place,
                                null,
                                List.of(baku),
                                "test/1"),
                        new Entity(
                                "per:sahiba gafarova",
                                Entity.Type.PER,
                                "Sahiba Gafarova",
                                0.6,
                                null,
                                null,
                                null,
                                null,
                                List.of(person),
                                "test/1")),
                List.of(new Topic(
                        "medtop:20000639",
                        "diplomacy",
                        0.9,
                        List.of("medtop:20000638", "medtop:11000000"),
                        List.of(talks),
                        "test/1")),
                visit(article, baku, person, place),
                List.of(new Quote("per:sahiba gafarova", false, talks, null, person, "test/1")),
                List.of(new DateMention(
                        LocalDate.of(2026, 11, 20),
                        LocalDate.of(2026, 11, 20),
                        DateMention.Precision.DAY,
                        Span.of("body", article.body(), 6, 12),
                        "test/1")),
                null,
                new Enrichment("0123456789abcdef", List.of("language/1", "entity/1")));
    }

    /** The same, of nothing but this entity. */
    public static EnrichedArticle naming(String entity, EnrichedArticle article) {
        Entity person = article.entities().get(1);
        return new EnrichedArticle(
                article.article(),
                article.language(),
                null,
                List.of(new Entity(
                        entity, Entity.Type.PER, entity, 0.6, null, null, null, null, person.mentions(), "test/1")),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                article.enrichment());
    }

    /** The same, of events of this day. */
    public static EnrichedArticle on(LocalDate day, EnrichedArticle article) {
        List<Event> events = article.events().stream()
                .map(event -> new Event(
                        event.type(),
                        event.mode(),
                        event.contexts(),
                        event.cameo(),
                        event.goldstein(),
                        event.actors(),
                        event.recipients(),
                        event.place(),
                        event.placeSpan(),
                        day,
                        event.datePrecision(),
                        event.dateSpan(),
                        event.sentence(),
                        event.trigger(),
                        event.mentions(),
                        event.confidence(),
                        event.by()))
                .toList();
        return new EnrichedArticle(
                article.article(),
                article.language(),
                article.dateline(),
                article.entities(),
                article.topics(),
                events,
                article.quotes(),
                article.dates(),
                article.fingerprint(),
                article.enrichment());
    }

    private static List<Event> visit(RawArticle article, Span baku, Span person, PlaceLink place) {
        Span sentence = span(article, "Sahiba Gafarova received a delegation in Baku.");
        Span trigger = span(article, "received");
        if (sentence == null) {
            return List.of();
        }
        return List.of(new Event(
                "CONSULT",
                "visit",
                List.of("diplomatic"),
                "043",
                2.8,
                List.of(new Event.Participant("geonames:587084", "SA", "GOV", baku)),
                List.of(new Event.Participant("per:sahiba gafarova", "AZ", "LEG", person)),
                place,
                baku,
                LocalDate.of(2026, 11, 20),
                DateMention.Precision.DAY,
                null,
                sentence,
                trigger,
                List.of(new Event.Mention(sentence, trigger)),
                0.8,
                "test/1"));
    }

    private static Span span(RawArticle article, String surface) {
        int start = article.body().indexOf(surface);
        return start < 0 ? null : Span.of("body", article.body(), start, start + surface.length());
    }

    public static String hash(String text) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
