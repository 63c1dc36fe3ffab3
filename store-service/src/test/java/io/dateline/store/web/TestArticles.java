package io.dateline.store.web;

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
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.topic.Topics;
import io.dateline.testinfra.TestInfra;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.serialization.ByteArraySerializer;

/** Articles as enrich publishes them, sent through Kafka so that the pages show what really was stored. */
final class TestArticles {
    static final String BODY = """
            Baku, September 23, AZERTAC

            Speaker Sahiba Gafarova met Saysana Khotfouthone, Prosecutor General of Laos.

            The delegation spoke of <b>relations</b> & more.""";
    private static final String MEETING =
            "Speaker Sahiba Gafarova met Saysana Khotfouthone, Prosecutor General of Laos.";
    static final Source SOURCE = new Source("azertac", "AZERTAC", Source.Kind.WIRE);

    private TestArticles() {}

    static RawArticleBuilder raw(String title) {
        return RawArticle.builder()
                .id("txt-" + UUID.randomUUID().toString().replace("-", ""))
                .revision(1)
                .contentHash("a".repeat(64))
                .status(ArticleStatus.USABLE)
                .source(SOURCE)
                .url("https://news.example/story?a=1&b=2")
                .title(title)
                .body(BODY)
                .byline("By <i>A. Writer</i>")
                .publishedAt(Instant.parse("2025-09-23T10:00:00Z"))
                .publishedPrecision("minute")
                .fetchedAt(Instant.now())
                .original(new Original("text/plain", "b".repeat(64), 512));
    }

    /** Tags as a sound enrichment of {@link #BODY} would give them. */
    static EnrichedArticle enriched(RawArticle article) {
        String body = article.body();
        PlaceLink baku = new PlaceLink("geonames:587084", "Baku", "AZ", null, 40.37767, 49.89201);
        return new EnrichedArticle(
                article,
                new Language("en", 0.998, "langid/1"),
                new Dateline("Baku", baku, null, "AZERTAC", words(body, "Baku, September 23, AZERTAC"), "dateline/1"),
                List.of(
                        entity(
                                "per:sahiba-gafarova",
                                Entity.Type.PER,
                                "Sahiba <Gafarova>",
                                0.9,
                                null,
                                words(body, "Sahiba Gafarova")),
                        entity("geonames:587084", Entity.Type.LOC, "Baku", 0.4, baku, words(body, "Baku")),
                        entity("geonames:1655842", Entity.Type.LOC, "Laos", 0.3, null, words(body, "Laos"))),
                List.of(new Topic(
                        "medtop:20000639",
                        "diplomacy",
                        0.81,
                        List.of(),
                        List.of(words(body, "delegation"), words(body, "Prosecutor General of Laos")),
                        "lexicon/2")),
                List.of(new Event(
                        "CONSULT",
                        "visit",
                        List.of("diplomatic"),
                        "042",
                        1.9,
                        List.of(new Event.Participant("geonames:1655842", "LA", "JUD", words(body, "Laos"))),
                        List.of(new Event.Participant(
                                "per:sahiba-gafarova", "AZ", "LEG", words(body, "Sahiba Gafarova"))),
                        baku,
                        words(body, "Baku"),
                        LocalDate.of(2025, 9, 23),
                        DateMention.Precision.DAY,
                        words(body, "September 23"),
                        words(body, MEETING),
                        words(body, "met"),
                        List.of(new Event.Mention(words(body, MEETING), words(body, "met"))),
                        0.8,
                        "plover/1")),
                List.of(
                        new Quote(
                                "per:sahiba-gafarova",
                                true,
                                words(body, "<b>relations</b> & more"),
                                words(body, "spoke"),
                                words(body, "Sahiba Gafarova"),
                                "quote/1:before"),
                        new Quote(null, false, words(body, "The delegation"), null, null, "quote/1:reported")),
                List.of(new DateMention(
                        LocalDate.of(2025, 9, 23),
                        LocalDate.of(2025, 9, 23),
                        DateMention.Precision.DAY,
                        words(body, "September 23"),
                        "date/1:month-day")),
                null,
                new Enrichment("9f2c41d07ab3e815", List.of("language/1", "entities/3"), List.of("topics")));
    }

    static void publish(RawArticle article) {
        publish(enriched(article));
    }

    static void publish(EnrichedArticle document) {
        RawArticle article = document.article();
        send(new ProducerRecord<>(
                Topics.ENRICHED,
                null,
                article.id().getBytes(StandardCharsets.UTF_8),
                MessageCodec.encode(document),
                MessageCodec.headers(document, "/enrich", Instant.now(), null)));
    }

    /** Returns when the broker has it. */
    static void send(ProducerRecord<byte[], byte[]> record) {
        Map<String, Object> config = Map.of(
                "bootstrap.servers",
                TestInfra.get().kafkaBootstrap(),
                "key.serializer",
                ByteArraySerializer.class,
                "value.serializer",
                ByteArraySerializer.class,
                "acks",
                "all");
        try (var producer = new KafkaProducer<byte[], byte[]>(config)) {
            producer.send(record).get();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entity entity(
            String id, Entity.Type type, String name, double salience, PlaceLink geo, Span... mentions) {
        return new Entity(
                id,
                type,
                name,
                salience,
                List.of(),
                Entity.Links.NONE,
                geo,
                geo == null ? null : "only-sense",
                List.of(mentions),
                "names/3");
    }

    static Span words(String body, String words) {
        int start = body.indexOf(words);
        return Span.of("body", body, start, start + words.length());
    }
}
