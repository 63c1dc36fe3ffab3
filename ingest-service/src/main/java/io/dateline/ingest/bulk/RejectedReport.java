package io.dateline.ingest.bulk;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.core.JsonProcessingException;
import io.dateline.contracts.message.MessageCodec;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** The records of an import that were rejected, a line of JSON each; never their text. Made when there is a first. */
final class RejectedReport implements Closeable {
    private final Path file;
    private final long known;
    private final ByteArrayOutputStream waiting = new ByteArrayOutputStream();
    private FileChannel channel;

    /** @param known bytes that belong to what was written down; what is longer goes */
    RejectedReport(Path file, long known) {
        this.file = file;
        this.known = known;
    }

    /**
     * @param record of the file, from 1: the line of an NDJSON file
     * @param offset of the record in the reader's measure: bytes, for lines and web archives
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(String file, long record, long offset, String code, String detail) {}

    void add(Line line) {
        try {
            waiting.writeBytes(MessageCodec.json().writeValueAsString(line).getBytes(StandardCharsets.UTF_8));
            waiting.write('\n');
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a line of the report cannot be written", e);
        }
    }

    /** Writes what waits to the disk; answers how long the report is. */
    long flush() throws IOException {
        if (waiting.size() == 0) {
            return channel == null ? known : channel.position();
        }
        if (channel == null) {
            Files.createDirectories(file.getParent());
            channel = FileChannel.open(
                    file, StandardOpenOption.CREATE, StandardOpenOption.WRITE, LinkOption.NOFOLLOW_LINKS);
            channel.truncate(known);
            channel.position(channel.size());
        }
        ByteBuffer bytes = ByteBuffer.wrap(waiting.toByteArray());
        while (bytes.hasRemaining()) {
            channel.write(bytes);
        }
        channel.force(false);
        waiting.reset();
        return channel.position();
    }

    @Override
    public void close() throws IOException {
        if (channel != null) {
            channel.close();
        }
    }
}
