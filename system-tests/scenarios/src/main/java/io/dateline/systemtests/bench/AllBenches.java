package io.dateline.systemtests.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Supplier;

/** Runs one benchmark after the other and writes one table with machine, day and commit into a page. */
final class AllBenches {
    static final String BEGIN = "<!-- bench all: begin -->";
    static final String END = "<!-- bench all: end -->";

    private final Map<String, Supplier<String>> benches;
    private final Path page;

    /**
     * @param benches by what one types to run it alone, in the order in which they run
     * @param page    that holds {@link #BEGIN} and {@link #END}; what lies between them is replaced
     */
    AllBenches(Map<String, Supplier<String>> benches, Path page) {
        this.benches = new LinkedHashMap<>(benches);
        this.page = page;
    }

    /** How many ended, and how many did not: one that fails takes nothing from the others. */
    String run() {
        // Before the first write, which changes the tree.
        String heading = heading();
        StringBuilder rows = new StringBuilder();
        int failed = 0;
        for (Map.Entry<String, Supplier<String>> bench : benches.entrySet()) {
            System.out.println("== " + bench.getKey());
            String result;
            try {
                result = bench.getValue().get();
            } catch (RuntimeException e) {
                failed++;
                e.printStackTrace(System.out);
                result = "no result: " + e.getClass().getSimpleName();
            }
            System.out.println("RESULT " + result);
            rows.append("| `")
                    .append(bench.getKey())
                    .append("` | `")
                    .append(result.replace("|", "\\|"))
                    .append("` |\n");
            // After each: a run that is cut off keeps what it has measured.
            write(heading + "\n| benchmark | result |\n|---|---|\n" + rows);
        }
        return String.format(Locale.ROOT, "benches=%d failed=%d page=%s", benches.size(), failed, page);
    }

    private void write(String table) {
        try {
            Files.writeString(page, replaced(Files.readString(page), table));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** @throws IllegalStateException where a mark is missing */
    static String replaced(String text, String table) {
        int begin = text.indexOf(BEGIN);
        int end = text.indexOf(END);
        if (begin < 0 || end < begin) {
            throw new IllegalStateException("the page has no place for the table: " + BEGIN + " and " + END);
        }
        return text.substring(0, begin + BEGIN.length()) + "\n" + table + text.substring(end);
    }

    private static String heading() {
        return String.format(
                Locale.ROOT,
                "%s, commit %s: %d cores, %s of memory, %s %s, JDK %s, everything on that one machine.%n",
                LocalDate.now(ZoneOffset.UTC),
                commit(),
                Runtime.getRuntime().availableProcessors(),
                memory(),
                System.getProperty("os.name"),
                System.getProperty("os.version").replaceAll("[^0-9.].*", ""),
                Runtime.version().feature());
    }

    private static String memory() {
        Path file = Path.of("/proc/meminfo");
        if (!Files.exists(file)) {
            return "unknown size";
        }
        try {
            long kilobytes = Long.parseLong(Files.readAllLines(file).get(0).replaceAll("\\D", ""));
            return Math.round(kilobytes / 1024.0 / 1024.0) + " GiB";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String commit() {
        try {
            Process git = new ProcessBuilder("git", "describe", "--always", "--dirty", "--exclude", "*")
                    .redirectErrorStream(true)
                    .start();
            String said = new String(git.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
            return git.waitFor() == 0 ? said : "unknown";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
