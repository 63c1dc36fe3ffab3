package io.dateline.systemtests.faults;

import java.nio.ByteBuffer;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Knows which answers on one connection to Kafka acknowledge records. An answer does not say what it answers, only the number
 * of its request: both ways are followed, message by message. Each way is one thread's.
 */
final class ProduceWatch {
    private static final int PRODUCE = 0;
    private static final int API_KEY = 0;
    /** A request begins with what it is (2 bytes), of which version (2), and its number (4); an answer with the number. */
    private static final int REQUEST_HEAD = 8;

    private static final int NUMBER_IN_REQUEST = 4;
    private static final int ANSWER_HEAD = 4;

    private final Set<Integer> asked = ConcurrentHashMap.newKeySet();
    private final Messages requests = new Messages(REQUEST_HEAD);
    private final Messages answers = new Messages(ANSWER_HEAD);

    /** What the client sent; whether a request to take records begins in it. */
    boolean sent(byte[] piece, int length) {
        boolean produces = false;
        for (ByteBuffer head : requests.heads(piece, length)) {
            if (head.getShort(API_KEY) == PRODUCE) {
                asked.add(head.getInt(NUMBER_IN_REQUEST));
                produces = true;
            }
        }
        return produces;
    }

    /** How many acknowledgements begin in this piece of the answers. */
    int acknowledgements(byte[] piece, int length) {
        int found = 0;
        for (ByteBuffer head : answers.heads(piece, length)) {
            found += asked.remove(head.getInt(0)) ? 1 : 0;
        }
        return found;
    }
}
