package io.dateline.local.system;

import java.io.PrintStream;
import java.util.Locale;

/** Lines for whoever waits, each with the seconds since the start. */
public final class Progress {
    private final PrintStream out;
    private final long start = System.nanoTime();

    public Progress(PrintStream out) {
        this.out = out;
    }

    public void say(String line) {
        out.println(String.format(Locale.ROOT, "[%5.1f s] %s", (System.nanoTime() - start) / 1e9, line));
        out.flush();
    }

    /** Without a time in front. */
    public void plain(String line) {
        out.println(line);
        out.flush();
    }
}
