package io.dateline.systemtests.faults;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.topic.Topics;
import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Instance;
import io.dateline.systemtests.system.Service;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.kafka.clients.producer.ProducerRecord;

/** Copy beyond the limits: whoever pushes it is told, on a topic it becomes a dead letter, and what is just within passes. */
final class SizeFaults {
    private static final String TEXT = "It was sent on purpose.";
    private static final int TOO_LONG_DOCUMENT = 9 * 1024 * 1024;

    private SizeFaults() {}

    static void strike(Rig rig) {
        push(rig);
        publish(rig.extras());
    }

    private static void push(Rig rig) {
        Extras extras = rig.extras();
        Http http = new Http();
        Instance ingest = rig.dateline().instance(Service.INGEST);
        String url = rig.dateline().url(Service.INGEST) + "/api/articles";
        long before = (long) ingest.articles(http, "rejected");
        String longTitle = json(extras, "t".repeat(ArticleLimits.TITLE + 1), TEXT);
        String longBody = json(extras, "A title", "b".repeat(ArticleLimits.BODY + 1));
        String longDocument = json(extras, "A title", " ".repeat(TOO_LONG_DOCUMENT));
        for (String one : List.of(longTitle, longBody, longDocument)) {
            extras.answered(
                    "an article of " + one.length() + " characters",
                    413,
                    http.post(url, "application/json", one).statusCode());
        }
        BenchArticle first = article(extras, "One good line", TEXT);
        BenchArticle last = article(extras, "Another good line", "b".repeat(ArticleLimits.BODY));
        HttpResponse<String> answer = http.post(
                url,
                "application/x-ndjson",
                String.join("\n", Corpus.json(first), longDocument, longTitle, Corpus.json(last)));
        extras.answered("lines of which two are too long", 202, answer.statusCode());
        extras.answered("which of them", "2 too-large, 3 too-large", rejected(answer));
        extras.accepted(new Sent(first.url(), 1, null));
        extras.accepted(new Sent(last.url(), 1, null));
        extras.counted("too long on push", 5, (long) ingest.articles(http, "rejected") - before);
    }

    private static String rejected(HttpResponse<String> answer) {
        StringBuilder lines = new StringBuilder();
        Http.parse(answer.body())
                .path("rejected")
                .forEach(line -> lines.append(lines.isEmpty() ? "" : ", ")
                        .append(line.path("line").asText())
                        .append(' ')
                        .append(line.path("code").asText()));
        return lines.toString();
    }

    private static void publish(Extras extras) {
        RawArticle longBody = extras.article().article().toBuilder()
                .body("b".repeat(ArticleLimits.BODY + 1))
                .build();
        extras.buried(Records.raw(longBody), DeadLetterReason.INVALID);
        RawArticle longTitle = extras.article().article().toBuilder()
                .title("t".repeat(ArticleLimits.TITLE + 1))
                .build();
        extras.buried(Records.raw(longTitle), DeadLetterReason.INVALID);
        RawArticle longest = extras.article().article().toBuilder()
                .body(words(ArticleLimits.BODY))
                .build();
        extras.stored(Records.raw(longest), longest);
        extras.buried(Records.raw(largest(extras.article().article())), DeadLetterReason.TOO_LARGE);
        RawArticle padded = extras.article().article();
        extras.stored(
                Records.raw(
                        padded,
                        Records.replacing("{", "{\"padding\":\"" + "p".repeat(ArticleLimits.MESSAGE - 8_192) + "\",")),
                padded);
        for (String topic : List.of(Topics.RAW, Topics.ENRICHED)) {
            extras.buried(packed(extras, topic), DeadLetterReason.UNKNOWN_TYPE);
        }
    }

    /** Small only as long as it is compressed: unpacked, it is too large for a dead letter. */
    private static ProducerRecord<byte[], byte[]> packed(Extras extras, String topic) {
        String key = "packed" + extras.nextSerial();
        return new ProducerRecord<>(
                topic, key.getBytes(StandardCharsets.UTF_8), new byte[ArticleLimits.MESSAGE + 2 * 1024 * 1024]);
    }

    /** Within the limit of every field, and as a whole beyond that of a message: what JSON must escape is six times as long. */
    private static RawArticle largest(RawArticle article) {
        String longAddress = "\u0001".repeat(ArticleLimits.URL - 30);
        String escaped = "\u0001".repeat(ArticleLimits.SHORT_TEXT - 4);
        return article.toBuilder()
                .body("\u0001".repeat(ArticleLimits.BODY))
                .media(IntStream.range(0, ArticleLimits.LIST)
                        .mapToObj(i -> new Media("https://wide.example/" + i + longAddress, escaped, escaped))
                        .toList())
                .authors(numbered(escaped))
                .categories(numbered(escaped))
                .flags(numbered(escaped))
                .summary("\u0001".repeat(ArticleLimits.SUMMARY))
                .build();
    }

    private static List<String> numbered(String text) {
        return IntStream.range(0, ArticleLimits.LIST).mapToObj(i -> i + text).toList();
    }

    /** Different ones, as many as go into that many characters. */
    private static String words(int length) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; text.length() < length; i++) {
            text.append("word").append(i).append(i % 12 == 11 ? ". " : " ");
        }
        return text.substring(0, length).strip();
    }

    private static String json(Extras extras, String title, String body) {
        return Corpus.json(article(extras, title, body));
    }

    private static BenchArticle article(Extras extras, String title, String body) {
        return new BenchArticle(title, body, null, "https://sizes.example/" + extras.nextSerial());
    }
}
