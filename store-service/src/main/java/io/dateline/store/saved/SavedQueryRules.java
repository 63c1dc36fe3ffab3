package io.dateline.store.saved;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.AddressGuard;
import io.dateline.contracts.net.WebAddress;
import io.dateline.store.query.QueryText;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.ArrayList;
import java.util.List;
import org.apache.hc.client5.http.DnsResolver;

/** Checks what somebody wants saved; everything wrong is reported at once. */
final class SavedQueryRules {
    static final int NAME = 200;
    static final int QUERY = 8_000;
    static final int URL = 2_000;

    private final WebhookAddresses addresses;
    private final DnsResolver names;

    /** @param names answers only addresses that may be talked to */
    SavedQueryRules(WebhookAddresses addresses, DnsResolver names) {
        this.addresses = addresses;
        this.names = names;
    }

    /**
     * Looks the webhook's host up.
     *
     * @throws ProblemException {@code invalid-saved-query}
     */
    Draft check(SavedQueryRequest request) {
        List<Problem.Fault> faults = new ArrayList<>();
        Draft draft = new Draft(name(request, faults), query(request, faults), hook(request.webhook(), faults));
        if (!faults.isEmpty()) {
            throw new ProblemException(ProblemCode.INVALID_SAVED_QUERY, "One or more fields are not valid.", faults);
        }
        return draft;
    }

    private static String name(SavedQueryRequest request, List<Problem.Fault> faults) {
        String name = request.name() == null ? "" : request.name().strip();
        if (name.isEmpty()) {
            faults.add(new Problem.Fault("name", "is missing"));
        } else if (name.length() > NAME) {
            faults.add(new Problem.Fault("name", "is longer than " + NAME + " characters"));
        } else if (name.chars().anyMatch(Character::isISOControl)) {
            faults.add(new Problem.Fault("name", "holds a control character"));
        }
        return name;
    }

    private static String query(SavedQueryRequest request, List<Problem.Fault> faults) {
        String query = request.query();
        if (query == null) {
            faults.add(new Problem.Fault("query", "is missing"));
        } else {
            try {
                String canonical = QueryText.canonical(query);
                // As it is kept, or what was saved could not be saved again.
                if (canonical.length() > QUERY) {
                    faults.add(new Problem.Fault(
                            "query", "is longer than " + QUERY + " characters, percent-encoded as in an address"));
                }
                return canonical;
            } catch (ProblemException e) {
                e.problem()
                        .errors()
                        .forEach(fault -> faults.add(new Problem.Fault("query." + fault.where(), fault.detail())));
            }
        }
        return query;
    }

    private Draft.Hook hook(SavedQueryRequest.Webhook webhook, List<Problem.Fault> faults) {
        if (webhook == null) {
            return null;
        }
        url(webhook.url(), faults);
        boolean rotate = Boolean.TRUE.equals(webhook.rotate());
        if (rotate && webhook.secret() != null) {
            faults.add(new Problem.Fault("webhook.rotate", "and secret are given: one of them is enough"));
        }
        return new Draft.Hook(
                webhook.url() == null ? null : webhook.url().strip(),
                secret(webhook.secret(), faults),
                rotate,
                from(webhook.from(), faults));
    }

    private void url(String url, List<Problem.Fault> faults) {
        if (url == null || url.isBlank()) {
            faults.add(new Problem.Fault("webhook.url", "is missing"));
        } else if (url.length() > URL) {
            faults.add(new Problem.Fault("webhook.url", "is longer than " + URL + " characters"));
        } else {
            try {
                URI uri = addresses.check(url);
                names.resolve(WebAddress.host(uri));
            } catch (AddressGuard.Refused e) {
                faults.add(new Problem.Fault("webhook.url", e.getMessage()));
            } catch (UnknownHostException e) {
                faults.add(new Problem.Fault("webhook.url", "The host name has no address."));
            }
        }
    }

    private static WebhookSecret secret(String secret, List<Problem.Fault> faults) {
        if (secret == null) {
            return null;
        }
        return WebhookSecret.parse(secret).orElseGet(() -> {
            faults.add(new Problem.Fault("webhook.secret", "is not whsec_ and the Base64 of 24 to 64 bytes"));
            return null;
        });
    }

    private static Long from(String from, List<Problem.Fault> faults) {
        if (from == null) {
            return null;
        }
        if (from.equals("now")) {
            return Draft.NOW;
        }
        if (from.matches("\\d{1,18}")) {
            return Long.valueOf(from);
        }
        faults.add(new Problem.Fault("webhook.from", "is neither now nor a seq, a number"));
        return null;
    }
}
