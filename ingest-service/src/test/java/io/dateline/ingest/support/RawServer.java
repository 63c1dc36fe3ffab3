package io.dateline.ingest.support;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A server on loopback that sends whatever bytes a test says, HTTP or not. One connection at a time. */
public final class RawServer implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> requests = new CopyOnWriteArrayList<>();
    private volatile Answer answer;

    /** Writes one answer; the connection is closed after it. */
    public interface Answer {
        void to(OutputStream out) throws IOException;
    }

    public RawServer() {
        try {
            socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Thread thread = new Thread(this::serve, "raw-server");
        thread.setDaemon(true);
        thread.start();
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept()) {
                requests.add(request(client));
                answer.to(client.getOutputStream());
            } catch (IOException theOtherSideHadEnough) {
                // The next connection may be another test's.
            }
        }
    }

    private static String request(Socket client) throws IOException {
        BufferedReader in =
                new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.ISO_8859_1));
        StringBuilder head = new StringBuilder();
        for (String line = in.readLine(); line != null && !line.isEmpty(); line = in.readLine()) {
            head.append(line).append("\r\n");
        }
        return head.toString();
    }

    public void on(Answer wanted) {
        answer = wanted;
    }

    public void answers(String head, byte[] body) {
        on(out -> {
            out.write(head.getBytes(StandardCharsets.ISO_8859_1));
            out.write(body);
            out.flush();
        });
    }

    /** The heads of the requests so far. */
    public List<String> requests() {
        return requests;
    }

    public String host() {
        return "127.0.0.1:" + socket.getLocalPort();
    }

    public String url() {
        return "http://" + host();
    }

    @Override
    public void close() {
        try {
            socket.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
