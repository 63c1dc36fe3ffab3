package io.dateline.ingest.identity;

/**
 * An article that names lead to, as far as it tells whether they are to be believed.
 *
 * @param owner     who may revise it
 * @param hash      what its head stands for
 * @param addressed whether an address is among its names
 * @param guided    whether a guid is
 */
record Bearer(String owner, String hash, boolean addressed, boolean guided) {
    /** With one more name. */
    Bearer named(String name) {
        return new Bearer(
                owner,
                hash,
                addressed || name.startsWith(IdentityKeys.URL),
                guided || name.startsWith(IdentityKeys.GUID));
    }

    /** After another version of it. */
    Bearer saying(String newHash) {
        return new Bearer(owner, newHash, addressed, guided);
    }
}
