package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import org.junit.jupiter.api.Test;

class ProduceWatchTest {
    private static final short PRODUCE = 0;
    private static final short FETCH = 1;

    private final ProduceWatch watch = new ProduceWatch();

    @Test
    void knowsWhichAnswersAcknowledge() {
        // Given
        send(request(PRODUCE, 7));
        send(request(FETCH, 8));

        // Then
        assertThat(acknowledgements(answer(8))).isZero();
        assertThat(acknowledgements(answer(7))).isEqualTo(1);
        assertThat(acknowledgements(answer(7))).as("answered already").isZero();
    }

    @Test
    void findsSeveralInOnePiece() {
        // Given
        send(together(request(PRODUCE, 1), request(FETCH, 2), request(PRODUCE, 3)));

        // Then
        assertThat(acknowledgements(together(answer(1), answer(2), answer(3)))).isEqualTo(2);
    }

    @Test
    void findsThoseThatComeByteByByte() {
        // Given
        for (byte one : together(request(FETCH, 1), request(PRODUCE, 2))) {
            send(new byte[] {one});
        }

        // When
        int found = 0;
        for (byte one : together(answer(1), answer(2))) {
            found += acknowledgements(new byte[] {one});
        }

        // Then
        assertThat(found).isEqualTo(1);
    }

    @Test
    void goesByLengthsAlsoWhereAMessageIsShorterThanAHead() {
        // Given
        send(together(new byte[] {0, 0, 0, 2, 0, 0}, request(PRODUCE, 5)));

        // Then
        assertThat(acknowledgements(together(new byte[4], answer(5)))).isEqualTo(1);
    }

    private void send(byte[] piece) {
        watch.sent(piece, piece.length);
    }

    private int acknowledgements(byte[] piece) {
        return watch.acknowledgements(piece, piece.length);
    }

    private static byte[] request(short key, int number) {
        return message(ByteBuffer.allocate(20).putShort(key).putShort((short) 9).putInt(number));
    }

    private static byte[] answer(int number) {
        return message(ByteBuffer.allocate(11).putInt(number));
    }

    private static byte[] message(ByteBuffer content) {
        return ByteBuffer.allocate(content.capacity() + Integer.BYTES)
                .putInt(content.capacity())
                .put(content.array())
                .array();
    }

    private static byte[] together(byte[]... messages) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        for (byte[] message : messages) {
            all.writeBytes(message);
        }
        return all.toByteArray();
    }
}
