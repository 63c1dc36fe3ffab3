package io.dateline.local.cli;

import io.dateline.local.archive.ImportClient;
import io.dateline.local.archive.ImportDesk;
import io.dateline.local.archive.ImportStatus;
import io.dateline.local.system.Part;
import io.dateline.local.system.SystemFile;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Has an archive imported and shows how far it is, until it is over. */
@Command(
        name = "import",
        customSynopsis = "deploy/import PATH [--rate N] [--source NAME] [--url URL]",
        description =
                "Imports an archive on the bulk lane: NDJSON, WARC (both plain or .gz), or a folder of these and of"
                        + " wire files.",
        footer = {
            "",
            "Ctrl-C leaves the import running; the same command shows it again. What was rejected is listed in"
                    + " .dateline/imports/rejected."
        },
        exitCodeListHeading = "%nExit codes:%n",
        exitCodeList = {"0:all of it was read", "1:it failed, was paused or canceled", "3:nothing runs"})
final class ImportCommand implements Callable<Integer> {
    private static final int NOT_RUNNING = 3;
    private static final long EVERY_MILLIS = 500;
    /** Looks between two lines where no terminal shows a bar. */
    private static final int LINE_EVERY = 20;

    @Mixin
    private HelpOption help;

    @Mixin
    private Location location;

    @Parameters(paramLabel = "PATH", description = "The archive: a file or a folder.")
    private String path;

    @Option(names = "--rate", paramLabel = "N", description = "Records a second at most. Default: 500.")
    private Integer rate;

    @Option(names = "--source", paramLabel = "NAME", description = "The source of articles that name none.")
    private String source;

    @Option(
            names = "--url",
            paramLabel = "URL",
            description = "An ingest service elsewhere; PATH then lies below its own import folder. A key for it is"
                    + " taken from $DATELINE_KEY.")
    private String url;

    @Option(names = "--bar", hidden = true, description = "Standard output is a terminal.")
    private boolean bar;

    private volatile boolean over;

    @Override
    public Integer call() throws InterruptedException {
        try {
            if (url != null) {
                return follow(new ImportClient(url.replaceAll("/+$", ""), ImportCommand::signed), path);
            }
            var system = SystemFile.read(location.state().systemFile()).filter(SystemFile::ready);
            if (system.isEmpty() || !system.get().parts().contains(Part.INGEST)) {
                System.err.println("Dateline does not run here: start it with deploy/up.");
                return NOT_RUNNING;
            }
            String below = new ImportDesk(location.state().imports()).bring(Path.of(path));
            String ingest = "http://127.0.0.1:" + system.get().plan().http(Part.INGEST);
            return follow(new ImportClient(ingest, location.state().keys()::sign), below);
        } catch (NoSuchFileException e) {
            System.err.println("There is no " + e.getFile() + ".");
        } catch (FileAlreadyExistsException e) {
            System.err.println("Another file lies at " + e.getFile() + "; rename one of the two.");
        } catch (IOException e) {
            System.err.println(e instanceof ImportClient.Refused ? e.getMessage() : "The import cannot begin: " + e);
        }
        return 1;
    }

    /** A service elsewhere has keys of its own. */
    private static HttpRequest.Builder signed(HttpRequest.Builder request) {
        String key = System.getenv("DATELINE_KEY");
        return key == null || key.isBlank() ? request : request.header("X-Api-Key", key.strip());
    }

    private int follow(ImportClient client, String below) throws IOException, InterruptedException {
        ImportStatus status = client.begin(below, rate, source);
        String id = status.id();
        Runtime.getRuntime()
                .addShutdownHook(new Thread(
                        () -> {
                            if (!over) {
                                System.out.println();
                                System.out.println(id + " goes on; the same command shows it again.");
                            }
                        },
                        "on-signal"));
        for (int looks = 0; !status.over(); looks++) {
            show(status, looks);
            Thread.sleep(EVERY_MILLIS);
            status = client.look(id);
        }
        over = true;
        System.out.println((bar ? "\r\033[K" : "") + status.line());
        if (status.detail() != null) {
            System.out.println(status.detail());
        }
        if (status.rejected() > 0) {
            System.out.println("What was rejected, and why: GET /api/imports/" + id + "/rejected");
        }
        return status.state().equals("done") ? 0 : 1;
    }

    private void show(ImportStatus status, int looks) {
        if (bar) {
            System.out.print("\r\033[K" + status.line());
            System.out.flush();
        } else if (looks % LINE_EVERY == 0) {
            System.out.println(status.line());
        }
    }
}
