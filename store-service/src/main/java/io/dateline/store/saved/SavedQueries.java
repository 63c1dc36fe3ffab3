package io.dateline.store.saved;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.store.query.ReadPool;
import io.dateline.store.sql.Sql;
import io.dateline.store.sql.Sql.Work;
import io.quarkus.agroal.DataSource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.SecureRandom;
import java.sql.SQLException;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Optional;
import java.util.concurrent.Semaphore;

/** Saved queries as they are asked for. Every call blocks on the database and may answer {@code store-unavailable}. */
@ApplicationScoped
public class SavedQueries {
    /** Pings at once: each may take as long as a receiver lets it. */
    private static final int PINGS = 4;

    private final ReadPool pool;
    private final AgroalDataSource writing;
    private final SavedQueryRules rules;
    private final WebhookSender sender;
    private final Letters letters;
    private final InstantSource clock;
    private final SavedTables tables = new SavedTables(new SecureRandom());
    private final Semaphore pings = new Semaphore(PINGS);

    SavedQueries(
            ReadPool pool,
            @DataSource("webhooks") AgroalDataSource writing,
            SavedQueryRules rules,
            WebhookSender sender,
            Letters letters,
            InstantSource clock) {
        this.pool = pool;
        this.writing = writing;
        this.rules = rules;
        this.sender = sender;
        this.letters = letters;
        this.clock = clock;
    }

    /** All, by name. */
    public SavedQueryPage list() {
        return new SavedQueryPage(pool.ask(tables::list));
    }

    /** @throws ProblemException {@code not-found} */
    public SavedQuery get(String id) {
        return found(pool.ask(connection -> tables.get(connection, key(id))));
    }

    /**
     * Shows the secret of its webhook where it made one: this once.
     *
     * @throws ProblemException {@code invalid-saved-query} or {@code too-many-saved-queries}
     */
    public SavedQuery create(SavedQueryRequest request) {
        Draft draft = rules.check(request);
        return write(connection -> tables.insert(connection, draft, clock.instant()));
    }

    /**
     * Everything of it is as asked for now; a webhook that was parked goes on.
     *
     * @throws ProblemException {@code not-found} or {@code invalid-saved-query}
     */
    public SavedQuery replace(String id, SavedQueryRequest request) {
        Draft draft = rules.check(request);
        return found(write(connection -> tables.replace(connection, key(id), draft, clock.instant())));
    }

    /** @throws ProblemException {@code not-found} */
    public void delete(String id) {
        if (!write(connection -> tables.delete(connection, key(id)))) {
            throw unknown();
        }
    }

    /**
     * The latest change first.
     *
     * @param limit  1 to 100
     * @param cursor the {@code next} of the page before, or null
     * @throws ProblemException {@code not-found} or {@code invalid-cursor}
     */
    public DeliveryPage deliveries(String id, int limit, String cursor) {
        get(id);
        return pool.ask(connection -> DeliveryLog.page(connection, id, limit, cursor));
    }

    /** @throws ProblemException {@code not-found}, {@code no-webhook} or {@code webhook-parked} */
    public void redeliver(String id, long seq) {
        SavedQuery.Webhook webhook = webhook(get(id));
        if (webhook.parkedAt() != null) {
            throw new ProblemException(
                    ProblemCode.WEBHOOK_PARKED, "Nothing is sent to it. A PUT of the saved query lets it go on.");
        }
        Instant now = clock.instant();
        if (!write(connection -> DeliveryLog.again(connection, id, seq, now))) {
            throw new ProblemException(
                    ProblemCode.NOT_FOUND, "Nothing of this seq was ever to be delivered, or it was forgotten.");
        }
    }

    /**
     * Sends a signed ping and waits for what comes of it; parked or not.
     *
     * @throws ProblemException {@code not-found}, {@code no-webhook} or {@code too-many-requests}
     */
    public Tested test(String id) {
        SavedQuery saved = get(id);
        webhook(saved);
        if (!pings.tryAcquire()) {
            throw new ProblemException(ProblemCode.TOO_MANY_REQUESTS, "Other webhooks are being tried out just now.");
        }
        try {
            Answer answer = sender.send(letters.ping(saved, secret(id), clock.instant()));
            return new Tested(answer.arrived(), answer.status(), answer.error());
        } finally {
            pings.release();
        }
    }

    private WebhookSecret secret(String id) {
        return found(pool.ask(connection -> Sql.first(
                connection,
                "SELECT secret FROM saved_queries WHERE id = ? AND secret IS NOT NULL",
                row -> WebhookSecret.of(row.getBytes(1)),
                id)));
    }

    private static SavedQuery.Webhook webhook(SavedQuery saved) {
        if (saved.webhook() == null) {
            throw new ProblemException(ProblemCode.NO_WEBHOOK, "It has none; a PUT with one gives it one.");
        }
        return saved.webhook();
    }

    /** Never the id of anything where it is not of our making. */
    private static String key(String id) {
        return id.indexOf('\0') >= 0 ? "" : id;
    }

    private static <T> T found(Optional<T> found) {
        return found.orElseThrow(SavedQueries::unknown);
    }

    private static ProblemException unknown() {
        return new ProblemException(ProblemCode.NOT_FOUND, "There is no saved query of this id.");
    }

    private <T> T write(Work<T> work) {
        try {
            return Sql.transaction(writing, work);
        } catch (SQLException e) {
            throw new ProblemException(
                    ProblemCode.STORE_UNAVAILABLE, "Nothing was changed. Try again in a few seconds.");
        }
    }
}
