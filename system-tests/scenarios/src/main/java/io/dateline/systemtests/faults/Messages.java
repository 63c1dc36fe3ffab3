package io.dateline.systemtests.faults;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Finds the heads of messages, each of which begins with its length in four bytes, in a stream that comes in pieces. */
final class Messages {
    private static final int LENGTH = 4;

    private final int size;
    private ByteBuffer length = ByteBuffer.allocate(LENGTH);
    private ByteBuffer head;
    private int left;

    /** @param size bytes of a message's head */
    Messages(int size) {
        this.size = size;
    }

    /** Those that are whole with this piece. A message shorter than a head has none. */
    List<ByteBuffer> heads(byte[] piece, int length) {
        List<ByteBuffer> heads = new ArrayList<>();
        ByteBuffer in = ByteBuffer.wrap(piece, 0, length);
        while (in.hasRemaining()) {
            if (left == 0) {
                begin(in);
            } else {
                int before = in.position();
                while (in.hasRemaining() && head.hasRemaining() && left > in.position() - before) {
                    head.put(in.get());
                    if (!head.hasRemaining()) {
                        heads.add(head);
                    }
                }
                int rest = Math.min(in.remaining(), left - (in.position() - before));
                in.position(in.position() + rest);
                left -= in.position() - before;
            }
        }
        return heads;
    }

    private void begin(ByteBuffer in) {
        length.put(in.get());
        if (!length.hasRemaining()) {
            left = length.getInt(0);
            length = ByteBuffer.allocate(LENGTH);
            head = ByteBuffer.allocate(size);
        }
    }
}
