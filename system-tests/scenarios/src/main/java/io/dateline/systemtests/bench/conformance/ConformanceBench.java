package io.dateline.systemtests.bench.conformance;

import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Reads feedparser's test feeds and counts which of their expectations hold. */
public final class ConformanceBench {
    private static final int HANG_SECONDS = 10;
    private static final Pattern ITEM =
            Pattern.compile("<((?:[\\w.-]+:)?(?:item|entry))((?:\\s[^>]*)?)(/?)>", Pattern.CASE_INSENSITIVE);

    private final Path data;
    private final DocumentReader reader = DocumentReader.ofFeeds(InstantSource.system());
    private final Map<String, Integer> excluded = new TreeMap<>();
    private final List<String> failures = new ArrayList<>();
    private int expectations;
    private int mapped;
    private int holds;
    private int completed;
    private int crashes;
    private int hangs;
    private double slowest;
    private String slowestName = "";

    /** @param data a folder of feedparser's test files, searched with its sub-folders */
    public ConformanceBench(Path data) {
        this.data = data;
    }

    /** Prints the report; what follows {@code RESULT}. */
    public String run() {
        List<Path> files = files();
        ExecutorService worker = Executors.newCachedThreadPool(task -> {
            Thread thread = new Thread(task, "conformance");
            thread.setDaemon(true);
            return thread;
        });
        try {
            for (Path file : files) {
                within(worker, FeedCase.read(file, data));
            }
        } finally {
            worker.shutdownNow();
        }
        report(files.size());
        return String.format(
                Locale.ROOT,
                "conformance=%.4f mapped=%d hold=%d crashes=%d hangs=%d slowest_ms=%.0f",
                mapped == 0 ? 0 : (double) holds / mapped,
                mapped,
                holds,
                crashes,
                hangs,
                slowest);
    }

    private List<Path> files() {
        try (Stream<Path> walk = Files.walk(data)) {
            return walk.filter(Files::isRegularFile)
                    .filter(file -> !file.getFileName().toString().equals("LICENSE"))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void within(ExecutorService worker, FeedCase one) {
        long began = System.nanoTime();
        Future<ParseResult> reading = worker.submit(() -> reader.read(one.document()));
        try {
            ParseResult result = reading.get(HANG_SECONDS, TimeUnit.SECONDS);
            double took = (System.nanoTime() - began) / 1e6;
            if (took > slowest) {
                slowest = took;
                slowestName = one.name();
            }
            judge(one, result);
        } catch (TimeoutException e) {
            hangs++;
            failures.add(one.name() + ": no end after " + HANG_SECONDS + " s");
        } catch (ExecutionException e) {
            crashes++;
            failures.add(one.name() + ": " + e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted", e);
        }
    }

    private void judge(FeedCase one, ParseResult result) {
        if (one.expectations().isEmpty()) {
            excluded.merge("file without an expectation", 1, Integer::sum);
        }
        boolean textless = result instanceof ParseResult.Articles articles
                && articles.faults().stream()
                        .anyMatch(fault -> fault.at() > 0 && fault.code().equals("invalid-article"));
        Document document = textless ? titled(one.document()) : one.document();
        OurFields ours = new OurFields(document, textless ? reader.read(document) : result, textless);
        for (Expectation expectation : one.expectations()) {
            expectations++;
            OurFields.Found found = expectation.plain()
                    ? ours.at(expectation.path(), expectation.literal())
                    : OurFields.Found.not("no plain path == literal: " + kind(expectation.written()));
            if (found.excluded() != null) {
                excluded.merge(found.excluded(), 1, Integer::sum);
                continue;
            }
            mapped++;
            completed += textless ? 1 : 0;
            if (Comparison.holds(expectation.path(), expectation.literal(), found.value())) {
                holds++;
            } else {
                failures.add(one.name() + ": " + expectation.written() + "\n      ours: " + found.value());
            }
        }
    }

    /** Most test items hold one element and no text; an item without title, text and address is refused by rule. */
    private static Document titled(Document document) {
        String bytes = new String(document.bytes(), StandardCharsets.ISO_8859_1);
        String titled = ITEM.matcher(bytes)
                .replaceAll(match -> Matcher.quoteReplacement("<" + match.group(1) + match.group(2)
                        + "><title>Untitled</title>" + (match.group(3).isEmpty() ? "" : "</" + match.group(1) + ">")));
        return new Document(titled.getBytes(StandardCharsets.ISO_8859_1), document.contentType(), document.url());
    }

    private static String kind(String written) {
        if (written.equals("bozo") || written.equals("not bozo")) {
            return "(not) bozo";
        }
        if (written.chars().filter(c -> c == '=').count() > 3) {
            return "chained";
        }
        return "other Python";
    }

    private void report(int files) {
        System.out.printf(Locale.ROOT, "%d files, %d expectations%n%n", files, expectations);
        System.out.println("Excluded, by reason:");
        excluded.forEach((reason, count) -> System.out.printf(Locale.ROOT, "  %5d  %s%n", count, reason));
        System.out.printf(
                Locale.ROOT,
                "  %5d  in all%n%nMapped: %d, of them %d on items without title, text and address, read again with a title put"
                        + " in.%nTexts: theirs, read as HTML by jsoup, against our plain text; white space counts once. Author:"
                        + " the name alone.%nContent-Location is given to the reader as the document's address.%n",
                excluded.values().stream().mapToInt(Integer::intValue).sum(),
                mapped,
                completed);
        System.out.printf(Locale.ROOT, "Hold: %d. Slowest: %.0f ms (%s)%n", holds, slowest, slowestName);
        if (!failures.isEmpty()) {
            System.out.println("\nNot held:");
            failures.forEach(failure -> System.out.println("  " + failure));
        }
        System.out.println();
    }
}
