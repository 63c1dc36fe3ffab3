package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.message.DeadLetterReason;
import io.dateline.contracts.message.MessageHeaders;
import io.dateline.contracts.message.MessageType;
import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.TopicSettings;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** docs/messages.md says of topics, headers, types and reasons what the code does. */
class MessagesPageTest {
    private static List<String> page;

    @BeforeAll
    static void read() throws IOException {
        page = Files.readAllLines(Path.of("..", "docs", "messages.md"));
    }

    @Test
    void tableOfTopicsIsTheCatalogue() {
        // When
        List<List<String>> rows = rows("topic");
        // Then
        assertThat(rows)
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(TopicCatalog.all().stream()
                        .map(topic -> code(topic.name()))
                        .toList());
        for (int i = 0; i < rows.size(); i++) {
            TopicSettings topic = TopicCatalog.all().get(i);
            assertThat(rows.get(i).get(2)).as(topic.name()).isEqualTo(Integer.toString(topic.partitions()));
            assertThat(rows.get(i).get(3)).as(topic.name()).isEqualTo(kept(topic));
            assertThat(rows.get(i).get(4)).as(topic.name()).isEqualTo(largest(topic));
        }
    }

    @Test
    void tableOfHeadersIsTheConstants() {
        assertThat(rows("header"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder(
                        code(MessageHeaders.CE_SPECVERSION),
                        code(MessageHeaders.CE_ID),
                        code(MessageHeaders.CE_SOURCE),
                        code(MessageHeaders.CE_TYPE),
                        code(MessageHeaders.CE_TIME),
                        code(MessageHeaders.CE_SUBJECT),
                        code(MessageHeaders.CONTENT_TYPE),
                        code(MessageHeaders.TRACEPARENT),
                        code(MessageHeaders.RAW_TOPIC),
                        code(MessageHeaders.RAW_PARTITION),
                        code(MessageHeaders.RAW_OFFSET),
                        code(MessageHeaders.RAW_TIME),
                        code(MessageHeaders.REPROCESSING),
                        code(MessageHeaders.REPLAYS));
        assertThat(rows("dead-letter header"))
                .extracting(row -> row.get(0))
                .containsExactlyInAnyOrder(
                        code(MessageHeaders.DEAD_LETTER_REASON),
                        code(MessageHeaders.DEAD_LETTER_DETAIL),
                        code(MessageHeaders.DEAD_LETTER_SERVICE),
                        code(MessageHeaders.DEAD_LETTER_TOPIC),
                        code(MessageHeaders.DEAD_LETTER_PARTITION),
                        code(MessageHeaders.DEAD_LETTER_OFFSET));
    }

    @Test
    void tableOfReasonsIsTheEnum() {
        assertThat(rows("reason"))
                .extracting(row -> row.get(0))
                .containsExactlyElementsOf(Stream.of(DeadLetterReason.values())
                        .map(reason -> code(reason.code()))
                        .toList());
    }

    @Test
    void typesAreNamed() {
        String text = String.join("\n", page);
        assertThat(MessageType.values()).allSatisfy(type -> assertThat(text).contains(code(type.ceType())));
        assertThat(Schemas.ALL).allSatisfy(schema -> assertThat(text).contains("/schemas/" + schema));
    }

    /** The rows of the table whose first column is headed so. */
    private static List<List<String>> rows(String heading) {
        int at = 0;
        while (!page.get(at).startsWith("| " + heading + " |")) {
            at++;
        }
        return page.stream()
                .skip(at + 2)
                .takeWhile(line -> line.startsWith("|"))
                .map(line -> Stream.of(line.substring(1).split("\\|"))
                        .map(String::trim)
                        .toList())
                .toList();
    }

    private static String code(String name) {
        return "`" + name + "`";
    }

    private static String kept(TopicSettings topic) {
        String retention = topic.config().get("retention.ms");
        return switch (topic.config().get("cleanup.policy")) {
            case "delete" -> days(retention) + " days";
            case "compact,delete" -> "compacted, " + days(retention) + " day";
            default -> "compacted";
        };
    }

    private static long days(String millis) {
        return Duration.ofMillis(Long.parseLong(millis)).toDays();
    }

    private static String largest(TopicSettings topic) {
        return Integer.parseInt(topic.config().get("max.message.bytes")) / (1024 * 1024) + " MiB";
    }
}
