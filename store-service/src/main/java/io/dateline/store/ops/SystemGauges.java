package io.dateline.store.ops;

import io.dateline.contracts.ops.MetricNames;
import io.dateline.contracts.topic.Lane;
import io.dateline.contracts.topic.TopicCatalog;
import io.dateline.contracts.topic.Topics;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;

/** What the ops page shows of the whole system, as gauges. What is not known is NaN, which no alert compares with. */
final class SystemGauges {
    private static final Map<String, ToDoubleFunction<OpsSnapshot.Feeds>> FEEDS = Map.of(
            "ok", OpsSnapshot.Feeds::ok,
            "failing", OpsSnapshot.Feeds::failing,
            "silent", OpsSnapshot.Feeds::silent,
            "flooding", OpsSnapshot.Feeds::flooding,
            "changed", OpsSnapshot.Feeds::changed,
            "parked", OpsSnapshot.Feeds::parked,
            "paused", OpsSnapshot.Feeds::paused);

    private final MeterRegistry registry;
    private final Supplier<OpsSnapshot> board;
    private final Supplier<Map<String, Duration>> ages;

    /**
     * @param board the newest snapshot, or null before the first
     * @param ages  of the oldest waiting record, by {@code stage/lane}
     */
    SystemGauges(MeterRegistry registry, Supplier<OpsSnapshot> board, Supplier<Map<String, Duration>> ages) {
        this.registry = registry;
        this.board = board;
        this.ages = ages;
    }

    void register() {
        for (Lane lane : Lane.values()) {
            lag("enrich", lane, lane.rawTopic());
            lag("store", lane, lane.enrichedTopic());
        }
        age("store", "sightings", Topics.SIGHTINGS);
        for (String topic : DeadLetterBoard.topicNames()) {
            gauge(MetricNames.DEAD_LETTERS, snapshot -> kept(snapshot, topic))
                    .tag(MetricNames.TOPIC, topic)
                    .register(registry);
        }
        FEEDS.forEach((state, count) -> gauge(MetricNames.FEEDS, snapshot -> count.applyAsDouble(snapshot.feeds()))
                .tag(MetricNames.STATE, state)
                .register(registry));
        storage(MetricNames.STORED_NEWEST, "seconds", SystemGauges::newest);
        storage(MetricNames.STORED_ARTICLES, null, storage -> (double) storage.articles());
        storage(MetricNames.STORED_REVISIONS, null, storage -> (double) storage.lastSeq());
        storage(MetricNames.STORAGE, "bytes", storage -> (double) storage.databaseBytes());
        storage(MetricNames.STORAGE_MONTHS, null, storage -> (double) storage.partitions());
    }

    private void lag(String stage, Lane lane, String topic) {
        onLane(gauge(MetricNames.LAG, snapshot -> lag(snapshot, stage, lane)), stage, lane.label(), "records");
        age(stage, lane.label(), topic);
    }

    private void age(String stage, String lane, String topic) {
        String place = stage + "/" + lane;
        onLane(Gauge.builder(MetricNames.LAG_AGE, () -> seconds(ages.get().get(place))), stage, lane, "seconds");
        double retention = Long.parseLong(TopicCatalog.of(topic).config().get("retention.ms")) / 1000.0;
        onLane(Gauge.builder(MetricNames.TOPIC_RETENTION, () -> retention), stage, lane, "seconds");
    }

    private void onLane(Gauge.Builder<?> gauge, String stage, String lane, String unit) {
        gauge.tag(MetricNames.STAGE, stage)
                .tag(MetricNames.LANE, lane)
                .baseUnit(unit)
                .register(registry);
    }

    private void storage(String name, String unit, Function<OpsSnapshot.Storage, Double> value) {
        gauge(name, snapshot -> snapshot.storage() == null ? null : value.apply(snapshot.storage()))
                .baseUnit(unit)
                .register(registry);
    }

    private Gauge.Builder<Supplier<Number>> gauge(String name, Function<OpsSnapshot, Double> value) {
        return Gauge.builder(name, () -> {
            OpsSnapshot snapshot = board.get();
            Double known = snapshot == null ? null : value.apply(snapshot);
            return known == null ? Double.NaN : known;
        });
    }

    private static Double lag(OpsSnapshot snapshot, String stage, Lane lane) {
        return snapshot.stages().stream()
                .filter(one -> one.stage().equals(stage) && one.lane().equals(lane.label()))
                .map(OpsSnapshot.Stage::lag)
                .filter(Objects::nonNull)
                .map(Long::doubleValue)
                .findFirst()
                .orElse(null);
    }

    private static Double kept(OpsSnapshot snapshot, String topic) {
        return snapshot.deadLetters().stream()
                .filter(one -> one.topic().equals(topic))
                .map(one -> (double) one.count())
                .findFirst()
                .orElse(null);
    }

    private static Double newest(OpsSnapshot.Storage storage) {
        return storage.lastStoredAt() == null ? null : storage.lastStoredAt().toEpochMilli() / 1000.0;
    }

    private static double seconds(Duration age) {
        return age == null ? Double.NaN : age.toMillis() / 1000.0;
    }
}
