package io.dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.EvidenceRules;
import io.dateline.contracts.message.MessageCodec;
import io.dateline.enrich.Samples;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class HostileTextTest {
    private static final int LONG = 500_000;
    private static final int LARGEST_MESSAGE = 8 * 1024 * 1024;

    @BeforeAll
    static void warmUp() {
        for (String text : Samples.TEXTS) {
            Samples.PIPELINE.enrich(
                    Samples.article("Warm-up", Samples.text(text)).build());
        }
    }

    static Stream<Arguments> texts() {
        StringBuilder names = new StringBuilder();
        for (int i = 0; i < 55_000; i++) {
            names.append((char) ('A' + i % 26))
                    .append("o")
                    .append(Integer.toString(i, 26))
                    .append(' ');
        }
        String news = Samples.text("gum/election.txt");
        return Stream.of(
                Arguments.of("one word", "Word"),
                Arguments.of("only spaces", " \n\n\t \u00A0\u2003"),
                Arguments.of("one sentence", "the minister said that ".repeat(LONG / 23)),
                Arguments.of(
                        "one sentence of events",
                        "France attacked Germany and Spain condemned Iran and ".repeat(LONG / 53)),
                Arguments.of(
                        "sentences of events", "France attacked Germany. Spain condemned Iran. ".repeat(LONG / 47)),
                Arguments.of("one word without end", "A".repeat(LONG)),
                Arguments.of("capitals", news.toUpperCase(Locale.ROOT).repeat(20)),
                Arguments.of("names", names.substring(0, Math.min(LONG, names.length()))),
                Arguments.of("one name again and again", "Ilham Aliyev ".repeat(LONG / 13)),
                Arguments.of(
                        "emoji", "\uD83D\uDE00\uD83C\uDDE6\uD83C\uDDFF In \uD83D\uDE00Baku\uD83D\uDE00 ".repeat(5_000)),
                Arguments.of(
                        "right to left", "أعلنت وزارة الخارجية في باكو اليوم عن زيارة وفد من أذربيجان. ".repeat(2_000)),
                Arguments.of("mixed scripts", "В Баку Bakıda 巴库 바쿠 باكو met. ".repeat(3_000)),
                Arguments.of("controls", "Baku\u0001\u0002\u001F\u007F\u0085 met\u200B \uFEFFhere ".repeat(2_000)),
                Arguments.of("left-in HTML", "<p>Baku</p><a href=\"x\">Laos</a>&nbsp;".repeat(3_000)),
                Arguments.of("markup without end", "<script><a href= &#1; @a <!-- https://www. ".repeat(12_000)),
                Arguments.of(
                        "days without end", "the week of week of Monday to 2000 and 2001 to Monday ".repeat(10_000)),
                Arguments.of("marks", ",.;:!?()[]'\"’“”—–-/|".repeat(20_000)),
                Arguments.of("apostrophes", "a'b'c's'’s ".repeat(20_000)),
                Arguments.of("dateline without end", "BAKU, ".repeat(50_000)),
                Arguments.of("organisations without end", "Party of Party of ".repeat(20_000)),
                Arguments.of("titles without end", "President Minister of the General ".repeat(10_000)),
                Arguments.of("line breaks", "\n".repeat(LONG)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("texts")
    void takesAnyTextInBoundedTime(String name, String body) {
        // Given
        String text = body.substring(0, Math.min(LONG, body.length()));
        // When
        long from = System.nanoTime();
        EnrichedArticle enriched =
                Samples.PIPELINE.enrich(Samples.article("A title", text).build());
        double seconds = (System.nanoTime() - from) / 1e9;
        // Then
        assertThat(EvidenceRules.violations(enriched)).isEmpty();
        assertThat(MessageCodec.encode(enriched).length).isLessThan(LARGEST_MESSAGE);
        // One second for 100 kB, and as much again for a machine that is busy with other things.
        assertThat(seconds).isLessThan(1 + 2.0 * text.length() / 100_000);
    }

    @Test
    void tagsAnEmptyBodyByItsTitle() {
        // When
        EnrichedArticle enriched =
                Samples.PIPELINE.enrich(Samples.article("President Ilham Aliyev arrives in Ankara for talks", "")
                        .build());
        // Then
        assertThat(enriched.entities())
                .anySatisfy(entity -> assertThat(entity.name()).isEqualTo("Ilham Aliyev"));
        assertThat(enriched.fingerprint()).isNull();
        assertThat(enriched.dateline()).isNull();
    }

    @Test
    void holdsEveryOffsetInShuffledText() {
        // Given
        Random random = new Random(7);
        for (int round = 0; round < 60; round++) {
            String text = Samples.text(Samples.TEXTS.get(round % Samples.TEXTS.size()));
            StringBuilder noise = new StringBuilder(text);
            for (int i = 0; i < 40; i++) {
                int at = random.nextInt(noise.length());
                String[] bits = {"\uD83D\uDE00", "’", "\u0301", "İ", "\n", "\t", "“", "'s", ".", "Ə", "-", "ß", "\u00A0"
                };
                int to = Math.min(noise.length(), at + random.nextInt(6));
                if (!Character.isLowSurrogate(noise.charAt(at))
                        && (to == noise.length() || !Character.isLowSurrogate(noise.charAt(to)))) {
                    noise.replace(at, to, bits[random.nextInt(bits.length)]);
                }
            }
            // When
            EnrichedArticle enriched = Samples.PIPELINE.enrich(
                    Samples.article("Noise in Baku", noise.toString()).build());
            // Then
            assertThat(EvidenceRules.violations(enriched)).isEmpty();
        }
    }
}
