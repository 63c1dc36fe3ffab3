package io.dateline.store.saved;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.net.URI;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * A question that was given a name.
 *
 * @param id      never null
 * @param name    never null
 * @param query   filters as parameters of an address, in one canonical order; empty for everything; never null
 * @param webhook or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record SavedQuery(String id, String name, String query, Instant createdAt, Instant updatedAt, Webhook webhook) {

    /**
     * Where matches are sent.
     *
     * @param url           never null; scheme, host and port alone for those who may only read
     * @param position      seq of the last change looked at
     * @param pending       deliveries that wait
     * @param failingSince  of the first attempt that failed since one arrived, or null
     * @param parkedAt      since when nothing is sent, or null
     * @param parkedReason  {@code gone}, {@code failing} or {@code invalid-query}; null while it is not parked
     * @param secret        only in the answer that made it
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Webhook(
            String url,
            long position,
            int pending,
            Instant failingSince,
            Instant parkedAt,
            String parkedReason,

            @Schema(description = "Shown once: in the answer that made it.")
            String secret) {

        /** Without the secret. */
        @Override
        public String toString() {
            return "Webhook[" + url + "]";
        }
    }

    /** For those who may only read: of the webhook's address nothing but scheme, host and port, since the rest may be a secret. */
    public SavedQuery veiled() {
        if (webhook == null) {
            return this;
        }
        URI uri = URI.create(webhook.url().strip());
        Webhook veiled = new Webhook(
                uri.getScheme() + "://" + uri.getRawAuthority(),
                webhook.position(),
                webhook.pending(),
                webhook.failingSince(),
                webhook.parkedAt(),
                webhook.parkedReason(),
                null);
        return new SavedQuery(id, name, query, createdAt, updatedAt, veiled);
    }

    SavedQuery showing(WebhookSecret secret) {
        Webhook shown = new Webhook(
                webhook.url(),
                webhook.position(),
                webhook.pending(),
                webhook.failingSince(),
                webhook.parkedAt(),
                webhook.parkedReason(),
                secret.reveal());
        return new SavedQuery(id, name, query, createdAt, updatedAt, shown);
    }
}
