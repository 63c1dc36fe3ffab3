package io.dateline.contracts.access;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The text of a keys file: {@code ID SCOPES sha256:HASH CREATED NOTE}, one key a line; blank lines and lines that begin
 * with # are comments. SCOPES is one or more of read, write, operate, separated by commas, of which the widest counts;
 * {@code revoked} among them takes the key's power and keeps the line as a memory.
 *
 * @param keys   those of the lines that are well formed, in order
 * @param faults what is wrong with the others: the line's number and why, never what it holds
 */
public record KeysFile(List<AccessKey> keys, List<String> faults) {
    /** Lines past this are faults: a keys file is written by people. */
    static final int MOST_KEYS = 10_000;

    private static final String REVOKED = "revoked";
    private static final Pattern LINE = Pattern.compile(
            "([a-z0-9]{4,32})\\s+([a-z,]+)\\s+sha256:([0-9a-f]{64})\\s+(\\d{4}-\\d\\d-\\d\\d)(?:\\s+(.*))?");

    public KeysFile {
        keys = List.copyOf(keys);
        faults = List.copyOf(faults);
    }

    /** Never fails: a broken line opens nothing and is told of, the others hold. */
    public static KeysFile parse(List<String> lines) {
        List<AccessKey> keys = new ArrayList<>();
        List<String> faults = new ArrayList<>();
        Set<String> ids = new HashSet<>();
        for (int i = 0; i < lines.size(); i++) {
            String line = lines.get(i).strip();
            if (line.isEmpty() || line.startsWith("#")) {
                continue;
            }
            Optional<AccessKey> key = key(line);
            if (key.isEmpty()) {
                faults.add("line " + (i + 1) + ": not of the form ID SCOPES sha256:HASH YYYY-MM-DD NOTE");
            } else if (keys.size() == MOST_KEYS) {
                faults.add("line " + (i + 1) + ": more than " + MOST_KEYS + " keys");
            } else if (!ids.add(key.get().id())) {
                faults.add("line " + (i + 1) + ": the id is that of a line before");
            } else {
                keys.add(key.get());
            }
        }
        return new KeysFile(keys, faults);
    }

    /** The line of a key. */
    public static String line(AccessKey key) {
        String scopes = key.scope().label() + (key.revoked() ? "," + REVOKED : "");
        return String.join(
                        " ",
                        key.id(),
                        scopes,
                        "sha256:" + key.hash(),
                        key.created().toString(),
                        key.note())
                .strip();
    }

    /** The lines with one key's power taken; empty where no line has this id. */
    public static Optional<List<String>> revoke(List<String> lines, String id) {
        boolean found = false;
        List<String> changed = new ArrayList<>();
        for (String line : lines) {
            Optional<AccessKey> key = key(line.strip()).filter(one -> one.id().equals(id));
            found |= key.isPresent();
            changed.add(key.map(one -> line(one.withoutPower())).orElse(line));
        }
        return found ? Optional.of(changed) : Optional.empty();
    }

    private static Optional<AccessKey> key(String line) {
        Matcher parts = LINE.matcher(line);
        if (!parts.matches()) {
            return Optional.empty();
        }
        boolean revoked = false;
        Scope widest = null;
        for (String label : parts.group(2).split(",", -1)) {
            Optional<Scope> scope = Scope.of(label);
            if (label.equals(REVOKED)) {
                revoked = true;
            } else if (scope.isEmpty()) {
                return Optional.empty();
            } else if (widest == null || scope.get().covers(widest)) {
                widest = scope.get();
            }
        }
        if (widest == null) {
            return Optional.empty();
        }
        try {
            return Optional.of(new AccessKey(
                    parts.group(1), widest, revoked, parts.group(3), LocalDate.parse(parts.group(4)), parts.group(5)));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
