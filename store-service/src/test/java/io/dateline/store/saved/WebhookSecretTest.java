package io.dateline.store.saved;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebhookSecretTest {
    /** As in the tests of the reference libraries of Standard Webhooks. */
    private static final String KNOWN = "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw";

    @Test
    void signsAsTheReferenceLibrariesDo() {
        // When
        String signature = WebhookSecret.parse(KNOWN)
                .orElseThrow()
                .sign(
                        "msg_p5jXN8AQM9LWM0D4loKWxJek",
                        1614265330,
                        "{\"test\": 2432232314}".getBytes(StandardCharsets.UTF_8));

        // Then
        assertThat(signature).isEqualTo("v1,g0hM9SsE+OTPJTGt/tmIKtSyZlE3uFJELVlNIOLJ1OE=");
    }

    @ParameterizedTest
    @CsvSource({"23, false", "24, true", "64, true", "65, false"})
    void takesKeysOfTwentyFourToSixtyFourBytes(int bytes, boolean taken) {
        // Given
        String text = "whsec_" + Base64.getEncoder().encodeToString(new byte[bytes]);

        // When / Then
        assertThat(WebhookSecret.parse(text).isPresent()).isEqualTo(taken);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "whsec_",
                "whsec_%%%",
                "MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                "WHSEC_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw"
            })
    void takesNothingElse(String text) {
        assertThat(WebhookSecret.parse(text)).isEmpty();
    }

    @Test
    void showsItselfOnlyWhereItIsAskedTo() {
        // Given
        WebhookSecret made = WebhookSecret.generate(new SecureRandom());

        // When / Then
        assertThat(WebhookSecret.parse(made.reveal()).orElseThrow().bytes()).isEqualTo(made.bytes());
        assertThat(made.toString()).doesNotContain(made.reveal().substring(6));
        assertThat(new SavedQueryRequest.Webhook("https://a.example", KNOWN, null, null).toString())
                .doesNotContain(KNOWN.substring(6));
        assertThat(new SavedQuery.Webhook("https://a.example", 1, 0, null, null, null, KNOWN).toString())
                .doesNotContain(KNOWN.substring(6));
    }
}
