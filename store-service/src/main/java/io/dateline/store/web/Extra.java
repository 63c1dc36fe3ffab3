package io.dateline.store.web;

import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.util.function.Supplier;
import org.jboss.logging.Logger;

/** What a page can do without. */
final class Extra {
    private static final Logger LOG = Logger.getLogger(Extra.class);

    private Extra() {}

    /**
     * Null where the database would take too long over it: then the page goes without. Whatever else is wrong, is wrong
     * with the page.
     */
    static <T> T inTime(Supplier<T> question) {
        try {
            return question.get();
        } catch (ProblemException e) {
            if (!ProblemCode.QUERY_TIMEOUT.code().equals(e.problem().code())) {
                throw e;
            }
            LOG.debug("a page goes without a part that took too long");
            return null;
        }
    }
}
