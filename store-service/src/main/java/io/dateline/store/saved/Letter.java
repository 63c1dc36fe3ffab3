package io.dateline.store.saved;

import java.util.List;
import java.util.stream.Collectors;

/**
 * A request to be sent.
 *
 * @param id      the same each time it is sent
 * @param body    JSON in UTF-8
 * @param secrets one, or two while the older is still accepted; never empty
 */
record Letter(String url, String id, byte[] body, List<WebhookSecret> secrets) {

    /** Value of {@code webhook-signature}. */
    String signatures(long timestamp) {
        return secrets.stream().map(secret -> secret.sign(id, timestamp, body)).collect(Collectors.joining(" "));
    }

    /** Neither body nor secrets. */
    @Override
    public String toString() {
        return "Letter[" + id + "]";
    }
}
