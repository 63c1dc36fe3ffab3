package io.dateline.systemtests.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** Memory of a process as Linux accounts for it. */
public final class Memory {
    private static final String PEAK = "VmHWM:";
    private static final String NOW = "VmRSS:";
    private static final String OWN = "RssAnon:";

    private Memory() {}

    /**
     * The most resident memory a process has had so far, in megabytes (2^20 bytes).
     *
     * @throws UncheckedIOException where the system has no /proc
     */
    public static long peakMegabytes(long pid) {
        return megabytes(pid, PEAK);
    }

    /** As {@link #peakMegabytes}, at this moment. */
    public static long megabytes(long pid) {
        return megabytes(pid, NOW);
    }

    /**
     * The part of it that is in no file. The rest, pages of programs and archives as they lie on disk, is shared by all
     * processes that map them, and the system may take it back.
     */
    public static long ownMegabytes(long pid) {
        return megabytes(pid, OWN);
    }

    private static long megabytes(long pid, String figure) {
        try {
            return Files.readAllLines(Path.of("/proc/" + pid + "/status")).stream()
                    .filter(line -> line.startsWith(figure))
                    .mapToLong(line ->
                            Long.parseLong(line.substring(figure.length()).replaceAll("\\D", "")) / 1024)
                    .findFirst()
                    .orElseThrow();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
