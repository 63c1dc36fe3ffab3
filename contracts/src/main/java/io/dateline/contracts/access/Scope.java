package io.dateline.contracts.access;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What a key may do. Each scope includes those before it. */
public enum Scope {
    /** Ask: everything that changes nothing. */
    READ,
    /** Bring things in: articles, feeds, imports, saved queries. */
    WRITE,
    /** Look after the system: erase articles, replay dead letters. */
    OPERATE;

    /** Lower case, as in the keys file. */
    public String label() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Empty where there is none of this label. */
    public static Optional<Scope> of(String label) {
        return Arrays.stream(values())
                .filter(scope -> scope.label().equals(label))
                .findFirst();
    }

    /** Whether what needs {@code needed} may be done. */
    public boolean covers(Scope needed) {
        return compareTo(needed) >= 0;
    }
}
