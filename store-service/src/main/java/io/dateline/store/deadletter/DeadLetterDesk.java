package io.dateline.store.deadletter;

import io.dateline.contracts.access.Caller;
import io.dateline.contracts.access.Scope;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ReadPool;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.apache.kafka.common.KafkaException;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.logging.Logger;

/**
 * Looks into the dead-letter topics and puts letters back, for a few operators at a time. Every method blocks on Kafka and
 * the database, and throws a {@link ProblemException} {@code broker-unavailable}, {@code store-unavailable} or
 * {@code too-many-clients}.
 */
@Startup
@ApplicationScoped
public class DeadLetterDesk {
    private static final Logger LOG = Logger.getLogger(DeadLetterDesk.class);
    /** Each reads megabytes. */
    private static final int AT_ONCE = 2;

    private static final Duration WAIT = Duration.ofSeconds(3);

    private final Room room = new Room(AT_ONCE, WAIT);
    private final Caller caller;
    private final String bootstrap;
    private final Bounds bounds;
    private final ReplayTable table;
    private final ReplayMeters meters;

    DeadLetterDesk(
            ReadPool pool,
            StoreConfig config,
            MeterRegistry registry,
            Caller caller,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.caller = caller;
        this.bootstrap = bootstrap;
        this.bounds = new Bounds(
                config.deadLetters().maxReplays(), config.deadLetters().readMost());
        this.table = new ReplayTable(pool, longestKept());
        this.meters = new ReplayMeters(registry);
    }

    /** With a day to spare. */
    private static Duration longestKept() {
        return TopicCatalog.deadLetters().stream()
                .map(topic -> Duration.ofMillis(
                        Long.parseLong(TopicCatalog.of(topic).config().get("retention.ms"))))
                .max(Duration::compareTo)
                .orElse(Duration.ofDays(30))
                .plusDays(1);
    }

    /** What lies in all dead-letter topics, by what it died of; the newest so many of each. */
    public DeadLetterGroups groups() {
        return reading(Reading::groups);
    }

    /**
     * The letters of a group, newest first.
     *
     * @param cursor the {@code older} of the list before, or null
     */
    public LetterList letters(GroupKey group, String cursor) {
        return reading(reading -> reading.letters(group, cursor));
    }

    /**
     * One letter, whole: for those who may operate.
     *
     * @throws ProblemException {@code not-found}
     */
    public Letter letter(LetterId id) {
        return reading(reading -> reading.letter(id)).orElseThrow(DeadLetterDesk::notFound);
    }

    /** Of a place that may be none; any part may be null. */
    public static LetterId id(String topic, String partition, String offset) {
        return LetterId.of(topic, partition, offset).orElseThrow(DeadLetterDesk::notFound);
    }

    /**
     * Puts letters back on their topics. Doing so again changes nothing: id and revision decide what is stored.
     *
     * @param by id of the key that asks, or null
     * @throws ProblemException {@code invalid-replay}, {@code invalid-cursor}, {@code too-large}; for one letter alone
     *                          also {@code not-found}, {@code too-many-replays} and {@code broker-unavailable}
     */
    public ReplayReport replay(ReplayRequest request, String by) {
        request.check();
        if (request.group() != null) {
            return replaying(by, it -> it.group(request.group(), request.most(), request.cursor()));
        }
        List<LetterId> ids = IntStream.range(0, request.letters().size())
                .mapToObj(i -> request.letters().get(i).id("letters[" + i + "]"))
                .distinct()
                .toList();
        ReplayReport report = replaying(by, it -> it.some(ids, request.payload()));
        return ids.size() == 1 ? certain(report) : report;
    }

    /** Whoever asked for one letter is told by the status, too. */
    private static ReplayReport certain(ReplayReport report) {
        ReplayReport.Item item = report.items().get(0);
        switch (item.outcome()) {
            case GONE -> throw notFound();
            case TOO_OFTEN -> throw new ProblemException(ProblemCode.TOO_MANY_REPLAYS, item.detail());
            case FAILED -> throw new ProblemException(ProblemCode.BROKER_UNAVAILABLE, item.detail());
            default -> {
                return report;
            }
        }
    }

    private <T> T reading(Function<Reading, T> work) {
        return withLetters(letters -> work.apply(new Reading(letters, table, bounds)));
    }

    private ReplayReport replaying(String by, Function<Replaying, ReplayReport> work) {
        return withLetters(letters -> {
            try (Sender sender = new Sender(bootstrap)) {
                return work.apply(new Replaying(letters, sender, table, bounds, meters, by));
            }
        });
    }

    private <T> T withLetters(Function<LetterTopic, T> work) {
        return room.in(caller.may(Scope.OPERATE), () -> {
            try (LetterTopic letters = new LetterTopic(bootstrap)) {
                return work.apply(letters);
            } catch (KafkaException e) {
                LOG.warnf("the dead letters cannot be reached: %s", e.getClass().getSimpleName());
                throw new ProblemException(
                        ProblemCode.BROKER_UNAVAILABLE, "The dead letters cannot be read. Try again in a few seconds.");
            }
        });
    }

    private static ProblemException notFound() {
        return new ProblemException(ProblemCode.NOT_FOUND, "No dead letter lies there, or no longer.");
    }
}
