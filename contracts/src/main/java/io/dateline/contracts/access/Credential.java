package io.dateline.contracts.access;

import io.dateline.contracts.Sha256;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What a caller shows: {@code dl_ID_SECRET}. Not a record, so that no log line shows the secret by accident.
 */
public final class Credential {
    private static final Pattern FORM = Pattern.compile("dl_([a-z0-9]{4,32})_([0-9a-f]{64})");
    /** Longer texts are not even looked at. */
    private static final int LONGEST = 3 + 32 + 1 + 64;

    private static final int ID_BYTES = 4;
    private static final int SECRET_BYTES = 32;

    private final String id;
    private final String secret;

    private Credential(String id, String secret) {
        this.id = id;
        this.secret = secret;
    }

    /** Empty where the text has not the form of one. */
    public static Optional<Credential> parse(String text) {
        if (text == null || text.length() > LONGEST) {
            return Optional.empty();
        }
        Matcher form = FORM.matcher(text);
        return form.matches() ? Optional.of(new Credential(form.group(1), form.group(2))) : Optional.empty();
    }

    /** A new one: an id of 32 random bits and a secret of 256. */
    public static Credential random(SecureRandom random) {
        return new Credential(hex(random, ID_BYTES), hex(random, SECRET_BYTES));
    }

    /** The line of the keys file that lets it in. */
    public AccessKey key(Scope scope, LocalDate created, String note) {
        return new AccessKey(id, scope, false, Sha256.hex(secret, 32), created, note);
    }

    /** The whole of it, to be shown once to whom it is for. */
    public String reveal() {
        return "dl_" + id + "_" + secret;
    }

    public String id() {
        return id;
    }

    String secret() {
        return secret;
    }

    @Override
    public String toString() {
        return "dl_" + id + "_...";
    }

    private static String hex(SecureRandom random, int count) {
        byte[] bytes = new byte[count];
        random.nextBytes(bytes);
        return HexFormat.of().formatHex(bytes);
    }
}
