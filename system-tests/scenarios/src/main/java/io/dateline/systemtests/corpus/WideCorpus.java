package io.dateline.systemtests.corpus;

import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
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
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;

/**
 * Enriched articles without end, the same every time: invented words by Zipf's law, so that some stand in most articles and
 * some in twenty of a million, and persons, organisations, places, topics, an event and quotes with their evidence. For
 * measuring a store that is full; what is measured of enrichment or stories needs true texts.
 */
public final class WideCorpus {
    private static final Instant FIRST = Instant.parse("2025-10-01T00:00:00Z");
    private static final int SECONDS_APART = 34;
    private static final int BODY_LENGTH = 900;
    private static final int WORDS = 400_000;
    private static final String LOWER = "lower";
    private static final List<List<String>> TOPICS = List.of(
            List.of("medtop:20000639", "diplomacy", "medtop:20000638", "medtop:11000000"),
            List.of("medtop:20000574", "election", "medtop:11000000"),
            List.of("medtop:20000344", "economic policy", "medtop:20000344", "medtop:04000000"),
            List.of("medtop:20000106", "law", "medtop:02000000"),
            List.of("medtop:20000822", "sport event", "medtop:15000000"),
            List.of("medtop:20000456", "medicine", "medtop:07000000"));

    private final Zipf words = new Zipf(WORDS, 1.0);
    private final Zipf persons = new Zipf(20_000, 0.9);
    private final Zipf organisations = new Zipf(5_000, 0.9);
    private final Zipf places = new Zipf(2_000, 0.9);
    private final Zipf sources = new Zipf(400, 0.7);

    /** The word of a rank, 0 being the most frequent; of rank r about 8 articles in r + 1 hold it. */
    public String word(int rank) {
        return Syllables.word(rank, LOWER);
    }

    /** Id of the person of a rank, 0 being named most. */
    public String person(int rank) {
        return "per:" + Syllables.name(rank).toLowerCase(Locale.ROOT);
    }

    /** When the article of a number was published. */
    public static Instant at(int number) {
        return FIRST.plusSeconds((long) SECONDS_APART * number);
    }

