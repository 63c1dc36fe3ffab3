package io.dateline.store.deadletter;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.MessageIdentity;
import io.dateline.contracts.message.MessageType;
import java.nio.charset.StandardCharsets;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;

/**
 * Another payload for a letter. It must be what the topic's contract wants; type, id, subject and key of the record then
 * follow from it.
 */
final class Edit {
    /** Bytes of a payload as UTF-8 JSON without blanks. */
    static final int LARGEST = 1 << 20;

    private Edit() {}

    /**
     * The record with the payload in place of its own.
     *
     * @throws ProblemException {@code invalid-replay} or {@code too-large}
     */
    static ProducerRecord<byte[], byte[]> apply(ProducerRecord<byte[], byte[]> record, JsonNode payload) {
        MessageType type = MessageType.of(record.topic())
                .orElseThrow(() -> ReplayRequest.invalid(
                        "payload", "cannot be changed: the contract of " + record.topic() + " is not known here"));
        byte[] value = MessageCodec.encode(payload);
        if (value.length > LARGEST) {
            throw new ProblemException(
                    ProblemCode.TOO_LARGE, "A changed payload has at most " + LARGEST + " bytes of JSON.");
        }
        Headers headers = new RecordHeaders(record.headers());
        set(headers, MessageHeaders.CE_TYPE, type.ceType());
        Decoded<MessageIdentity> decoded = MessageCodec.identify(type, headers, value);
        if (decoded instanceof Decoded.Refused<MessageIdentity> refused) {
            throw ReplayRequest.invalid("payload", refused.reason().code() + ": " + refused.detail());
        }
        MessageIdentity identity = ((Decoded.Message<MessageIdentity>) decoded).value();
        set(headers, MessageHeaders.CE_ID, identity.id());
        set(headers, MessageHeaders.CE_SUBJECT, identity.subject());
        return new ProducerRecord<>(
                record.topic(), null, null, identity.subject().getBytes(StandardCharsets.UTF_8), value, headers);
    }

    private static void set(Headers headers, String name, String value) {
        headers.remove(name);
        headers.add(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
