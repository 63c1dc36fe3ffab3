package io.dateline.contracts.access;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * Which scope a request needs. What no rule names needs the widest: a new address is closed until somebody opens it,
 * and a path written so as to slip past a rule gains nothing.
 */
final class AccessRules {
    private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");
    /** Style sheets and scripts of the pages, which anybody can read in the source; and hubs, which sign what they send. */
    private static final List<String> PUBLIC = List.of("/assets/", "/webjars/", "/favicon.ico", "/websub/");

    private static final List<Rule> UNSAFE = List.of(
            // Computes and keeps nothing.
            new Rule("POST", "/api/enrich", Scope.READ),
            new Rule("POST", "/api/articles", Scope.WRITE),
            new Rule(null, "/api/feeds", Scope.WRITE),
            // The store's forms, which ask ingest with the same key.
            new Rule("POST", "/feeds", Scope.WRITE),
            new Rule(null, "/api/imports", Scope.WRITE),
            // Fetches an address of the caller's choosing.
            new Rule("POST", "/api/preview", Scope.WRITE),
            new Rule(null, "/api/saved-queries", Scope.WRITE),
            // The forms of their pages.
            new Rule("POST", "/saved", Scope.WRITE));

    private record Rule(String method, String path, Scope scope) {
        boolean matches(String asked, String at) {
            return (method == null || method.equals(asked))
                    && at.startsWith(path)
                    && (at.length() == path.length() || at.charAt(path.length()) == '/');
        }
    }

    /**
     * Empty where anybody may.
     *
     * @param path as the router matches it: decoded where that changes nothing, without dot segments
     */
    Optional<Scope> needed(String method, String path) {
        if (PUBLIC.stream().anyMatch(path::startsWith)) {
            return Optional.empty();
        }
        if (isSafe(method)) {
            return Optional.of(Scope.READ);
        }
        return Optional.of(UNSAFE.stream()
                .filter(rule -> rule.matches(method, path))
                .map(Rule::scope)
                .findFirst()
                .orElse(Scope.OPERATE));
    }

    static boolean isSafe(String method) {
        return SAFE.contains(method);
    }
}
