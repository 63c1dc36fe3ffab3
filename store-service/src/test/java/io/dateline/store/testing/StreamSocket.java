package io.dateline.store.testing;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.microprofile.config.ConfigProvider;

/** A client of the live stream on a bare socket, which reads on only when told to, and counts events. */
public final class StreamSocket implements AutoCloseable {
    /** So little that the server soon has to wait for who does not read. */
    private static final int RECEIVE_BUFFER = 4_096;

    private static final int CLOSED_WITHIN_MS = 10_000;

    private final Socket socket = new Socket();
    private final BufferedReader lines;
    private final String status;
    private final AtomicInteger events = new AtomicInteger();

    /**
     * Connects, and returns when the stream stands.
     *
     * @param stalls whether it will not read on: then it takes in but little
     */
    public StreamSocket(String query, boolean stalls) throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        if (stalls) {
            socket.setReceiveBufferSize(RECEIVE_BUFFER);
        }
        socket.connect(new InetSocketAddress("127.0.0.1", port));
        socket.getOutputStream()
                .write(("GET /api/stream?" + query + " HTTP/1.1\r\nHost: localhost\r\n\r\n")
                        .getBytes(StandardCharsets.US_ASCII));
        lines = new BufferedReader(
                new InputStreamReader(socket.getInputStream(), StandardCharsets.UTF_8), stalls ? 512 : 8_192);
        status = lines.readLine();
        String line = "";
        while (status.contains("200") && line != null && !line.startsWith(":")) {
            line = lines.readLine();
        }
    }

    /** First line of the answer. */
    public String status() {
        return status;
    }

    /** Counts events on a thread of its own from now on. */
    public StreamSocket reading() {
        Thread thread = new Thread(this::read, "stream-socket");
        thread.setDaemon(true);
        thread.start();
        return this;
    }

    /** Reads what is left; whether the server has closed the connection after it, within some seconds. */
    public boolean closedByServer() throws IOException {
        socket.setSoTimeout(CLOSED_WITHIN_MS);
        try {
            while (lines.readLine() != null) {
                // what was on its way
            }
            return true;
        } catch (SocketTimeoutException open) {
            return false;
        } catch (SocketException reset) {
            return true;
        }
    }

    /** Whether nothing can be sent any more, since the server has closed the connection; nothing more is read for it. */
    public boolean refused() {
        try {
            // While it is open, empty lines before a request are passed over.
            socket.getOutputStream().write('\n');
            return false;
        } catch (IOException cut) {
            return true;
        }
    }

    public int events() {
        return events.get();
    }

    private void read() {
        try {
            String line;
            while ((line = lines.readLine()) != null) {
                if (line.startsWith("id:")) {
                    events.incrementAndGet();
                }
            }
        } catch (IOException closed) {
            // What it has counted is what it has got.
            events.get();
        }
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
