package io.dateline.systemtests.bench;

import io.dateline.systemtests.bench.conformance.ConformanceBench;
import io.dateline.systemtests.bench.conformance.FeedparserFeeds;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code system-tests/bench NAME}: runs one benchmark; its last line is {@code RESULT key=value …}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = {
            "Measures Dateline on this machine. The last line is RESULT key=value ...",
            "all: one after the other, about half an hour, and a table in docs/benchmarks.md"
        })
public final class Bench implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "one of: ${COMPLETION-CANDIDATES}")
    private Name name;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = "NDJSON of {title, body, publishedAt?, url?} instead of the generated articles")
    private Path corpus;

    @Option(
            names = "--articles",
            paramLabel = "N",
            description =
                    "how many articles (pipeline: 20000, latency: 3000, backfill: 200000, enrich: 10000, stories: 20000,"
                            + " store: 40000, query: 1000000, reprocess: 5000, scale: 5000)")
    private Integer articles;

    @Option(
            names = "--data",
            paramLabel = "DIR",
            description = {
                "conformance: folder of other test feeds in feedparser's form than those that ship",
                "extract: folder of article-extraction-benchmark, with ground-truth.json and html/"
            })
    private Path data;

    @Option(names = "--latency", description = "query: also measure latency above the filled table")
    private boolean latency;

    @Option(names = "--feeds", paramLabel = "N", description = "how many feeds (poll: 100000)")
    private Integer feeds;

    @Spec
    private CommandSpec spec;

    /** The benchmarks there are. */
    enum Name {
        start,
        pipeline,
        latency,
        extract,
        poll,
        parse,
        conformance,
        backfill,
        enrich,
        stories,
        store,
        query,
        reprocess,
        scale,
        footprint,
        streams,
        overload,
        all
    }

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        if (name == Name.extract && (data == null || !Files.exists(data.resolve("ground-truth.json")))) {
            System.out.println(
                    "SKIPPED: no pages. Give the folder of an article extraction benchmark with --data DIR.");
            return 0;
        }
        String result = switch (name) {
            case start -> new StartBench().run();
            case pipeline -> new PipelineBench(corpus, articles == null ? 20_000 : articles).run();
            case latency -> new LatencyBench(corpus, articles == null ? 3_000 : articles).run();
            case extract -> new ExtractBench(required(data)).run();
            case poll -> new PollBench(feeds == null ? 100_000 : feeds).run();
            case parse -> new ParseBench().run();
            case conformance -> conformance();
            case enrich -> new EnrichBench(corpus, articles == null ? 10_000 : articles).run();
            case store -> new StoreBench(articles == null ? 40_000 : articles).run();
            case query -> new QueryBench(articles == null ? 1_000_000 : articles, latency).run();
            case all -> all().run();
            case reprocess -> new ReprocessBench(articles == null ? 5_000 : articles).run();
            case scale -> new ScaleBench(articles == null ? 5_000 : articles).run();
            case streams -> new StreamsBench().run();
            case overload -> new OverloadBench().run();
            case footprint -> new FootprintBench().run();
            case stories -> new StoriesBench(articles == null ? 20_000 : articles).run();
            case backfill -> new BackfillBench(articles == null ? 200_000 : articles).run();
        };
        System.out.println("RESULT " + result);
        return name == Name.all && !result.contains(" failed=0 ") ? 1 : 0;
    }

    private String conformance() {
        return data == null ? shippedFeeds() : new ConformanceBench(required(data)).run();
    }

    private static String shippedFeeds() {
        try (FeedparserFeeds feeds = new FeedparserFeeds()) {
            return new ConformanceBench(feeds.folder()).run();
        }
    }

    /** Those that need no data from elsewhere, at sizes that end within half an hour on two cores. */
    private static AllBenches all() {
        Map<String, Supplier<String>> benches = new LinkedHashMap<>();
        benches.put("start", () -> new StartBench().run());
        benches.put("pipeline", () -> new PipelineBench(null, 20_000).run());
        benches.put("latency", () -> new LatencyBench(null, 3_000).run());
        benches.put("enrich", () -> new EnrichBench(null, 10_000).run());
        benches.put("parse", () -> new ParseBench().run());
        benches.put("conformance", Bench::shippedFeeds);
        benches.put("store", () -> new StoreBench(40_000).run());
        benches.put("stories", () -> new StoriesBench(20_000).run());
        benches.put("reprocess", () -> new ReprocessBench(5_000).run());
        benches.put("scale --articles 2000", () -> new ScaleBench(2_000).run());
        benches.put("footprint", () -> new FootprintBench().run());
        benches.put("streams", () -> new StreamsBench().run());
        benches.put("query --articles 100000 --latency", () -> new QueryBench(100_000, true).run());
        return new AllBenches(benches, Path.of("docs/benchmarks.md"));
    }

    private Path required(Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "--data DIR, a folder that exists, is needed");
        }
        return folder;
    }
}
