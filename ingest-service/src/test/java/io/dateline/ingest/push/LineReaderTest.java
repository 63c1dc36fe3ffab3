package io.dateline.ingest.push;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LineReaderTest {
    @Test
    void takesALineAtTheLimitAndMarksOnePastIt() throws IOException {
        // given
        LineReader lines = reader("12345\n123456\n1\n", 5, 100);

        // when
        List<LineReader.Line> read = all(lines);

        // then
        assertThat(read).extracting(LineReader.Line::tooLong).containsExactly(false, true, false);
        assertThat(read.get(2).bytes()).asString().isEqualTo("1");
    }

    @Test
    void takesABodyAtTheLimitAndRefusesOnePastIt() throws IOException {
        // given
        String body = "ab\ncd";

        // when
        List<LineReader.Line> at = all(reader(body, 10, 5));

        // then
        assertThat(at).hasSize(2);
        assertThatThrownBy(() -> all(reader(body, 10, 4)))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        e -> assertThat(e.problem().status()).isEqualTo(413));
    }

    @Test
    void readsALineThatSpansManyBuffers() throws IOException {
        // given
        String line = "x".repeat(300_000);

        // when
        List<LineReader.Line> read = all(reader(line + "\r\n" + line, 1_000_000, 1_000_000));

        // then
        assertThat(read).extracting(one -> one.bytes().length).containsExactly(300_001, 300_000);
    }

    private static LineReader reader(String text, long maxLine, long maxTotal) {
        return new LineReader(new ByteArrayInputStream(text.getBytes()), maxLine, maxTotal);
    }

    private static List<LineReader.Line> all(LineReader lines) throws IOException {
        List<LineReader.Line> read = new ArrayList<>();
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            read.add(line);
        }
        return read;
    }
}
