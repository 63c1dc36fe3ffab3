package io.dateline.contracts;

import io.dateline.contracts.article.ArticleFlags;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Sighting;
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
import io.dateline.contracts.status.FeedStatus;
import io.dateline.contracts.status.ServiceStatus;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Base64;
import java.util.List;

/** One message of each kind with every field set, and one with nothing but what must be there. */
final class Samples {
    static final Instant NOW = Instant.parse("2026-03-04T05:06:07.089Z");
    static final String BODY = "Riga, March 4, ANA\n\nMinister Ilze Kalna met farmers 🌾 and said: “Prices will fall.”";
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final PlaceLink RIGA = new PlaceLink("geonames:456172", "Riga", "LV", "Riga", 56.946, 24.10589);

    private Samples() {}

    static RawArticle minimalRaw() {
        return RawArticle.builder()
                .id("url-" + "0123456789abcdef".repeat(2))
                .contentHash(HASH)
                .source(new Source("ana.example", "ANA", Source.Kind.WIRE))
                .title("Farmers hear of falling prices")
                .fetchedAt(NOW)
                .original(new Original("text/plain", HASH, 0))
                .build();
    }

    static RawArticle fullRaw() {
        return minimalRaw().toBuilder()
                .revision(3)
                .status(ArticleStatus.WITHHELD)
                .feedId("f-1")
                .guid("urn:x:1")
                .url("https://ana.example/1")
                .titleDerived(true)
                .summary("A minister met farmers.")
                .body(BODY)
                .slugline("LATVIA-FARM")
                .byline("By Jo Doe")
                .authors(List.of("Jo Doe"))
                .categories(List.of("Farming"))
                .media(List.of(new Media("https://ana.example/1.jpg", "image/jpeg", "A field.")))
                .language("en-GB")
                .agency("ANA")
                .urgency(4)
                .edNote("Check the name.")
                .embargoUntil(NOW.plusSeconds(60))
                .publishedAt(NOW.minusSeconds(60))
                .publishedPrecision("minute")
                .updatedAt(NOW)
                .flags(List.of(ArticleFlags.TEXT_CLEANED))
                .build();
    }

    static Span span(String words) {
        int start = BODY.indexOf(words);
        return Span.of("body", BODY, start, start + words.length());
    }

    static EnrichedArticle minimalEnriched() {
        return new EnrichedArticle(
                minimalRaw(),
                new Language("und", 0, "langid/1"),
                null,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                null,
                new Enrichment("0123456789abcdef", List.of()));
    }

    static EnrichedArticle fullEnriched() {
        Entity riga = new Entity(
                "geonames:456172",
                Entity.Type.LOC,
                "Riga",
                0.75,
                List.of(new Entity.Role("capital", span("farmers"), "geonames:456172")),
                new Entity.Links("456172", "Q1773", "LV"),
                RIGA,
                "only-sense",
                List.of(span("Riga")),
                "gazetteer/1");
        Topic farming = new Topic(
                "medtop:20000205",
                "agriculture",
                0.5,
                List.of("medtop:04000000"),
                List.of(span("farmers")),
                "lexicon/1");
        Event meeting = new Event(
                "CONSULT",
                "meet",
                List.of("diplomatic"),
                "040",
                1.0,
                List.of(new Event.Participant("per:ilze-kalna", "LV", "GOV", span("Ilze Kalna"))),
                List.of(new Event.Participant("per:farmers", "LV", null, span("farmers"), span("Riga"))),
                RIGA,
                span("Riga"),
                LocalDate.of(2026, 3, 4),
                DateMention.Precision.DAY,
                span("March 4"),
                span("Minister Ilze Kalna met farmers 🌾"),
                span("met"),
                List.of(new Event.Mention(span("Minister Ilze Kalna met farmers 🌾"), span("met"))),
                0.9,
                "rules/1");
        Quote quote = new Quote(
                "per:ilze-kalna", true, span("“Prices will fall.”"), span("said"), span("Ilze Kalna"), "quotes/1");
        return new EnrichedArticle(
                fullRaw(),
                new Language("en", 0.99, "langid/1"),
                new Dateline("Riga", RIGA, LocalDate.of(2026, 3, 4), "ANA", span("Riga, March 4, ANA"), "dateline/1"),
                List.of(riga),
                List.of(farming),
                List.of(meeting),
                List.of(quote),
                List.of(new DateMention(
                        LocalDate.of(2026, 3, 4),
                        LocalDate.of(2026, 3, 4),
                        DateMention.Precision.DAY,
                        span("March 4"),
                        "date/1")),
                Base64.getEncoder().encodeToString(new byte[512]),
                new Enrichment("0123456789abcdef", List.of("language/1", "dateline/1"), List.of("topics")));
    }

    static Sighting minimalSighting() {
        return new Sighting(
                minimalRaw().id(), 1, new Source("other.example", "Other", Source.Kind.FEED), null, null, NOW);
    }

    static Sighting fullSighting() {
        return new Sighting(
                minimalRaw().id(),
                3,
                new Source("other.example", "Other", Source.Kind.PUSH),
                "https://other.example/1",
                "Farmers are told 🌾 prices fall",
                NOW);
    }

    static FeedStatus minimalFeed() {
        return new FeedStatus(
                "f-1", "ANA", "https://ana.example/rss", FeedStatus.State.OK, NOW, null, null, null, null, null, NOW);
    }

    static FeedStatus fullFeed() {
        return new FeedStatus(
                "f-1",
                "ANA",
                "https://ana.example/rss",
                FeedStatus.State.FAILING,
                NOW,
                "http-404",
                "The server answers 404.",
                NOW,
                NOW,
                NOW,
                NOW);
    }

    static ServiceStatus fullService() {
        return new ServiceStatus(
                "store-1f",
                "store",
                NOW,
                NOW,
                List.of(new ServiceStatus.Counter("live", "stored", "none", 7)),
                List.of(new ServiceStatus.Latency("bulk", 1.5, 20)));
    }
}
