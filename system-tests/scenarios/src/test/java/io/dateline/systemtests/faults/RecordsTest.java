package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.message.Decoded;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.systemtests.corpus.WideCorpus;
import org.junit.jupiter.api.Test;

class RecordsTest {
    private final EnrichedArticle article = new WideCorpus().article(7);

    @Test
    void areWhatTheServicesRead() {
        // When
        var raw = Records.raw(article.article());
        var enriched = Records.enriched(article, json -> json);

        // Then
        assertThat(MessageCodec.decodeRaw(raw.headers(), raw.value())).isInstanceOf(Decoded.Message.class);
        assertThat(MessageCodec.decodeEnriched(enriched.headers(), enriched.value()))
                .isInstanceOf(Decoded.Message.class);
    }

    @Test
    void replaceOnceWhatMustBeThere() {
        assertThat(Records.replacing("a", "b").apply("aa")).isEqualTo("ba");
        assertThatThrownBy(() -> Records.replacing("a", "b").apply("c")).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void haveOneValueOfAHeaderThatIsChanged() {
        // When
        var record = Records.with(Records.raw(article.article()), MessageHeaders.CE_TYPE, "another");

        // Then
        assertThat(record.headers().headers(MessageHeaders.CE_TYPE)).hasSize(1);
        assertThat(MessageCodec.header(record.headers(), MessageHeaders.CE_TYPE))
                .isEqualTo("another");
    }
}
