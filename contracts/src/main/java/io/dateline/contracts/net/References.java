package io.dateline.contracts.net;

import java.net.URI;

/** Addresses that are written relative to another, as RFC 3986, section 5.3, says where {@link URI} does otherwise. */
public final class References {
    private References() {}

    /**
     * What a reference in a document means. {@link URI#resolve(URI)} alone drops the last segment of the document's path
     * where the reference is empty, or a query and nothing else. Segments of {@code ..} that lead above the root stay, as
     * there.
     *
     * @param document where it was found; absolute, never null
     */
    public static URI resolve(URI document, URI reference) {
        boolean samePath = reference.getScheme() == null
                && reference.getRawAuthority() == null
                && reference.getRawPath().isEmpty();
        if (!samePath) {
            return document.resolve(reference);
        }
        String kept = reference.getRawQuery() == null ? "#.*" : "[?#].*";
        return URI.create(document.toString().replaceFirst(kept, "") + reference);
    }
}
