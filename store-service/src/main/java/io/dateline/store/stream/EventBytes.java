package io.dateline.store.stream;

import java.nio.charset.StandardCharsets;
import java.time.Duration;

/** Server-sent events as they go over the wire (HTML Living Standard, 9.2). */
public final class EventBytes {
    private static final String END = "\n\n";

    private EventBytes() {}

    /**
     * @param name one line
     * @param data as many lines as there are; whoever reads gets them with line feeds between
     */
    public static byte[] event(long id, String name, String data) {
        StringBuilder text = new StringBuilder(data.length() + 64);
        text.append("id:").append(id).append("\nevent:").append(name);
        data.lines().forEach(line -> text.append("\ndata:").append(line));
        return bytes(text.append(END));
    }

    /** Which no program is told of; it keeps the connection in use. */
    static byte[] comment(String line) {
        return bytes(new StringBuilder(":").append(line).append(END));
    }

    /** @param reconnect how long a client waits before it comes back */
    static byte[] hello(String line, Duration reconnect) {
        return bytes(new StringBuilder(":")
                .append(line)
                .append("\nretry:")
                .append(reconnect.toMillis())
                .append(END));
    }

    private static byte[] bytes(StringBuilder text) {
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }
}
