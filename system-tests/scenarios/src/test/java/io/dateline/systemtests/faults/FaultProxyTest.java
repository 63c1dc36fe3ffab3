package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before a server that answers each line with the same line. */
class FaultProxyTest {
    private static final int SHORT_MILLIS = 300;

    private final List<String> received = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FaultProxy.daemon("echo", this::serve);
        proxy = FaultProxy.listen().to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void carriesBothWaysAndPassesOnTheEnd() throws IOException {
        // Given
        try (Socket client = connect()) {
            // When
            String answer = ask(client, "hello");
            client.shutdownOutput();

            // Then
            assertThat(answer).isEqualTo("hello");
            assertThat(client.getInputStream().read()).isEqualTo(-1);
        }
        await().until(() -> proxy.open() == 0);
    }

    @Test
    void delaysEachWay() throws IOException {
        // Given
        proxy.set(Line.slow(Duration.ofMillis(100)));
        try (Socket client = connect()) {
            // When
            long began = System.nanoTime();
            ask(client, "hello");

            // Then
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(200));
        }
    }

    @Test
    void isAsNarrowAsItIsMade() throws IOException {
        // Given
        proxy.set(Line.narrow(20_000));
        try (Socket client = connect()) {
            // When
            long began = System.nanoTime();
            ask(client, "x".repeat(5_000));

            // Then: a quarter of a second each way
            assertThat(Duration.ofNanos(System.nanoTime() - began)).isGreaterThanOrEqualTo(Duration.ofMillis(500));
        }
    }

    @Test
    void holdsEverythingBackWhileDeadAndDeliversItAfterwards() throws IOException {
        // Given
        try (Socket client = connect()) {
            ask(client, "before");
            proxy.set(Line.DEAD);

            // When
            send(client, "during");

            // Then
            client.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);
            assertThat(received).containsExactly("before");

            // When
            proxy.set(Line.CLEAR);
            client.setSoTimeout(5_000);

            // Then
            assertThat(read(client)).isEqualTo("during");
        }
    }

    @Test
    void letsRequestsPassAndLosesAnswersWhileMuteThenResets() throws IOException {
        // Given
        try (Socket client = connect()) {
            ask(client, "before");
            proxy.set(Line.MUTE);

            // When
            send(client, "during");

            // Then
            await().until(() -> received.contains("during"));
            client.setSoTimeout(SHORT_MILLIS);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketTimeoutException.class);

            // When
            proxy.set(Line.CLEAR);

            // Then
            client.setSoTimeout(5_000);
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
    }

    @Test
    void losesTheAnswerToAWordAsOftenAsAskedAndNoMore() throws IOException {
        // Given
        Loss loss = new Loss("COMMIT", 1, "INSERT", "writer");
        proxy.lose(loss);
        try (Socket client = connect()) {
            ask(client, "writer");
            assertThat(ask(client, "COMMIT")).as("of nothing").isEqualTo("COMMIT");
            assertThat(ask(client, "INSERT")).isEqualTo("INSERT");

            // When
            send(client, "COMMIT");

            // Then: it arrived, and nobody was told
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
            assertThat(received).containsExactly("writer", "COMMIT", "INSERT", "COMMIT");
            assertThat(loss.lost()).isEqualTo(1);
        }
        try (Socket client = connect()) {
            ask(client, "writer");
            ask(client, "INSERT");
            assertThat(ask(client, "COMMIT")).isEqualTo("COMMIT");
        }
    }

    @Test
    void losesNoAnswerOfAnotherCaller() throws IOException {
        // Given
        proxy.lose(new Loss("COMMIT", 1, "INSERT", "writer"));
        try (Socket client = connect()) {
            ask(client, "reader");
            ask(client, "INSERT");

            // Then
            assertThat(ask(client, "COMMIT")).isEqualTo("COMMIT");
        }
    }

    @Test
    void resetsWhatIsOpenAndTakesNewConnections() throws IOException {
        // Given
        try (Socket client = connect()) {
            ask(client, "before");

            // When
            proxy.resetAll();

            // Then
            assertThatThrownBy(() -> client.getInputStream().read()).isInstanceOf(SocketException.class);
        }
        try (Socket client = connect()) {
            assertThat(ask(client, "after")).isEqualTo("after");
        }
    }

    @Test
    void refusesWhileTheServerIsAwayAndServesAgainWhenItIsBack() throws IOException {
        // Given
        int port = server.getLocalPort();
        server.close();

        // Then
        try (Socket client = connect()) {
            assertThatThrownBy(() -> {
                        if (client.getInputStream().read() < 0) {
                            throw new SocketException("closed");
                        }
                    })
                    .isInstanceOf(SocketException.class);
        }

        // When
        server = new ServerSocket(port, 50, InetAddress.getLoopbackAddress());
        FaultProxy.daemon("echo", this::serve);

        // Then
        try (Socket client = connect()) {
            assertThat(ask(client, "again")).isEqualTo("again");
        }
    }

    private void serve() {
        ServerSocket listening = server;
        while (!listening.isClosed()) {
            try {
                Socket socket = listening.accept();
                FaultProxy.daemon("echo connection", () -> echo(socket));
            } catch (IOException closed) {
                return;
            }
        }
    }

    private void echo(Socket socket) {
        try (socket;
                BufferedReader in =
                        new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII))) {
            for (String line = in.readLine(); line != null; line = in.readLine()) {
                received.add(line);
                send(socket, line);
            }
        } catch (IOException reset) {
            // What the tests do to it: the client's side asserts it.
            return;
        }
    }

    private Socket connect() throws IOException {
        Socket socket = new Socket(InetAddress.getLoopbackAddress(), proxy.port());
        socket.setSoTimeout(5_000);
        return socket;
    }

    private static String ask(Socket socket, String line) throws IOException {
        send(socket, line);
        return read(socket);
    }

    private static void send(Socket socket, String line) throws IOException {
        socket.getOutputStream().write((line + "\n").getBytes(StandardCharsets.US_ASCII));
    }

    private static String read(Socket socket) throws IOException {
        StringBuilder line = new StringBuilder();
        for (int c = socket.getInputStream().read();
                c != '\n';
                c = socket.getInputStream().read()) {
            if (c < 0) {
                throw new SocketException("ended");
            }
            line.append((char) c);
        }
        return line.toString();
    }
}
