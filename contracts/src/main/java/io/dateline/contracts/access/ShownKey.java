package io.dateline.contracts.access;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/**
 * The text a request shows as its key. {@code X-Api-Key} goes first: a proxy adds it to requests whose
 * {@code Authorization} belongs to the proxy. Browsers send it as the password of HTTP Basic.
 */
final class ShownKey {
    static final String API_KEY = "X-Api-Key";
    static final String AUTHORIZATION = "Authorization";
    /** A key in Basic, with any user name a person would type. */
    private static final int LONGEST = 512;

    private ShownKey() {}

    /** Empty where the request shows none; a text that cannot be a key where it shows something else. */
    static Optional<String> of(AccessRequest request) {
        String apiKey = request.header(API_KEY);
        if (apiKey != null) {
            return Optional.of(apiKey);
        }
        String authorization = request.header(AUTHORIZATION);
        if (authorization == null) {
            return Optional.empty();
        }
        int blank = authorization.indexOf(' ');
        if (blank < 0 || authorization.length() > LONGEST) {
            return Optional.of("");
        }
        String rest = authorization.substring(blank + 1).strip();
        return Optional.of(
                switch (authorization.substring(0, blank).toLowerCase(Locale.ROOT)) {
                    case "bearer" -> rest;
                    case "basic" -> password(rest);
                    default -> "";
                });
    }

    private static String password(String encoded) {
        try {
            String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
            return pair.substring(pair.indexOf(':') + 1);
        } catch (IllegalArgumentException notBase64) {
            return "";
        }
    }
}
