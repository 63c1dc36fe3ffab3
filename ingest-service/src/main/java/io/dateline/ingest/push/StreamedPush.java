package io.dateline.ingest.push;

import io.dateline.contracts.article.Source;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.topic.Lane;
import io.dateline.ingest.IngestConfig;
import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Origin;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.parse.ParsedArticle;
import io.dateline.ingest.parse.PushReader;
import io.dateline.ingest.parse.RefusedArticle;
import io.dateline.ingest.publish.ChunkLimit;
import io.dateline.ingest.publish.Intake;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;

/** One NDJSON request: taken in chunk by chunk as it streams in; a bad line is answered and disturbs no other. */
final class StreamedPush {
    private static final int REPORTED = 10_000;

    private final IngestConfig.Push config;
    private final Intake intake;
    private final InstantSource clock;
    private final Lane lane;
    private final ChunkLimit limit;
    private final List<Incoming> chunk = new ArrayList<>();
    private final List<Long> chunkLines = new ArrayList<>();
    private final List<PushAnswer.Rejected> rejected = new ArrayList<>();
    private long chunkCharacters;
    private Instant chunkBegan;
    private long accepted;
    private long unchanged;
    private long sightings;

    StreamedPush(IngestConfig.Push config, Intake intake, InstantSource clock, Lane lane) {
        this.config = config;
        this.intake = intake;
        this.clock = clock;
        this.lane = lane;
        this.limit = new ChunkLimit(config.chunk());
    }

    PushAnswer.Many take(InputStream in) throws IOException {
        LineReader lines = new LineReader(
                in, config.maxLine().asLongValue(), config.maxStream().asLongValue());
        long number = 0;
        for (LineReader.Line line = lines.next(); line != null; line = lines.next()) {
            number++;
            if (!line.blank()) {
                take(number, line);
            }
        }
        flush();
        return new PushAnswer.Many(accepted, unchanged, sightings, rejected);
    }

    private void take(long number, LineReader.Line line) {
        if (line.tooLong()) {
            reject(
                    number,
                    ProblemCode.TOO_LARGE,
                    "The line is longer than " + config.maxLine().asLongValue() + " bytes.");
            return;
        }
        Instant now = clock.instant();
        try {
            ParsedArticle article = PushReader.read(line.bytes(), now);
            if (chunk.isEmpty()) {
                chunkBegan = now;
            }
            chunk.add(new Incoming(
                    article, Origin.named(Source.Kind.PUSH, article.sourceName(), config.defaultSource())));
            chunkLines.add(number);
            chunkCharacters += ChunkLimit.characters(article);
            if (limit.reached(chunk.size(), chunkCharacters)) {
                flush();
            }
        } catch (RefusedArticle e) {
            reject(number, e.code(), e.getMessage());
        }
    }

    private void reject(long number, ProblemCode code, String detail) {
        intake.rejected(lane, code.code());
        if (rejected.size() < REPORTED) {
            rejected.add(new PushAnswer.Rejected(number, code.code(), detail));
        }
    }

    private void flush() {
        Iterator<Long> line = chunkLines.iterator();
        for (Reserved one : intake.take(chunk, lane, chunkBegan)) {
            long number = line.next();
            if (one.decision() instanceof Decision.Refused refused) {
                reject(number, ProblemCode.INVALID_ARTICLE, refused.why());
            } else if (one.decision() instanceof Decision.Publish) {
                accepted++;
            } else if (one.decision() instanceof Decision.Unchanged) {
                unchanged++;
            } else {
                sightings++;
            }
        }
        chunk.clear();
        chunkLines.clear();
        chunkCharacters = 0;
    }
}
