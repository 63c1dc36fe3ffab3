package io.dateline.systemtests.faults;

import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Records that can never be processed. */
final class Poison {
    private Poison() {}

    /**
     * One of each kind: no JSON, JSON of another shape, nothing at all, no type, and a character that PostgreSQL refuses.
     */
    static void spill(Rig rig) {
        Extras extras = rig.extras();
        for (String topic : List.of(Topics.RAW, Topics.ENRICHED)) {
            for (String value : List.of("{\"id\": \"text-", "[1, 2, 3]", "")) {
                extras.buried(record(topic, extras, value), DeadLetterReason.UNDECODABLE);
            }
            String key = "poison" + extras.nextSerial();
            extras.buried(
                    new ProducerRecord<>(topic, key.getBytes(StandardCharsets.UTF_8), new byte[] {'{', '}'}),
                    DeadLetterReason.UNKNOWN_TYPE);
        }
        // JSON carries U+0000, PostgreSQL's text does not.
        extras.buried(
                Records.enriched(extras.article(), Records.replacing("\"title\":\"", "\"title\":\"\\u0000")),
                DeadLetterReason.INVALID);
    }

    /** With the headers of a good one. */
    private static ProducerRecord<byte[], byte[]> record(String topic, Extras extras, String value) {
        return topic.equals(Topics.RAW)
                ? Records.raw(extras.article().article(), json -> value)
                : Records.enriched(extras.article(), json -> value);
    }
}
