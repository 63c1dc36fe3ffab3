package io.dateline.ingest.files;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.identity.StoreUnavailable;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.publish.BrokerUnavailable;
import io.dateline.ingest.publish.Intake;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jboss.logging.Logger;

/** Takes in one dropped file: to {@code done} once the broker has all of it, to {@code rejected} where it is no copy. */
final class FileIntake {
    private static final Logger LOG = Logger.getLogger(FileIntake.class);
    private static final int CHUNK = 500;
    /** Of this instance at a file that it fails at; then a person must look at it. */
    static final int TRIES = 3;
    /** Files that fail at once; more begin to count anew. */
    private static final int FAILING = 1_000;

    private final WireFolder folder;
    private final DocumentReader reader;
    private final Intake intake;
    private final InstantSource clock;
    private final long maxFile;
    private final String defaultSource;
    private final Map<String, Integer> failures = new HashMap<>();

    /** @param clock of what is read and when it was fetched, and of nothing in the folder */
    FileIntake(
            WireFolder folder,
            DocumentReader reader,
            Intake intake,
            InstantSource clock,
            long maxFile,
            String defaultSource) {
        this.folder = folder;
        this.reader = reader;
        this.intake = intake;
        this.clock = clock;
        this.maxFile = maxFile;
        this.defaultSource = defaultSource;
    }

    /** Looks once and takes in what has come to rest. */
    void run() throws IOException {
        // By this machine's own clock, as files and leases are touched: the injected one is the database's.
        for (WireFolder.Claimed file : folder.claim(Instant.now())) {
            try {
                take(file);
                failures.remove(file.name());
            } catch (NoSuchFileException e) {
                LOG.warnf("file %s was taken over by another instance", file.name());
            } catch (BrokerUnavailable | StoreUnavailable e) {
                // It stays in working, and is taken up again when its lease has run out.
                LOG.warnf("file %s waits: %s", file.name(), e.getMessage());
            } catch (IOException | RuntimeException | StackOverflowError e) {
                failed(file, e);
            }
        }
    }

    /** It is tried again, and the others are not kept waiting. */
    private void failed(WireFolder.Claimed file, Throwable e) {
        if (failures.size() >= FAILING) {
            failures.clear();
        }
        int tries = failures.merge(file.name(), 1, Integer::sum);
        LOG.errorf(e, "file %s could not be taken in, try %d of %d", file.name(), tries, TRIES);
        if (tries < TRIES) {
            return;
        }
        failures.remove(file.name());
        try {
            reject(
                    file,
                    ProblemCode.INTERNAL,
                    "The file could not be taken in: " + e.getClass().getSimpleName() + ".");
        } catch (IOException | RuntimeException again) {
            LOG.errorf(again, "file %s cannot be put aside either", file.name());
        }
    }

    private void take(WireFolder.Claimed file) throws IOException {
        Instant now = clock.instant();
        if (Files.size(file.path()) > maxFile) {
            reject(file, ProblemCode.TOO_LARGE, "The file is larger than " + maxFile + " bytes.");
            return;
        }
        byte[] bytes = Files.readAllBytes(file.path());
        ParseResult result = reader.read(new Document(bytes, FileTypes.of(file.name()), null));
        if (result instanceof ParseResult.Refused refused) {
            reject(file, refused.code(), refused.detail());
            return;
        }
        ParseResult.Articles parsed = (ParseResult.Articles) result;
        if (parsed.articles().isEmpty()) {
            String detail = parsed.faults().isEmpty()
                    ? ""
                    : " " + parsed.faults().get(0).detail();
            reject(file, ProblemCode.MALFORMED_DOCUMENT, "No article was found." + detail);
            return;
        }
        List<ParseResult.Fault> faults = new ArrayList<>(parsed.faults());
        List<ParsedArticle> articles = parsed.articles();
        for (int from = 0; from < articles.size(); from += CHUNK) {
            folder.keep(file);
            List<Incoming> batch = articles.subList(from, Math.min(articles.size(), from + CHUNK)).stream()
                    .map(article ->
                            new Incoming(article, Origin.named(Source.Kind.WIRE, article.sourceName(), defaultSource)))
                    .toList();
            for (Reserved one : intake.take(batch, Lane.LIVE, now)) {
                if (one.decision() instanceof Decision.Refused refused) {
                    intake.rejected(Lane.LIVE, ProblemCode.INVALID_ARTICLE.code());
                    // Which one of the file's it is, only its reader knew.
                    faults.add(new ParseResult.Fault(0, ProblemCode.INVALID_ARTICLE.code(), refused.why()));
                }
            }
        }
        parsed.faults().stream().filter(fault -> fault.at() > 0).forEach(fault -> {
            intake.rejected(Lane.LIVE, fault.code());
            LOG.warnf("file %s, item %d: %s", file.name(), fault.at(), fault.code());
        });
        if (!faults.isEmpty()) {
            new Quarantine(folder).keep(file, bytes, faults);
        }
        folder.done(file);
    }

    private void reject(WireFolder.Claimed file, ProblemCode code, String detail) throws IOException {
        intake.rejected(Lane.LIVE, code.code());
        LOG.warnf("file %s is rejected: %s", file.name(), code.code());
        folder.reject(file, code.code() + ": " + detail);
    }
}
