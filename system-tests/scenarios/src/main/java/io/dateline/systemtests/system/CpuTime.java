package io.dateline.systemtests.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.stream.Stream;

/** CPU time of a process and its living children, from the operating system's accounting. */
final class CpuTime {
    /** Kernel clock ticks a second, fixed on Linux for user space. */
    private static final double TICKS = 100;

    private CpuTime() {}

    static double seconds(long pid) {
        return ProcessHandle.of(pid)
                .map(process -> Stream.concat(Stream.of(process), process.descendants())
                        .mapToDouble(CpuTime::own)
                        .sum())
                .orElse(0.0);
    }

    /** With the children it has already waited for, where /proc tells. */
    private static double own(ProcessHandle process) {
        try {
            String stat = Files.readString(Path.of("/proc/" + process.pid() + "/stat"));
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            double ticks = 0;
            for (int i = 11; i <= 14; i++) {
                ticks += Double.parseDouble(fields[i]);
            }
            return ticks / TICKS;
        } catch (IOException notLinux) {
            return process.info().totalCpuDuration().map(Duration::toMillis).orElse(0L) / 1000.0;
        }
    }
}
