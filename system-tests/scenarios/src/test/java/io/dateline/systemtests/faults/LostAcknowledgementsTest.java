package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.EOFException;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Before a server that answers each of Kafka's requests with its number. */
class LostAcknowledgementsTest {
    private static final int PRODUCE = 0;
    private static final int FETCH = 1;

    private final List<Integer> received = new CopyOnWriteArrayList<>();
    private ServerSocket server;
    private FaultProxy proxy;

    @BeforeEach
    void start() throws IOException {
        server = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        FaultProxy.daemon("broker", () -> FaultProxy.accept(server, "broker connection", this::serve));
        proxy = FaultProxy.listenForKafka().to(server.getLocalPort());
    }

    @AfterEach
    void stop() throws IOException {
        proxy.close();
        server.close();
    }

    @Test
    void areDoneAndNobodyHearsOfIt() throws IOException {
        // Given
        Loss loss = Loss.ofAcknowledgements(1, new Random(3));
        proxy.lose(loss);

        // When
        int acknowledged = acknowledged(PRODUCE, 10);

        // Then
        assertThat(acknowledged).isLessThan(4);
        assertThat(received).hasSize(acknowledged + 1);
        assertThat(loss.lost()).isEqualTo(1);
        assertThat(acknowledged(PRODUCE, 10)).as("no more than one").isEqualTo(10);
    }

    @Test
    void areNoneOfOtherAnswers() throws IOException {
        // Given
        proxy.lose(Loss.ofAcknowledgements(1, new Random(3)));

        // Then
        assertThat(acknowledged(FETCH, 10)).isEqualTo(10);
    }

    /** How many of so many requests on one connection are answered. */
    private int acknowledged(int key, int times) throws IOException {
        int acknowledged = 0;
        try (Socket client = new Socket(InetAddress.getLoopbackAddress(), proxy.port())) {
            client.setSoTimeout(5_000);
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            DataInputStream in = new DataInputStream(client.getInputStream());
            while (acknowledged < times) {
                out.write(new byte[] {0, 0, 0, 8, 0, (byte) key, 0, 9, 0, 0, 1, (byte) acknowledged});
                assertThat(in.readInt()).isEqualTo(4);
                assertThat(in.readInt()).isEqualTo(256 + acknowledged);
                acknowledged++;
            }
        } catch (EOFException | SocketException reset) {
            return acknowledged;
        }
        return acknowledged;
    }

    private void serve(Socket client) {
        try (client) {
            DataInputStream in = new DataInputStream(client.getInputStream());
            DataOutputStream out = new DataOutputStream(client.getOutputStream());
            while (true) {
                byte[] message = in.readNBytes(in.readInt());
                int number = (message[6] & 0xff) << 8 | message[7] & 0xff;
                received.add(number);
                out.write(new byte[] {0, 0, 0, 4, 0, 0, message[6], message[7]});
            }
        } catch (IOException over) {
            // The client has gone, or was reset on purpose.
            return;
        }
    }
}
