package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever becomes of a wire file on its way, reading it ends in a result. */
class WireDamageTest {
    private static final int MUTATIONS = 400;
    private static final int LONG = 2_500;
    private static final byte[] WIRE_BYTES = {
        0,
        1,
        2,
        3,
        4,
        0x11,
        0x12,
        0x13,
        0x14,
        0x16,
        0x1f,
        0x7f,
        '\n',
        '\t',
        '<',
        '^',
        '=',
        '{',
        '"',
        (byte) 0xe4,
        (byte) 0xff
    };

    static Stream<String> fixtures() {
        return WireFixtures.names().stream();
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesAResultForEveryBeginningOfAFile(String name) {
        // given
        byte[] whole = WireFixtures.bytes(name);
        // Long files hold the same stories several times.
        int step = whole.length > LONG ? 3 : 1;
        for (int length = 0; length <= whole.length; length += step) {
            // when
            ParseResult result = WireFixtures.read(name, Arrays.copyOf(whole, length));
            // then
            judge(result, length);
        }
    }

    @ParameterizedTest
    @MethodSource("fixtures")
    void givesAResultForDamagedFiles(String name) {
        // given
        byte[] whole = WireFixtures.bytes(name);
        Random random = new Random(name.hashCode());
        for (int i = 0; i < MUTATIONS; i++) {
            byte[] damaged = whole.clone();
            for (int hit = 0; hit <= i % 5; hit++) {
                byte with = random.nextBoolean()
                        ? WIRE_BYTES[random.nextInt(WIRE_BYTES.length)]
                        : (byte) random.nextInt(256);
                damaged[random.nextInt(damaged.length)] = with;
            }
            // when
            ParseResult result = WireFixtures.read(name, damaged);
            // then
            judge(result, damaged.length);
        }
    }

    private static void judge(ParseResult result, int length) {
        assertThat(result).isNotNull();
        if (result instanceof ParseResult.Articles articles) {
            assertThat(articles.articles()).allSatisfy(article -> {
                assertThat(article.title()).isNotBlank();
                assertThat(article.contentHash()).hasSize(64);
            });
            assertThat(articles.faults()).allSatisfy(fault -> {
                if (fault.offset() != null) {
                    assertThat(fault.offset()).isBetween(0, length);
                    assertThat(fault.offset() + fault.length()).isBetween(0, length);
                }
            });
        }
    }
}
