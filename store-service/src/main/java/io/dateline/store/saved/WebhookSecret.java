package io.dateline.store.saved;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The key a webhook's deliveries are signed with, as
 * <a href="https://github.com/standard-webhooks/standard-webhooks/blob/main/spec/standard-webhooks.md">Standard
 * Webhooks</a> has it. Shows itself only where it is asked to.
 */
final class WebhookSecret {
    private static final String PREFIX = "whsec_";
    private static final int LEAST = 24;
    private static final int MOST = 64;
    private static final int GENERATED = 32;

    private final byte[] key;

    private WebhookSecret(byte[] key) {
        this.key = key;
    }

    static WebhookSecret generate(SecureRandom random) {
        byte[] key = new byte[GENERATED];
        random.nextBytes(key);
        return new WebhookSecret(key);
    }

    /** As it was stored. */
    static WebhookSecret of(byte[] key) {
        return new WebhookSecret(key.clone());
    }

    /** Empty where it is not {@code whsec_} and the Base64 of 24 to 64 bytes. */
    static Optional<WebhookSecret> parse(String text) {
        if (!text.startsWith(PREFIX) || text.length() > 100) {
            return Optional.empty();
        }
        try {
            byte[] key = Base64.getDecoder().decode(text.substring(PREFIX.length()));
            return key.length < LEAST || key.length > MOST ? Optional.empty() : Optional.of(new WebhookSecret(key));
        } catch (IllegalArgumentException notBase64) {
            return Optional.empty();
        }
    }

    /** In a time that tells nothing of either. */
    boolean same(WebhookSecret other) {
        return MessageDigest.isEqual(key, other.key);
    }

    byte[] bytes() {
        return key.clone();
    }

    /** {@code whsec_…}, for the one answer that shows it. */
    String reveal() {
        return PREFIX + Base64.getEncoder().encodeToString(key);
    }

    /**
     * One signature, {@code v1,…}.
     *
     * @param id        of the delivery, the same each time it is sent
     * @param timestamp seconds since 1970 when it is sent
     */
    String sign(String id, long timestamp, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            mac.update((id + "." + timestamp + ".").getBytes(StandardCharsets.UTF_8));
            return "v1," + Base64.getEncoder().encodeToString(mac.doFinal(body));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }

    @Override
    public String toString() {
        return "WebhookSecret[hidden]";
    }
}
