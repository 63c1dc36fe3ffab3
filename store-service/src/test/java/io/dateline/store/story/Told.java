package io.dateline.store.story;

import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Enrichment;
import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Language;
import io.dateline.store.testing.Stories;
import java.nio.ByteBuffer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** Articles to build stories of. */
record Told(String key, int revision, String source, Instant at, String title, String body, List<String> names) {
    /** News, not late articles. */
    static final Instant MORNING =
            Instant.now().truncatedTo(java.time.temporal.ChronoUnit.DAYS).plusSeconds(8 * 3_600);

    static final String QUAKE =
            "Rescue teams searched collapsed houses in Valdoria after the earthquake that struck at dawn."
                    + " Hospitals treated dozens of wounded residents while engineers inspected bridges and tunnels of the railway.";
    static final String QUAKE_AGAIN =
            "The earthquake in Valdoria at dawn left dozens wounded, and rescue workers look for"
                    + " survivors under collapsed houses. Trains stand still because engineers check each of the railway bridges.";
    static final String ELECTION =
            "Voters in Norland elected a new parliament on Sunday, and the Green Alliance of Petra"
                    + " Voss won most seats. Turnout was the highest since independence, the electoral commission announced.";

    static Told quake(String key, String source, int minutes) {
        return new Told(
                key,
                1,
                source,
                at(minutes),
                "Earthquake strikes Valdoria",
                QUAKE,
                List.of("loc:valdoria", "org:rescue"));
    }

    static Told quakeAgain(String key, String source, int minutes) {
        return new Told(
                key,
                1,
                source,
                at(minutes),
                "Dozens wounded in Valdoria earthquake",
                QUAKE_AGAIN,
                List.of("loc:valdoria", "org:railway"));
    }

    static Told election(String key, String source, int minutes) {
        return new Told(
                key,
                1,
                source,
                at(minutes),
                "Greens win election in Norland",
                ELECTION,
                List.of("loc:norland", "per:voss"));
    }

    /** Of these numbered words, in an order of its own. */
    static Told ofWords(String key, int minutes, int from, int to) {
        List<String> words = new ArrayList<>(
                IntStream.range(from, to).mapToObj(i -> "subject" + i).toList());
        Collections.shuffle(words, new Random(key.hashCode()));
        return new Told(
                key, 1, "paper-" + key, at(minutes), "Of " + key, String.join(" ", words), List.of("loc:valdoria"));
    }

    static Instant at(int minutes) {
        return MORNING.plusSeconds(60L * minutes);
    }

    String id() {
        return Stories.id(key);
    }

    Told revised(int number, Told text) {
        return new Told(key, number, source, at, text.title, text.body, text.names);
    }

    EnrichedArticle article() {
        RawArticle raw = Stories.article(key, revision)
                .source(new Source(source, "The " + source, Source.Kind.FEED))
                .title(title)
                .body(body)
                .publishedAt(at)
                .fetchedAt(at.plusSeconds(60))
                .original(new Original("text/plain", Stories.hash(key), body.length()))
                .build();
        List<Entity> entities = names.stream()
                .map(name -> new Entity(name, Entity.Type.ORG, name, 0.5, null, null, null, null, List.of(), "test/1"))
                .toList();
        return new EnrichedArticle(
                raw,
                new Language("en", 0.99, "test/1"),
                null,
                entities,
                List.of(),
                List.of(),
                List.of(),
                List.of(),
                fingerprint(body),
                new Enrichment("0123456789abcdef", List.of("test/1")));
    }

    EnrichedArticle hidden(int number, ArticleStatus status) {
        return Stories.bare(
                Stories.article(key, number)
                        .source(new Source(source, "The " + source, Source.Kind.FEED))
                        .status(status)
                        .title("Hidden")
                        .body("")
                        .publishedAt(at)
                        .fetchedAt(at.plusSeconds(60))
                        .build(),
                "en");
    }

    /** MinHash over three words, of the form the enrich service makes. */
    private static String fingerprint(String text) {
        String[] words = text.toLowerCase(java.util.Locale.ROOT).split("\\W+");
        ByteBuffer bytes = ByteBuffer.allocate(128 * Integer.BYTES);
        for (int slot = 0; slot < 128; slot++) {
            int least = Integer.MAX_VALUE;
            for (int i = 0; i + 3 <= words.length; i++) {
                int hash = (words[i] + " " + words[i + 1] + " " + words[i + 2] + slot).hashCode() * 0x9E3779B9;
                least = Math.min(least, hash >>> 1 ^ hash << 13 & Integer.MAX_VALUE);
            }
            bytes.putInt(least);
        }
        return Base64.getEncoder().encodeToString(bytes.array());
    }
}
