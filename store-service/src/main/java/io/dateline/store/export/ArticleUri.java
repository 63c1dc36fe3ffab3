package io.dateline.store.export;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Addresses in exports. */
final class ArticleUri {
    private ArticleUri() {}

    /**
     * A URI that stands for an article for ever, whatever its address: the 128 bits of its id, as {@code urn:uuid}
     * (RFC 9562). Two stores that have the same article name it alike.
     */
    static String of(String id) {
        String hex = id.substring(id.indexOf('-') + 1);
        return "urn:uuid:" + hex.substring(0, 8) + "-" + hex.substring(8, 12) + "-" + hex.substring(12, 16) + "-"
                + hex.substring(16, 20) + "-" + hex.substring(20);
    }

    /** The address in ASCII (RFC 3986), empty where there is none or it cannot be one. */
    static Optional<String> valid(String address) {
        if (address == null) {
            return Optional.empty();
        }
        try {
            URI uri = new URI(address);
            return uri.isAbsolute() ? Optional.of(uri.toASCIIString()) : Optional.empty();
        } catch (URISyntaxException e) {
            return Optional.empty();
        }
    }
}
