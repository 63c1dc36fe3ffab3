package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.DeadLetter;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.apache.kafka.common.record.TimestampType;
import org.junit.jupiter.api.Test;

class DeadLetterTest {
    private final RecordHeaders headers = new RecordHeaders();

    @Test
    void keepsKeyBytesAndHeadersAndAddsTheReason() {
        // Given
        byte[] key = {1, 0, -1};
        byte[] value = {(byte) 0xff, 0};
        headers.add("ce_type", bytes("x")).add("own", null);
        // When
        DeadLetter letter = DeadLetter.of(record(key, value), DeadLetterReason.INVALID, "title is missing", "store");
        // Then
        assertThat(letter.topic()).isEqualTo("articles.enriched.dead-letter");
        assertThat(letter.key()).isSameAs(key);
        assertThat(letter.value()).isSameAs(value);
        assertThat(letter.reason()).isEqualTo(DeadLetterReason.INVALID);
        assertThat(names(letter))
                .containsExactly(
                        "ce_type",
                        "own",
                        MessageHeaders.DEAD_LETTER_REASON,
                        MessageHeaders.DEAD_LETTER_DETAIL,
                        MessageHeaders.DEAD_LETTER_SERVICE,
                        MessageHeaders.DEAD_LETTER_TOPIC,
                        MessageHeaders.DEAD_LETTER_PARTITION,
                        MessageHeaders.DEAD_LETTER_OFFSET);
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_REASON)).isEqualTo("invalid");
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_DETAIL)).isEqualTo("title is missing");
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_SERVICE)).isEqualTo("store");
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_TOPIC)).isEqualTo(Topics.ENRICHED);
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_PARTITION)).isEqualTo("7");
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_OFFSET)).isEqualTo("42");
    }

    @Test
    void aReplayedRecordLosesTheHeadersOfItsLastDeath() {
        // Given
        headers.add(MessageHeaders.DEAD_LETTER_REASON, bytes("undecodable"))
                .add(MessageHeaders.DEAD_LETTER_PREFIX + "exception-class-name", bytes("old"))
                .add("ce_type", bytes("x"))
                .add(MessageHeaders.DEAD_LETTER_REASON, bytes("too-large"));
        // When
        DeadLetter letter =
                DeadLetter.of(record(null, null), DeadLetterReason.REVISION_CONFLICT, "other hash", "store");
        // Then
        assertThat(names(letter)).hasSize(7).doesNotHaveDuplicates();
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_REASON)).isEqualTo("revision-conflict");
        assertThat(header(letter, "ce_type")).isEqualTo("x");
        assertThat(letter.value()).isNull();
    }

    @Test
    void leavesOutAValueThatCouldNotBeSentAndSaysSo() {
        // Given: compressed it came through
        byte[] key = {1};
        byte[] value = new byte[9 * 1024 * 1024];
        // When
        DeadLetter letter = DeadLetter.of(record(key, value), DeadLetterReason.UNDECODABLE, "not JSON", "enrich");
        // Then
        assertThat(letter.key()).isSameAs(key);
        assertThat(letter.value()).isNull();
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_DETAIL))
                .isEqualTo("not JSON; its value of 9437184 bytes is too large to be kept");
    }

    @Test
    void keepsHeadersUpToALimitAndLeavesOutMoreWithTheKey() {
        // Given: a key of one byte, and headers that with it are as large as may be
        byte[] key = {1};
        byte[] value = {2};
        headers.add("bïg", new byte[256 * 1024 - 1 - 4 - 10]);
        // When
        DeadLetter most = DeadLetter.of(record(key, value), DeadLetterReason.UNDECODABLE, "not JSON", "enrich");
        headers.add("x", new byte[0]);
        DeadLetter tooMuch = DeadLetter.of(record(key, value), DeadLetterReason.UNDECODABLE, "not JSON", "enrich");
        // Then
        assertThat(most.key()).isSameAs(key);
        assertThat(most.headers().lastHeader("bïg")).isNotNull();
        assertThat(header(most, MessageHeaders.DEAD_LETTER_DETAIL)).isEqualTo("not JSON");
        assertThat(tooMuch.key()).isNull();
        assertThat(tooMuch.value()).isSameAs(value);
        assertThat(tooMuch.headers().lastHeader("bïg")).isNull();
        assertThat(header(tooMuch, MessageHeaders.DEAD_LETTER_DETAIL))
                .isEqualTo("not JSON; its key and headers of 262155 bytes are too large to be kept");
    }

    @Test
    void goesWithoutItsValueWhereTheBrokerTakesLessThanItWasToldTo() {
        // Given
        byte[] key = {1};
        headers.add("ce_type", bytes("x"));
        DeadLetter letter = DeadLetter.of(record(key, new byte[10]), DeadLetterReason.INVALID, "no title", "store");
        // When
        DeadLetter less = letter.withoutValue();
        // Then
        assertThat(less.value()).isNull();
        assertThat(less.key()).isSameAs(key);
        assertThat(less.topic()).isEqualTo(letter.topic());
        assertThat(names(less)).containsExactlyInAnyOrderElementsOf(names(letter));
        assertThat(header(less, MessageHeaders.DEAD_LETTER_REASON)).isEqualTo("invalid");
        assertThat(header(less, MessageHeaders.DEAD_LETTER_DETAIL))
                .isEqualTo("no title; its value of 10 bytes is too large for the broker");
        assertThat(header(letter, MessageHeaders.DEAD_LETTER_DETAIL)).isEqualTo("no title");
    }

    private ConsumerRecord<byte[], byte[]> record(byte[] key, byte[] value) {
        return new ConsumerRecord<>(
                Topics.ENRICHED, 7, 42, 0, TimestampType.LOG_APPEND_TIME, 0, 0, key, value, headers, Optional.empty());
    }

    private static String header(DeadLetter letter, String name) {
        return MessageCodec.header(letter.headers(), name);
    }

    private static List<String> names(DeadLetter letter) {
        List<String> names = new ArrayList<>();
        letter.headers().forEach(header -> names.add(header.key()));
        return names;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
