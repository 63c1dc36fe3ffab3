package io.dateline.store.stream;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import org.junit.jupiter.api.Test;

class EventBytesTest {
    private static String text(byte[] bytes) {
        return new String(bytes, StandardCharsets.UTF_8);
    }

    @Test
    void writesEachLineOfDataAsOne() {
        assertThat(text(EventBytes.event(7, "story", "<p>\u00fc</p>\n\r\n<p>two</p>\r")))
                .isEqualTo("id:7\nevent:story\ndata:<p>\u00fc</p>\ndata:\ndata:<p>two</p>\n\n");
    }

    @Test
    void writesWhatIsNoEvent() {
        assertThat(text(EventBytes.comment("alive"))).isEqualTo(":alive\n\n");
        assertThat(text(EventBytes.hello("following", Duration.ofSeconds(2)))).isEqualTo(":following\nretry:2000\n\n");
    }
}
