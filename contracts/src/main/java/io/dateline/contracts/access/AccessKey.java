package io.dateline.contracts.access;

import io.dateline.contracts.Sha256;
import java.security.MessageDigest;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.Objects;

/**
 * A key as the keys file knows it: without its secret.
 *
 * <p>Secrets are 256 random bits, so plain SHA-256 keeps them: what makes salts and slow hashes necessary, that
 * passwords are guessed from lists, does not work on them.
 *
 * @param id      4 to 32 lower case letters and digits; no secret, it may be logged
 * @param scope   never null
 * @param revoked it opens nothing any more
 * @param hash    SHA-256 of the secret (hex)
 * @param created UTC day
 * @param note    for whom it is, one line; never null
 */
public record AccessKey(String id, Scope scope, boolean revoked, String hash, LocalDate created, String note) {
    public AccessKey {
        Objects.requireNonNull(scope);
        Objects.requireNonNull(created);
        note = note == null ? "" : note;
    }

    AccessKey withoutPower() {
        return new AccessKey(id, scope, true, hash, created, note);
    }

    /** Takes as long for a wrong secret as for the right one. */
    boolean opensWith(String secret) {
        byte[] expected = HexFormat.of().parseHex(hash);
        byte[] given = Sha256.of(secret);
        boolean same = MessageDigest.isEqual(expected, given);
        Arrays.fill(given, (byte) 0);
        return same && !revoked;
    }
}
