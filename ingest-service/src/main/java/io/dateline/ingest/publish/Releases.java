package io.dateline.ingest.publish;

import io.dateline.ingest.identity.Decision;
import io.dateline.ingest.identity.IdentityStore;
import io.dateline.ingest.identity.Incoming;
import io.dateline.ingest.identity.Reserved;
import io.dateline.ingest.identity.StoreUnavailable;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.jboss.logging.Logger;

/**
 * Releases what has been withheld long enough. A row goes once Kafka has acknowledged its article, or where its owner has said
 * something else since; one that cannot be read or published is set aside, so that it holds up none of the others.
 */
final class Releases {
    private static final Logger LOG = Logger.getLogger(Releases.class);

    private final IdentityStore identities;
    private final Embargoes embargoes;
    private final Consumer<List<Reserved>> publish;
    private final Map<Embargoes.Held, Reserved> open = new LinkedHashMap<>();
    private final List<Embargoes.Held> done = new ArrayList<>();
    private final List<Embargoes.Held> failed = new ArrayList<>();

    /** @param publish returns once Kafka has acknowledged all; throws {@link BrokerUnavailable} where it has not */
    Releases(IdentityStore identities, Embargoes embargoes, Consumer<List<Reserved>> publish) {
        this.identities = identities;
        this.embargoes = embargoes;
        this.publish = publish;
    }

    /** How many were published. */
    int of(List<Embargoes.Held> due) {
        due.forEach(this::reserve);
        int reserved = open.size();
        int before = failed.size();
        try {
            all();
        } catch (BrokerUnavailable e) {
            // Their embargo is over: they wait for Kafka, and not for a lease to run out as well.
            embargoes.giveBack(List.copyOf(open.keySet()));
            throw e;
        } finally {
            embargoes.done(done);
            embargoes.setAside(failed);
        }
        return reserved - (failed.size() - before);
    }

    private void reserve(Embargoes.Held held) {
        try {
            Incoming released = read(held);
            if (released == null) {
                return;
            }
            Reserved reserved = identities
                    .release(held.articleId(), held.revision(), released)
                    .orElse(null);
            if (reserved == null) {
                done.add(held);
            } else if (!(reserved.decision() instanceof Decision.Pending)) {
                open.put(held, reserved);
            }
            // Else another publishes it at this moment, and may yet fail: the row stays, and is asked about when its
            // lease is over.
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            fail(held, e);
        }
    }

    /** Null where it cannot be read, which then is seen to. */
    private Incoming read(Embargoes.Held held) {
        try {
            return held.released();
        } catch (RuntimeException e) {
            if (identities.overtaken(held.articleId(), held.revision())) {
                LOG.infof("the withheld article %s was overtaken, and need not be read", held.articleId());
                done.add(held);
            } else {
                fail(held, e);
            }
            return null;
        }
    }

    private void all() {
        try {
            publish.accept(List.copyOf(open.values()));
            done.addAll(open.keySet());
            open.clear();
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (away(e)) {
                throw e;
            }
            // One of them it is; which, only each by itself can tell.
            List.copyOf(open.keySet()).forEach(this::one);
        }
    }

    private void one(Embargoes.Held held) {
        try {
            publish.accept(List.of(open.get(held)));
            done.add(held);
        } catch (StoreUnavailable e) {
            throw e;
        } catch (RuntimeException e) {
            if (away(e)) {
                throw e;
            }
            fail(held, e);
        }
        open.remove(held);
    }

    private static boolean away(RuntimeException e) {
        return e instanceof BrokerUnavailable broker && !broker.refused();
    }

    private void fail(Embargoes.Held held, RuntimeException e) {
        LOG.errorf(e, "the embargo of article %s is over, and it cannot be released", held.articleId());
        failed.add(held);
    }
}
