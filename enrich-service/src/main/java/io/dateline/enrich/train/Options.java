package io.dateline.enrich.train;

import java.util.HashMap;
import java.util.Map;

/** Command-line options of the form {@code --name value}. */
public final class Options {
    private final Map<String, String> values = new HashMap<>();

    public Options(String[] args) {
        for (int i = 0; i + 1 < args.length; i += 2) {
            if (!args[i].startsWith("--")) {
                throw new IllegalArgumentException("expected --option value, got " + args[i]);
            }
            values.put(args[i].substring(2), args[i + 1]);
        }
        if (args.length % 2 != 0) {
            throw new IllegalArgumentException(args[args.length - 1] + " has no value");
        }
    }

    /** @param otherwise what is taken where the option is not given */
    public String get(String name, String otherwise) {
        return values.getOrDefault(name, otherwise);
    }
}
