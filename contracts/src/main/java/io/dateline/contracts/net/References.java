package io.dateline.contracts.net;

import java.net.URI;

/** Addresses that are written relative to another (RFC 3986, section 5.3). */
public final class References {
    private References() {}

    /**
     * What a reference in a document means. {@link URI#resolve(URI)} alone drops the last segment of the document's path
     * where the reference is a query and nothing else.
     *
     * @param document where it was found; absolute, never null
     */
    public static URI resolve(URI document, URI reference) {
        boolean queryAlone = reference.getScheme() == null
                && reference.getRawAuthority() == null
                && reference.getRawPath().isEmpty()
                && reference.getRawQuery() != null;
        return queryAlone
                ? URI.create(document.toString().replaceFirst("[?#].*", "") + reference)
                : document.resolve(reference);
    }
}
