package io.dateline.contracts.access;

import static org.assertj.core.api.Assertions.assertThat;

import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class KeysFileTest {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 25);
    private static final String HASH = "ab".repeat(32);

    private final Credential credential = Credential.random(new SecureRandom());

    @Test
    void readsWhatItWrites() {
        // Given
        AccessKey key = credential.key(Scope.WRITE, DAY, "the desk's dashboard");

        // When
        KeysFile file = KeysFile.parse(List.of("# keys", "", KeysFile.line(key)));

        // Then
        assertThat(file.keys()).containsExactly(key);
        assertThat(file.faults()).isEmpty();
    }

    @Test
    void neverHoldsTheSecret() {
        // When
        String line = KeysFile.line(credential.key(Scope.READ, DAY, ""));

        // Then
        assertThat(line).doesNotContain(credential.secret());
        assertThat(credential.toString()).doesNotContain(credential.secret());
    }

    @Test
    void theWidestScopeCounts() {
        assertThat(KeysFile.parse(List.of("abcd read,operate,write sha256:" + HASH + " 2026-11-25"))
                        .keys())
                .extracting(AccessKey::scope)
                .containsExactly(Scope.OPERATE);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "abcd",
                "abc read sha256:HASH 2026-11-25",
                "ABCD read sha256:HASH 2026-11-25",
                "abcd admin sha256:HASH 2026-11-25",
                "abcd revoked sha256:HASH 2026-11-25",
                "abcd read, sha256:HASH 2026-11-25",
                "abcd read HASH 2026-11-25",
                "abcd read sha256:HASHab 2026-11-25",
                "abcd read sha256:HASH 2026-13-45",
                "abcd read sha256:HASH",
                "dl_abcd_HASH"
            })
    void namesTheLineOfAFaultAndNotWhatItHolds(String line) {
        // When
        KeysFile file = KeysFile.parse(
                List.of("# comment", line.replace("HASH", HASH), "good read sha256:" + HASH + " 2026-11-25"));

        // Then
        assertThat(file.keys()).extracting(AccessKey::id).containsExactly("good");
        assertThat(file.faults())
                .singleElement()
                .asString()
                .startsWith("line 2: ")
                .doesNotContain(HASH, "dl_");
    }

    @Test
    void refusesAnIdASecondTime() {
        // When
        KeysFile file = KeysFile.parse(Collections.nCopies(2, "abcd read sha256:" + HASH + " 2026-11-25"));

        // Then
        assertThat(file.keys()).hasSize(1);
        assertThat(file.faults()).containsExactly("line 2: the id is that of a line before");
    }

    @Test
    void takesAsManyKeysAsItSaysAndNotOneMore() {
        // Given
        List<String> lines = IntStream.rangeClosed(0, KeysFile.MOST_KEYS)
                .mapToObj(i -> "key%05d read sha256:%s 2026-11-25".formatted(i, HASH))
                .toList();

        // When
        KeysFile atLimit = KeysFile.parse(lines.subList(0, KeysFile.MOST_KEYS));
        KeysFile past = KeysFile.parse(lines);

        // Then
        assertThat(atLimit.keys()).hasSize(KeysFile.MOST_KEYS);
        assertThat(atLimit.faults()).isEmpty();
        assertThat(past.keys()).hasSize(KeysFile.MOST_KEYS);
        assertThat(past.faults()).containsExactly("line 10001: more than 10000 keys");
    }

    @Test
    void revokingTakesTheKeysPowerAndKeepsTheRest() {
        // Given
        AccessKey other = Credential.random(new SecureRandom()).key(Scope.READ, DAY, "");
        List<String> lines =
                List.of("# keys", KeysFile.line(other), KeysFile.line(credential.key(Scope.WRITE, DAY, "x")));

        // When
        List<String> revoked = KeysFile.revoke(lines, credential.id()).orElseThrow();

        // Then
        assertThat(revoked.subList(0, 2)).isEqualTo(lines.subList(0, 2));
        assertThat(new KeyRing(KeysFile.parse(revoked).keys()).find(credential)).isEmpty();
        assertThat(KeysFile.revoke(lines, "nosuch")).isEmpty();
    }

    @Test
    void onlyTheSecretOpens() {
        // Given
        KeyRing ring = new KeyRing(List.of(credential.key(Scope.READ, DAY, "")));
        Credential forged =
                Credential.parse("dl_" + credential.id() + "_" + "0".repeat(64)).orElseThrow();

        // When / Then
        assertThat(ring.find(Credential.parse(credential.reveal()).orElseThrow()))
                .isPresent();
        assertThat(ring.find(forged)).isEmpty();
        assertThat(ring.find(Credential.random(new SecureRandom()))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "dl_", "dl_abcd", "dl_abcd_", "x", "dl_none_\u0000", "DL_abcd_ff"})
    void whatHasNotTheFormIsNoCredential(String text) {
        assertThat(Credential.parse(text)).isEmpty();
        assertThat(Credential.parse(credential.reveal() + "0")).isEmpty();
        assertThat(Credential.parse("d".repeat(10_000))).isEmpty();
        assertThat(Credential.parse(null)).isEmpty();
    }
}
