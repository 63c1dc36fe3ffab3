package io.dateline.local.cli;

import io.dateline.contracts.access.AccessKey;
import io.dateline.contracts.access.Credential;
import io.dateline.contracts.access.KeysFile;
import io.dateline.contracts.access.Scope;
import io.dateline.local.state.LocalKeys;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Optional;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.ScopeType;

/** Makes, lists and revokes keys. */
@Command(
        name = "keys",
        customSynopsis = {
            "deploy/keys add --scope read|write|operate [--note TEXT]",
            "       deploy/keys list",
            "       deploy/keys revoke ID"
        },
        description = "Keys for the services' APIs and pages. The first one closes the door at the next deploy/up;"
                + " after that, changes hold within a second.",
        footer = {"", "Each takes --file FILE for a keys file elsewhere."},
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:done", "1:no such key, or the file has faults", "2:not understood"})
final class KeysCommand {
    @Mixin
    private HelpOption help;

    @Mixin
    private Location location;

    @Option(
            names = "--file",
            scope = ScopeType.INHERIT,
            paramLabel = "FILE",
            description = "The keys file. Default: in .dateline/access.")
    private Path file;

    private LocalKeys keys() {
        return file == null ? location.state().keys() : new LocalKeys(file, null);
    }

    @Command(name = "add", description = "Makes a key and shows it once.")
    int add(
            @Option(names = "--scope", required = true, paramLabel = "SCOPE", description = "read, write or operate")
                    String label,
            @Option(names = "--note", defaultValue = "", paramLabel = "TEXT", description = "for whom it is")
                    String note) {
        Optional<Scope> scope = Scope.of(label);
        if (scope.isEmpty()) {
            System.err.println("The scope is read, write or operate.");
            return 2;
        }
        LocalKeys keys = keys();
        boolean first = !keys.exist();
        Credential made = keys.add(scope.get(), note.replaceAll("\\s+", " ").strip(), LocalDate.now(ZoneOffset.UTC));
        System.out.println(made.reveal());
        System.err.println("This is the only time it is shown. Send it as Authorization: Bearer, or X-Api-Key; browsers"
                + " take it as a password.");
        if (first) {
            System.err.println(
                    "Services ask for keys once they are started again (deploy/up does it with " + keys.file() + ").");
        }
        return 0;
    }

    @Command(name = "list", description = "Shows the keys there are; nobody can show their secrets.")
    int list() {
        KeysFile read = keys().read();
        for (AccessKey key : read.keys()) {
            System.out.println(LocalKeys.shown(key));
        }
        read.faults().forEach(System.err::println);
        return read.faults().isEmpty() ? 0 : 1;
    }

    @Command(name = "revoke", description = "Takes a key's power; its line stays as a memory.")
    int revoke(@Parameters(paramLabel = "ID", description = "as list shows it") String id) {
        if (keys().revoke(id)) {
            System.out.println(id + " is revoked");
            return 0;
        }
        System.err.println("There is no key " + id + ".");
        return 1;
    }
}
