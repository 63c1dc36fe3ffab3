package io.dateline.systemtests.faults;

import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.topic.TopicCatalog;
import java.util.List;
import org.apache.kafka.common.header.Headers;

/** Which records the dead letters of all topics stand for, by the coordinates they carry, and why. */
final class DeadLetterReader {
    private DeadLetterReader() {}

    /** @param lies where the letter itself lies */
    record Letter(Place lies, Burial of) {}

    static List<Burial> read(String bootstrap) {
        return letters(bootstrap).stream().map(Letter::of).toList();
    }

    static List<Letter> letters(String bootstrap) {
        return TopicReader.read(bootstrap, TopicCatalog.deadLetters()).stream()
                .map(record -> new Letter(Place.of(record), burial(record.headers())))
                .toList();
    }

    private static Burial burial(Headers headers) {
        Place place = new Place(
                MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_TOPIC),
                Integer.parseInt(MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_PARTITION)),
                Long.parseLong(MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_OFFSET)));
        return new Burial(place, MessageCodec.header(headers, MessageHeaders.DEAD_LETTER_REASON));
    }
}