    public EnrichedArticle article(int number) {
        Random random = new Random(number * 0x9E3779B97F4A7C15L);
        random.nextInt();
        int place = places.next(random);
        String city = Syllables.capital(Syllables.word(place, "place"));
        String one = Syllables.name(persons.next(random));
        String other = Syllables.name(persons.next(random));
        String organisation = Syllables.capital(Syllables.word(organisations.next(random), "org")) + " Group";
        LocalDate day = at(number).atZone(ZoneOffset.UTC).toLocalDate();
        Body body = new Body();
        body.add(city.toUpperCase(Locale.ROOT)).plain(", " + day + " - ");
        int sentence = body.length();
        Span actor = body.add(one).last();
        Span met = body.plain(" ").add("met").last();
        Span recipient = body.plain(" ").add(other).last();
        Span where = body.plain(" in ").add(city).last();
        body.plain(".");
        Span told = body.since(sentence);
        Span company = body.plain(" ").add(organisation).last();
        body.plain(" ").plain(sentence(random)).plain(" ");
        Span quoted = body.add("\u201c" + sentence(random) + "\u201d").last();
        Span said = body.plain(" ").add("said").last();
        Span speaker = body.plain(" ").add(one).last();
        body.plain(".");
        while (body.length() < BODY_LENGTH) {
            body.plain(" ").plain(sentence(random));
        }
        String text = body.text();
        String country = Syllables.country(place);
        PlaceLink link = new PlaceLink(
                "geonames:" + (90_000_000 + place), city, country, null, (double) (place % 140 - 60), (double)
                        (place * 7 % 360 - 180));
        List<String> topic = TOPICS.get(random.nextInt(TOPICS.size()));
        boolean event = random.nextInt(10) < 6;
        int source = sources.next(random);
        RawArticle raw = RawArticle.builder()
                .id(String.format("wide-%032x", number))
                .revision(1)
                .contentHash(String.format("%064x", number))
                .source(new Source("wide-source-" + source, "Source " + source, Source.Kind.FEED))
                .feedId("feed-" + source)
                .title(Syllables.capital(sentence(random)).replace(".", ""))
                .body(text)
                .url("https://wide.example/" + number)
                .publishedAt(at(number))
                .fetchedAt(at(number).plusSeconds(20))
                .original(new Original("application/rss+xml", String.format("%064x", number), text.length()))
                .build();
        String actorId = "per:" + one.toLowerCase(Locale.ROOT);
        String recipientId = "per:" + other.toLowerCase(Locale.ROOT);
        List<Entity> entities = new ArrayList<>();
        entities.add(entity(actorId, Entity.Type.PER, one, 0.8, null, List.of(actor, speaker)));
        if (!recipientId.equals(actorId)) {
            entities.add(entity(recipientId, Entity.Type.PER, other, 0.5, null, List.of(recipient)));
        }
        entities.add(entity(
                "org:" + organisation.toLowerCase(Locale.ROOT),
                Entity.Type.ORG,
                organisation,
                0.4,
                null,
                List.of(company)));
        entities.add(entity(link.id(), Entity.Type.LOC, city, 0.6, link, List.of(where)));
        return new EnrichedArticle(
                raw,
                new Language("en", 0.99, "wide/1"),
                new Dateline(
                        city.toUpperCase(Locale.ROOT),
                        link,
                        day,
                        null,
                        Span.of("body", text, 0, city.length()),
                        "wide/1"),
                entities,
                List.of(new Topic(
                        topic.get(0), topic.get(1), 0.9, topic.subList(2, topic.size()), List.of(met), "wide/1")),
                event ? List.of(event(actorId, recipientId, link, day, told, met, actor, recipient, where)) : List.of(),
                List.of(new Quote(actorId, true, quoted, said, speaker, "wide/1")),
                List.of(new DateMention(
                        day,
                        day,
                        DateMention.Precision.DAY,
                        Span.of("body", text, city.length() + 2, city.length() + 12),
                        "wide/1")),
                null,
                new Enrichment("0123456789abcdef", List.of("wide/1")));
    }

    private static Entity entity(
            String id, Entity.Type type, String name, double salience, PlaceLink geo, List<Span> mentions) {
        return new Entity(id, type, name, salience, null, null, geo, null, mentions, "wide/1");
    }

    private static Event event(
            String actor,
            String recipient,
            PlaceLink place,
            LocalDate day,
            Span sentence,
            Span trigger,
            Span actorSpan,
            Span recipientSpan,
            Span placeSpan) {
        return new Event(
                "CONSULT",
                "visit",
                List.of("diplomatic"),
                "043",
                2.8,
                List.of(new Event.Participant(actor, place.country(), "GOV", actorSpan)),
                List.of(new Event.Participant(recipient, null, "GOV", recipientSpan)),
                place,
                placeSpan,
                day,
                DateMention.Precision.DAY,
                null,
                sentence,
                trigger,
                List.of(new Event.Mention(sentence, trigger)),
                0.8,
                "wide/1");
    }

    private String sentence(Random random) {
        StringBuilder sentence = new StringBuilder();
        int length = 8 + random.nextInt(8);
        for (int i = 0; i < length; i++) {
            sentence.append(i == 0 ? "" : " ").append(word(words.next(random)));
        }
        return sentence.append('.').toString();
    }

    /** A text that grows and remembers where its last piece stands. */
    private static final class Body {
        private final StringBuilder text = new StringBuilder();
        private int start;

        Body plain(String piece) {
            text.append(piece);
            return this;
        }

        Body add(String piece) {
            start = text.length();
            text.append(piece);
            return this;
        }

        Span last() {
            return since(start);
        }

        Span since(int from) {
            return Span.of("body", text.toString(), from, text.length());
        }

        int length() {
            return text.length();
        }

        String text() {
            return text.toString();
        }
    }
}
