package io.dateline.testinfra;

import io.dateline.contracts.access.AccessKey;
import io.dateline.contracts.access.KeysFile;
import io.dateline.contracts.access.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.LocalDate;
import java.util.HexFormat;
import java.util.List;

/**
 * Keys for tests of a service with its door closed. They are the same in every class loader, so that a test profile and
 * its test mean the same; outside tests nobody has them.
 */
public final class TestKeys {
    /** Opens what asks. */
    public static final String READ = "dl_testread_" + "1a".repeat(32);
    /** Brings in as well. */
    public static final String WRITE = "dl_testwrite_" + "2b".repeat(32);
    /** Opens everything. */
    public static final String OPERATE = "dl_testoperate_" + "3c".repeat(32);
    /** Opens what asks, for who asks too often. */
    public static final String BUSY = "dl_testbusy_" + "5e".repeat(32);
    /** Opens what asks, until the test that uses it revokes it. */
    public static final String LEAVING = "dl_testleaving_" + "6f".repeat(32);
    /** Opened everything once. */
    public static final String REVOKED = "dl_testrevoked_" + "4d".repeat(32);

    private TestKeys() {}

    /** Writes a keys file with these keys into a temporary folder and says where it is. */
    public static Path file() {
        try {
            Path file = Files.createTempFile("dateline-keys", "");
            file.toFile().deleteOnExit();
            return Files.write(
                    file,
                    List.of(
                            line(READ, Scope.READ, false),
                            line(WRITE, Scope.WRITE, false),
                            line(OPERATE, Scope.OPERATE, false),
                            line(BUSY, Scope.READ, false),
                            line(LEAVING, Scope.READ, false),
                            line(REVOKED, Scope.OPERATE, true)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String line(String credential, Scope scope, boolean revoked) {
        String[] parts = credential.split("_");
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(parts[2].getBytes(StandardCharsets.UTF_8));
            return KeysFile.line(new AccessKey(
                    parts[1], scope, revoked, HexFormat.of().formatHex(hash), LocalDate.of(2026, 11, 25), "test"));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
