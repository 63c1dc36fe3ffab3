package io.dateline.contracts.access;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The keys that hold at one moment. Looking one up costs the same among ten thousand as among two. */
final class KeyRing {
    static final KeyRing EMPTY = new KeyRing(List.of());
    /** Compared with where the id is unknown, so that the answer takes as long. */
    private static final AccessKey NOBODY =
            new AccessKey("none", Scope.READ, true, "0".repeat(64), LocalDate.EPOCH, "");

    private final Map<String, AccessKey> byId;

    KeyRing(List<AccessKey> keys) {
        byId = keys.stream().collect(Collectors.toUnmodifiableMap(AccessKey::id, Function.identity()));
    }

    /** The key that this is the secret of, unless it is revoked. */
    Optional<AccessKey> find(Credential credential) {
        AccessKey key = byId.getOrDefault(credential.id(), NOBODY);
        return key.opensWith(credential.secret()) ? Optional.of(key) : Optional.empty();
    }

    /** Whether a key that was let in earlier still holds. */
    boolean holds(String id) {
        return byId.containsKey(id) && !byId.get(id).revoked();
    }
}
