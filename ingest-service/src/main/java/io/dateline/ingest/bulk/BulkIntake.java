package io.dateline.ingest.bulk;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.net.WebAddress;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.ParseResult.Fault;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.publish.Intake;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;

/** Takes in a batch of an import's records on the bulk lane and counts what became of each. Thread-safe. */
final class BulkIntake {
    private final Intake intake;
    private final InstantSource clock;
    private final String defaultSource;

    BulkIntake(Intake intake, InstantSource clock, String defaultSource) {
        this.intake = intake;
        this.clock = clock;
        this.defaultSource = defaultSource;
    }

    /** @throws RuntimeException where Kafka or the database is away; then nothing of the batch counts */
    void take(
            List<ImportedRecord> batch,
            String file,
            ImportKind kind,
            String source,
            Progress progress,
            RejectedReport report) {
        List<Incoming> incoming = new ArrayList<>();
        List<ImportedRecord> of = new ArrayList<>();
        for (ImportedRecord record : batch) {
            for (ParsedArticle article : record.articles()) {
                incoming.add(new Incoming(article, origin(kind, source, article), record.fetchedAt()));
                of.add(record);
            }
        }
        List<Reserved> reserved = intake.take(incoming, Lane.BULK, clock.instant());
        for (int i = 0; i < reserved.size(); i++) {
            Decision decision = reserved.get(i).decision();
            if (decision instanceof Decision.Refused refused) {
                Fault fault = new Fault(0, ProblemCode.INVALID_ARTICLE.code(), refused.why());
                reject(of.get(i), fault, file, progress, report);
            } else {
                progress.count(Intake.outcome(decision));
            }
        }
        for (ImportedRecord record : batch) {
            progress.skipped += record.isSkipped() ? 1 : 0;
            record.faults().forEach(fault -> reject(record, fault, file, progress, report));
        }
    }

    private void reject(ImportedRecord record, Fault fault, String file, Progress progress, RejectedReport report) {
        intake.rejected(Lane.BULK, fault.code());
        progress.reject(fault.code());
        long number = fault.at() > 0 ? fault.at() : record.number();
        report.add(new RejectedReport.Line(file, number, record.offset(), fault.code(), fault.detail()));
    }

    /** Owned as if it had come by push or by wire, so that what comes that way later may revise it. */
    private Origin origin(ImportKind kind, String source, ParsedArticle article) {
        String fallback = source == null ? defaultSource : source;
        return switch (kind) {
            case NDJSON -> Origin.imported(Source.Kind.PUSH, article.sourceName(), fallback);
            case FOLDER -> Origin.imported(Source.Kind.WIRE, article.sourceName(), fallback);
            case WARC -> {
                String named = article.sourceName() != null || source != null ? article.sourceName() : host(article);
                yield Origin.imported(Source.Kind.IMPORT, named, fallback);
            }
        };
    }

    private static String host(ParsedArticle article) {
        try {
            return article.url() == null ? null : WebAddress.host(WebAddress.parse(article.url()));
        } catch (IllegalArgumentException e) {
            return null;
        }
    }
}
