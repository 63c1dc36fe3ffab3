package io.dateline.local.cli;

import io.dateline.local.state.StateFolder;
import java.nio.file.Path;
import picocli.CommandLine.Option;

/** Where things are: set by the scripts. */
final class Location {
    @Option(names = "--checkout", hidden = true, required = true, description = "the repository's folder")
    private Path checkout;

    @Option(names = "--home", hidden = true, required = true, description = "the folder for data")
    private Path home;

    Path checkout() {
        return checkout.toAbsolutePath().normalize();
    }

    StateFolder state() {
        return new StateFolder(home);
    }
}
