package io.dateline.ingest.websub;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

class SignatureTest {
    private static final byte[] BODY = "what do ya want for nothing?".getBytes(StandardCharsets.US_ASCII);

    /** The vectors of RFC 2202 and RFC 4231 with the key "Jefe". */
    @ParameterizedTest
    @CsvSource({
        "sha1=effcdf6ae5eb2fa2d27416d5f184df9c259a7c79",
        "SHA1=EFFCDF6AE5EB2FA2D27416D5F184DF9C259A7C79",
        "sha256=5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843",
        "sha384=af45d2e376484031617f78d2b58a6b1b9c7ef464f5a01b47e42ec3736322445e8e2240ca5e69e2c78b3239ecfab21649",
        "sha512=164b7a7bfcf819e2e395fbe73b56e0a387bd64222e831fd610270cd7ea2505549758bf75c05a994a6d034f65f8f0e6fd"
                + "caeab1a34d4a6b4b636e070a38bce737"
    })
    void holdsForWhatTheSecretSigned(String header) {
        // given, when, then
        assertThat(Signature.holds(header, "Jefe", BODY)).isTrue();
        assertThat(Signature.holds(header, "Jeff", BODY)).isFalse();
        assertThat(Signature.holds(header, "Jefe", new byte[0])).isFalse();
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                "sha1",
                "sha1=",
                "sha1=zz",
                "sha1=effcdf",
                "md5=750c783e6ab0b503eaa86e310a5db738",
                "none=",
                "effcdf6ae5eb2fa2d27416d5f184df9c259a7c79"
            })
    void holdsForNothingElse(String header) {
        // given, when, then
        assertThat(Signature.holds(header, "Jefe", BODY)).isFalse();
    }
}
