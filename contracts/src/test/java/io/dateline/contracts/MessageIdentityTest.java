package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.MessageIdentity;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.Topics;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeaders;
import org.junit.jupiter.api.Test;

class MessageIdentityTest {
    private static Headers type(MessageType type) {
        return new RecordHeaders().add(MessageHeaders.CE_TYPE, type.ceType().getBytes(StandardCharsets.UTF_8));
    }

    @Test
    void isWhatTheHeadersOfTheMessageSay() {
        // Given
        EnrichedArticle enriched = Samples.fullEnriched();
        Headers raw = MessageCodec.headers(enriched.article(), "/test", Instant.EPOCH, null);
        Headers tagged = MessageCodec.headers(enriched, "/test", Instant.EPOCH, null);

        // When
        Decoded<MessageIdentity> ofRaw = MessageCodec.identify(
                MessageType.RAW_ARTICLE, type(MessageType.RAW_ARTICLE), MessageCodec.encode(enriched.article()));
        Decoded<MessageIdentity> ofTagged = MessageCodec.identify(
                MessageType.ENRICHED_ARTICLE, type(MessageType.ENRICHED_ARTICLE), MessageCodec.encode(enriched));

        // Then
        assertThat(ofRaw).isEqualTo(new Decoded.Message<>(identity(raw)));
        assertThat(ofTagged).isEqualTo(new Decoded.Message<>(identity(tagged)));
    }

    private static MessageIdentity identity(Headers headers) {
        return new MessageIdentity(
                MessageCodec.header(headers, MessageHeaders.CE_ID),
                MessageCodec.header(headers, MessageHeaders.CE_SUBJECT));
    }

    @Test
    void isRefusedForTheReasonThatReadingItIs() {
        // When
        Decoded<MessageIdentity> decoded = MessageCodec.identify(
                MessageType.RAW_ARTICLE, type(MessageType.RAW_ARTICLE), "{".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(decoded)
                .isInstanceOfSatisfying(
                        Decoded.Refused.class,
                        refused -> assertThat(refused.reason()).isEqualTo(DeadLetterReason.UNDECODABLE));
    }

    @Test
    void topicsOfArticlesHaveATypeAndTheirDeadLettersLeadBackToThem() {
        // When
        List<String> originals =
                TopicCatalog.deadLetters().stream().map(Topics::original).toList();

        // Then
        assertThat(originals).contains(Topics.RAW, Topics.RAW_BACKFILL, Topics.ENRICHED, Topics.ENRICHED_BACKFILL);
        assertThat(originals).noneMatch(Topics::isDeadLetter);
        assertThat(MessageType.of(Topics.RAW_BACKFILL)).contains(MessageType.RAW_ARTICLE);
        assertThat(MessageType.of(Topics.ENRICHED)).contains(MessageType.ENRICHED_ARTICLE);
        assertThat(MessageType.of(Topics.FEEDS_STATUS)).isEmpty();
        assertThatThrownBy(() -> Topics.original(Topics.RAW)).isInstanceOf(IllegalArgumentException.class);
    }
}
