package io.dateline.systemtests.bench;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code system-tests/bench NAME}: runs one benchmark; its last line is {@code RESULT key=value …}. */
@Command(
        name = "bench",
        mixinStandardHelpOptions = true,
        description = "Measures Dateline on this machine. The last line is RESULT key=value ...")
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
            description = "how many articles (pipeline: 20000, latency: 3000, backfill: 200000)")
    private Integer articles;

    /** The benchmarks there are. */
    enum Name {
        start,
        pipeline,
        latency,
        backfill
    }

    public static void main(String[] args) {
        CommandLine line = new CommandLine(new Bench());
        line.setCaseInsensitiveEnumValuesAllowed(true);
        System.exit(line.execute(args));
    }

    @Override
    public Integer call() {
        String result = switch (name) {
            case start -> new StartBench().run();
            case pipeline -> new PipelineBench(corpus, articles == null ? 20_000 : articles).run();
            case latency -> new LatencyBench(corpus, articles == null ? 3_000 : articles).run();
            case backfill -> new BackfillBench(articles == null ? 200_000 : articles).run();
        };
        System.out.println("RESULT " + result);
        return 0;
    }
}
