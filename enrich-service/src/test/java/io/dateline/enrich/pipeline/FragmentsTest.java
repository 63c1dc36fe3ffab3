package io.dateline.enrich.pipeline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.RawArticle;
import io.dateline.enrich.Samples;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** What trips readers stands at edges: at the beginning, at the end, beside one another. Each pair, and many longer runs. */
class FragmentsTest {
    private static final List<String> FRAGMENTS = List.of(
            "&Ouml;",
            "&#214;",
            "&amp;",
            "&",
            "<",
            ">",
            "<!--",
            "-->",
            "<script>",
            "</script>",
            "<p>",
            "@",
            "@a",
            "#",
            "https://x.example/a",
            "www.",
            ".",
            "..",
            ",",
            ",,",
            ";",
            ":",
            "'",
            "\u2019",
            "\u2018",
            "\"",
            "\u201c",
            "\u201d",
            "\u201e",
            "\u00ab",
            "\u00bb",
            "`",
            "``",
            "''",
            "(",
            ")",
            "[",
            "]",
            "-",
            "--",
            "\u2014",
            "/",
            "%",
            "$",
            "\u20ac",
            "\n",
            "\n\n",
            "\t",
            " ",
            "\u00a0",
            "\u200d",
            "\ufeff",
            "\u0301",
            "\u0130",
            "\u0131",
            "\u00df",
            "\ud83d\ude00",
            "\ud83c\udde6\ud83c\uddff",
            "\u0645",
            "\u0939\u0947",
            "\u5df4",
            "\ubc14",
            "0",
            "1.",
            "7.1",
            "12,000",
            "2025",
            "05/06/2025",
            "9:30",
            "a.m.",
            "U.S.",
            "AT&T",
            "Mr.",
            "Jr.",
            "St.",
            "O'",
            "'s",
            "of",
            "the",
            "and",
            "said",
            "he",
            "in",
            "on Monday",
            "last year",
            "Sept. 5",
            "5 \u0130yun",
            "BAKU, Sept. 5 (AP) \u2014",
            "Baku",
            "Bank of",
            "Party",
            "President",
            "Ilham Aliyev",
            "Minister",
            "France attacked",
            "(Reuters)",
            "X",
            "x",
            "A.",
            "B.C.");
    private static final int RUNS = 6_000;

    private static void enrich(String title, String body) {
        RawArticle article = Samples.article(title, body).build();
        assertThat(Samples.PIPELINE.enrich(article).article()).isSameAs(article);
    }

    @Test
    void enrichesEachPair() {
        for (String one : FRAGMENTS) {
            for (String other : FRAGMENTS) {
                // When / Then: it throws where a step fails
                enrich(one + "T" + other, one + other);
            }
        }
    }

    @Test
    void enrichesRunsOfThem() {
        // Given
        Random random = new Random(20_251_127);
        for (int run = 0; run < RUNS; run++) {
            List<String> title = new ArrayList<>();
            List<String> body = new ArrayList<>();
            for (int i = random.nextInt(4); i >= 0; i--) {
                title.add(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
            for (int i = random.nextInt(20); i >= 0; i--) {
                body.add(FRAGMENTS.get(random.nextInt(FRAGMENTS.size())));
            }
            String between = random.nextBoolean() ? "" : " ";
            // When / Then
            enrich(String.join(between, title) + "T", String.join(between, body));
        }
    }
}
