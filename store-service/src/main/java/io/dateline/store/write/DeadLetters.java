package io.dateline.store.write;

import io.dateline.contracts.message.DeadLetter;
import java.util.List;

/** Where records go that can never be stored. */
interface DeadLetters {
    /** Returns when the broker has acknowledged all of them, however long that takes. */
    void send(List<DeadLetter> letters) throws Exception;
}
