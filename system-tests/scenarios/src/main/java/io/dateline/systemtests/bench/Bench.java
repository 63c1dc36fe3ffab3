package io.dateline.systemtests.bench;

import io.dateline.systemtests.bench.conformance.ConformanceBench;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.Callable;
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
        description = "Measures Dateline on this machine. The last line is RESULT key=value ...")
public final class Bench implements Callable<Integer> {
    @Parameters(paramLabel = "NAME", description = "one of: ${COMPLETION-CANDIDATES}")
    private Name name;

    @Option(
            names = "--corpus",
            paramLabel = "FILE",
            description = "NDJSON of {title, body, publishedAt?, url?} instead of the generated articles")
    private Path corpus;

    @Option(names = "--articles", paramLabel = "N", description = "how many articles (pipeline: 20000, latency: 3000)")
    private Integer articles;

    @Option(names = "--data", paramLabel = "DIR", description = "conformance: folder of feedparser's test feeds")
    private Path data;

    @Spec
    private CommandSpec spec;

    /** The benchmarks there are. */
    enum Name {
        start,
        pipeline,
        latency,
        parse,
        conformance
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
            case parse -> new ParseBench().run();
            case conformance -> new ConformanceBench(required(data)).run();
        };
        System.out.println("RESULT " + result);
        return 0;
    }

    private Path required(Path folder) {
        if (folder == null || !Files.isDirectory(folder)) {
            throw new ParameterException(spec.commandLine(), "conformance needs --data DIR, a folder that exists");
        }
        return folder;
    }
}
