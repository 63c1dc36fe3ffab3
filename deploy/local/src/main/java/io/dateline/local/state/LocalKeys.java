package io.dateline.local.state;

import io.dateline.contracts.access.AccessKey;
import io.dateline.contracts.access.Credential;
import io.dateline.contracts.access.KeysFile;
import io.dateline.contracts.access.Scope;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpRequest;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.SecureRandom;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The keys file of a system, and the key by which our own commands get in. Both are readable by their owner alone and
 * replaced as a whole, so that a service never reads half a file.
 */
public final class LocalKeys {
    private static final String HEAD = "# Keys of Dateline: ID SCOPES sha256:HASH CREATED NOTE. Changed by deploy/keys;"
            + " services see a change within a second.";

    private final Path file;
    private final Path own;

    /** @param own where our commands' key is, or null where they need none */
    public LocalKeys(Path file, Path own) {
        this.file = file;
        this.own = own;
    }

    public Path file() {
        return file;
    }

    /** Whether there is a keys file: services started then ask for keys. */
    public boolean exist() {
        return Files.exists(file);
    }

    /**
     * Makes a key; the answer is the only place its secret is in. Where our commands have none that opens, the first time
     * or after the file was removed, theirs is made as well.
     */
    public Credential add(Scope scope, String note, LocalDate today) {
        SecureRandom random = new SecureRandom();
        List<String> lines = lines();
        Credential ours = own == null || ownOpens() ? null : Credential.random(random);
        if (ours != null) {
            lines.add(KeysFile.line(ours.key(Scope.WRITE, today, "deploy/up and deploy/import")));
        }
        Credential made = Credential.random(random);
        lines.add(KeysFile.line(made.key(scope, today, note)));
        write(file, lines);
        if (ours != null) {
            write(own, List.of(ours.reveal()));
        }
        return made;
    }

    private boolean ownOpens() {
        try {
            return Files.exists(own)
                    && Credential.parse(Files.readString(own).strip())
                            .map(ours -> ours.key(Scope.WRITE, LocalDate.EPOCH, ""))
                            .filter(ours -> read().keys().stream()
                                    .anyMatch(key -> !key.revoked()
                                            && key.scope() == Scope.WRITE
                                            && key.id().equals(ours.id())
                                            && key.hash().equals(ours.hash())))
                            .isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the file holds, and its faults. */
    public KeysFile read() {
        return KeysFile.parse(lines());
    }

    /** False where there is no key of this id. */
    public boolean revoke(String id) {
        Optional<List<String>> revoked = KeysFile.revoke(lines(), id);
        revoked.ifPresent(lines -> write(file, lines));
        return revoked.isPresent();
    }

    /** Shows our own key where the services ask for keys. */
    public HttpRequest.Builder sign(HttpRequest.Builder request) {
        try {
            return own != null && exist() && Files.exists(own)
                    ? request.header("X-Api-Key", Files.readString(own).strip())
                    : request;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** One line for a person; never anything of the secret. */
    public static String shown(AccessKey key) {
        return "%-10s %-8s %s  %s%s"
                .formatted(key.id(), key.scope().label(), key.created(), key.revoked() ? "REVOKED  " : "", key.note());
    }

    private List<String> lines() {
        try {
            return exist() ? new ArrayList<>(Files.readAllLines(file)) : new ArrayList<>(List.of(HEAD));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Of a file that services of another user read: they must be able to read what takes its place. */
    private static void keepOwner(Path from, Path to) throws IOException {
        PosixFileAttributes rights = Files.readAttributes(from, PosixFileAttributes.class);
        PosixFileAttributeView view = Files.getFileAttributeView(to, PosixFileAttributeView.class);
        view.setPermissions(rights.permissions());
        if (!rights.owner().equals(view.readAttributes().owner())) {
            view.setOwner(rights.owner());
        }
        if (!rights.group().equals(view.readAttributes().group())) {
            view.setGroup(rights.group());
        }
    }

    private static void write(Path target, List<String> lines) {
        try {
            Path folder = target.toAbsolutePath().getParent();
            Files.createDirectories(folder);
            Path whole = Files.createTempFile(
                    folder,
                    ".keys",
                    "",
                    PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            Files.write(whole, lines);
            if (Files.exists(target)) {
                keepOwner(target, whole);
            }
            Files.move(whole, target, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
