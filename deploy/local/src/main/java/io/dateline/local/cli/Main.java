package io.dateline.local.cli;

import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Entry point; each subcommand is one script in {@code deploy/} or one process of the local system. */
@Command(
        name = "dateline",
        description = "Dateline on this machine",
        subcommands = {
            UpCommand.class,
            DownCommand.class,
            StatusCommand.class,
            ImportCommand.class,
            KeysCommand.class,
            NewsroomCommand.class,
            RewindCommand.class,
            TopicsCommand.class
        })
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        System.exit(new CommandLine(new Main()).execute(arguments));
    }
}
