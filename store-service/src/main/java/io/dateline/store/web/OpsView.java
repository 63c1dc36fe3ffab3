package io.dateline.store.web;

import io.dateline.store.ops.OpsMinute;
import io.dateline.store.ops.OpsSnapshot;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/**
 * The dashboard's figures in the words and order in which it shows them.
 *
 * @param at          when they were taken; never null
 * @param picture     the way of an article, station by station; never null
 * @param stages      ingest, enrich, store; never null
 * @param deadLetters topics that hold some; never null
 * @param storage     null where the database could not be read
 * @param instances   alive ones first; never null
 * @param troubles    what could not be read; never null
 */
public record OpsView(
        Moment at,
        List<Station> picture,
        List<StageView> stages,
        List<DeadLetterView> deadLetters,
        OpsSnapshot.Feeds feeds,
        List<FeedView> troubledFeeds,
        StorageView storage,
        List<InstanceView> instances,
        List<String> troubles) {
    private static final List<String> STAGES = List.of("ingest", "enrich", "store");

    /** @param key the record's key, usually an article id, or null */
    public record DeadLetterView(
            String topic, String reason, String count, Moment newest, String service, String detail, String key) {}

    /** @param articles an estimate, or null where there is none yet */
    public record StorageView(
            String articles, String revisions, Moment lastStored, String size, String growth, int partitions) {}

    public record InstanceView(String id, String service, boolean alive, Moment started, Moment seen) {}

    /**
     * @param lastHour  minute by minute, oldest first
     * @param followers who follows the stream at this instance
     */
    static OpsView of(OpsSnapshot snapshot, List<OpsMinute> lastHour, int followers) {
        Instant now = snapshot.at();
        List<StageView> stages = STAGES.stream()
                .map(stage -> StageView.of(stage, snapshot, lastHour))
                .toList();
        StorageView storage = storage(snapshot.storage(), now);
        return new OpsView(
                Moment.of(now, now),
                Picture.of(stages, snapshot, storage, followers),
                stages,
                snapshot.deadLetters().stream()
                        .flatMap(topic -> deadLetters(topic, now))
                        .toList(),
                snapshot.feeds(),
                snapshot.feeds().troubled().stream()
                        .map(feed -> FeedView.told(feed, now))
                        .toList(),
                storage,
                snapshot.instances().stream()
                        .sorted(Comparator.comparing(OpsSnapshot.Instance::alive)
                                .reversed()
                                .thenComparing(instance -> STAGES.indexOf(instance.service()))
                                .thenComparing(OpsSnapshot.Instance::id))
                        .map(instance -> new InstanceView(
                                instance.id(),
                                instance.service(),
                                instance.alive(),
                                Moment.of(instance.startedAt(), now),
                                Moment.of(instance.lastSeenAt(), now)))
                        .toList(),
                snapshot.troubles());
    }

    /** Several records may lie in a topic whose reasons were not read (only the newest are): they show as one line. */
    private static Stream<DeadLetterView> deadLetters(OpsSnapshot.DeadLetterTopic topic, Instant now) {
        if (topic.count() > 0 && topic.reasons().isEmpty()) {
            return Stream.of(new DeadLetterView(
                    topic.topic(), "not known", Figures.number(topic.count()), null, null, null, null));
        }
        return topic.reasons().stream()
                .map(reason -> new DeadLetterView(
                        topic.topic(),
                        reason.reason(),
                        Figures.number(reason.count()),
                        Moment.of(reason.newest().at(), now),
                        reason.newest().service(),
                        reason.newest().detail(),
                        reason.newest().key()));
    }

    private static StorageView storage(OpsSnapshot.Storage storage, Instant now) {
        return storage == null
                ? null
                : new StorageView(
                        estimate(storage),
                        Figures.number(storage.lastSeq()),
                        Moment.of(storage.lastStoredAt(), now),
                        Figures.bytes(storage.databaseBytes()),
                        growth(storage.growth()),
                        storage.partitions());
    }

    /** {@code +1.2 MB in 14 min}; null where it is not known yet. */
    private static String growth(OpsSnapshot.Growth growth) {
        return growth == null
                ? null
                : (growth.bytes() < 0 ? "−" : "+") + Figures.bytes(Math.abs(growth.bytes())) + " in "
                        + span(growth.seconds() / 60);
    }

    private static String span(long minutes) {
        return minutes < 120 ? minutes + " min" : minutes / 60 + " h";
    }

    /** Null until the database has first analysed its tables, which it does some time after the first write. */
    private static String estimate(OpsSnapshot.Storage storage) {
        return storage.articles() == 0 && storage.lastSeq() > 0 ? null : Figures.number(storage.articles());
    }
}
