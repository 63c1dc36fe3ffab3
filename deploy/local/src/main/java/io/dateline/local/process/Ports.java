package io.dateline.local.process;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.util.concurrent.ThreadLocalRandom;
import java.util.stream.IntStream;

/** TCP ports on the loopback address. */
public final class Ports {
    private static final int FIRST = 20_000;
    private static final int LAST = 30_000;

    private Ports() {}

    /**
     * A port that is free together with the {@code width - 1} that follow it, as a system of its own needs them. Looked for
     * from a random place on: what is free may be taken long before the caller listens there, and two that look at the same
     * time must not find the same.
     *
     * @throws IllegalStateException where there is none between 20,000 and 30,000
     */
    public static int freeRange(int width) {
        int ranges = (LAST - FIRST) / width;
        int start = ThreadLocalRandom.current().nextInt(ranges);
        for (int i = 0; i < ranges; i++) {
            int from = FIRST + (start + i) % ranges * width;
            if (IntStream.range(from, from + width).noneMatch(Ports::taken)) {
                return from;
            }
        }
        throw new IllegalStateException("no " + width + " free ports in a row");
    }

    /** Whether somebody listens on it. */
    public static boolean taken(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1);
            return false;
        } catch (IOException e) {
            return true;
        }
    }
}
