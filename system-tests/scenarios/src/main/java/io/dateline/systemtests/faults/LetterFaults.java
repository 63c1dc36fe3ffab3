package io.dateline.systemtests.faults;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.topic.Topics;
import io.dateline.systemtests.system.Await;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.io.UncheckedIOException;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.producer.ProducerRecord;

/**
 * Dead letters are put back twice while connections break and processes are killed. Two are mended as they are put back,
 * and must be stored once; one is not, and must die again each time.
 */
final class LetterFaults {
    private static final Duration LIMIT = Duration.ofSeconds(60);
    private static final UnaryOperator<String> WITH_NUL = Records.replacing("\"title\":\"", "\"title\":\"\\u0000");

    private final Rig rig;
    private final Extras extras;
    private final Http http = new Http();
    private final List<Wanted> wanted = new ArrayList<>();

    private LetterFaults(Rig rig) {
        this.rig = rig;
        this.extras = rig.extras();
    }

    /** @param payload to be put back in its place, or null for its own */
    private record Wanted(Place died, Object payload) {}

    static void replay(Rig rig) {
        new LetterFaults(rig).replay();
    }

    private void replay() {
        RawArticle raw = extras.article().article();
        wanted.add(new Wanted(extras.buried(Records.raw(raw, WITH_NUL), DeadLetterReason.INVALID), raw));
        EnrichedArticle enriched = extras.article();
        wanted.add(new Wanted(extras.buried(Records.enriched(enriched, WITH_NUL), DeadLetterReason.INVALID), enriched));
        ProducerRecord<byte[], byte[]> hopeless = Records.raw(extras.article().article(), WITH_NUL);
        wanted.add(new Wanted(extras.buried(hopeless, DeadLetterReason.INVALID), null));
        List<DeadLetterReader.Letter> letters = letters();

        putBack(letters);
        rig.kafka().resetAll();
        rig.postgres().resetAll();
        ProcessFaults.kill(rig, Service.ENRICH);
        putBack(letters);
        ProcessFaults.kill(rig, Service.STORE);

        for (RawArticle mended : List.of(raw, enriched.article())) {
            extras.accepted(new Sent(
                    mended.url(),
                    mended.revision(),
                    mended.publishedAt().atZone(ZoneOffset.UTC).toLocalDate()));
        }
        diesAgain(hopeless.key());
    }

    /** In the order of those that are wanted. */
    private List<DeadLetterReader.Letter> letters() {
        List<DeadLetterReader.Letter> found = new ArrayList<>();
        Await.until("the dead letters to lie there", LIMIT, () -> {
            found.clear();
            List<DeadLetterReader.Letter> all =
                    DeadLetterReader.letters(rig.dateline().servers().kafkaBootstrap());
            wanted.forEach(one -> all.stream()
                    .filter(letter -> letter.of().place().equals(one.died()))
                    .findFirst()
                    .ifPresent(found::add));
            return found.size() == wanted.size();
        });
        return found;
    }

    private void putBack(List<DeadLetterReader.Letter> letters) {
        for (int i = 0; i < letters.size(); i++) {
            String request = request(letters.get(i).lies(), wanted.get(i).payload());
            Await.until("a dead letter to be put back", LIMIT, () -> isPutBack(request));
        }
    }

    /** Whatever else is answered, the same is asked again. */
    private boolean isPutBack(String request) {
        try {
            HttpResponse<String> answer = http.post(
                    rig.dateline().url(Service.STORE) + "/api/dead-letters/replay", "application/json", request);
            if (answer.statusCode() == 200) {
                JsonNode report = Http.parse(answer.body());
                return report.path("replayed").asInt() == 1;
            }
            if (answer.statusCode() < 500) {
                throw new IllegalStateException("a dead letter could not be put back: " + answer.body());
            }
            return false;
        } catch (UncheckedIOException away) {
            return false;
        }
    }

    private static String request(Place lies, Object payload) {
        var request = MessageCodec.json().createObjectNode();
        request.putArray("letters")
                .addObject()
                .put("topic", lies.topic())
                .put("partition", lies.partition())
                .put("offset", lies.offset());
        if (payload != null) {
            request.set("payload", MessageCodec.json().valueToTree(payload));
        }
        return request.toString();
    }

    /** Where it lies now, at least twice, it must be found out again. */
    private void diesAgain(byte[] key) {
        List<Place> again = TopicReader.read(rig.dateline().servers().kafkaBootstrap(), List.of(Topics.RAW)).stream()
                .filter(record -> Arrays.equals(key, record.key()))
                .filter(record -> record.headers().lastHeader(MessageHeaders.REPLAYS) != null)
                .map(Place::of)
                .toList();
        again.forEach(place -> extras.buried(place, DeadLetterReason.INVALID.code()));
        extras.answered("whether a letter that was put back twice lies there twice", true, again.size() >= 2);
    }
}
