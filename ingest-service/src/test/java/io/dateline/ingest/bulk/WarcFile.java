package io.dateline.ingest.bulk;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;

/** A web archive made byte by byte, so that it can be as wrong as a test needs. */
final class WarcFile {
    private final boolean gzip;
    private final ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    private final List<Long> starts = new ArrayList<>();

    WarcFile(boolean gzip) {
        this.gzip = gzip;
    }

    static byte[] html(String title) {
        return ("<html><title>" + title + "</title></html>").getBytes(StandardCharsets.UTF_8);
    }

    static byte[] http(String headers, byte[] body) {
        byte[] head = ("HTTP/1.1 200 OK\r\n" + headers + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1);
        return join(head, body);
    }

    static byte[] packed(byte[] bytes) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    static byte[] join(byte[]... parts) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        for (byte[] part : parts) {
            out.writeBytes(part);
        }
        return out.toByteArray();
    }

    WarcFile page(String title) {
        return response(title, "", http("Content-Type: text/html; charset=utf-8", html(title)));
    }

    /** @param more header lines, each with its line end */
    WarcFile response(String name, String more, byte[] block) {
        return record(
                "response",
                "WARC-Target-URI: https://news.example.org/" + name
                        + "\r\nContent-Type: application/http; msgtype=response\r\n" + more,
                block,
                block.length);
    }

    /** @param length as the header has it */
    WarcFile record(String type, String more, byte[] block, long length) {
        byte[] head = ("WARC/1.0\r\nWARC-Type: " + type + "\r\nWARC-Date: 2016-05-04T03:02:01Z\r\n"
                        + "WARC-Record-ID: <urn:uuid:00000000-0000-0000-0000-000000000000>\r\n" + more
                        + "Content-Length: " + length + "\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] whole = join(head, block, "\r\n\r\n".getBytes(StandardCharsets.US_ASCII));
        return raw(gzip ? packed(whole) : whole);
    }

    WarcFile raw(byte[] record) {
        starts.add((long) bytes.size());
        bytes.writeBytes(record);
        return this;
    }

    List<Long> starts() {
        return starts;
    }

    byte[] bytes() {
        return bytes.toByteArray();
    }

    Path write(Path folder) throws IOException {
        return Files.write(folder.resolve(gzip ? "a.warc.gz" : "a.warc"), bytes.toByteArray());
    }
}
