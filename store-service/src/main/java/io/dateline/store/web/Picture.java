package io.dateline.store.web;

import io.dateline.contracts.topic.Topics;
import io.dateline.store.ops.OpsSnapshot;
import io.dateline.store.web.Station.Figure;
import java.util.ArrayList;
import java.util.List;

/** Draws the way of an article: feeds, stages with the topics between them, database, readers. */
final class Picture {
    private Picture() {}

    /** @param storage null where the database could not be read */
    static List<Station> of(List<StageView> stages, OpsSnapshot snapshot, OpsView.StorageView storage, int followers) {
        List<Station> stations = new ArrayList<>();
        stations.add(source(snapshot.feeds()));
        for (StageView stage : stages) {
            if (stage.name().equals("enrich")) {
                stations.add(topic("raw", Topics.RAW, stage, snapshot));
            } else if (stage.name().equals("store")) {
                stations.add(topic("enriched", Topics.ENRICHED, stage, snapshot));
            }
            stations.add(stage(stage));
        }
        stations.add(database(storage));
        stations.add(new Station(
                "readers",
                "reader",
                "Readers",
                null,
                List.of(new Figure("readers-following", "following live", Figures.number(followers), "/", false))));
        return stations;
    }

    private static Station source(OpsSnapshot.Feeds feeds) {
        return new Station(
                "feeds",
                "source",
                "Feeds, wire, push",
                null,
                List.of(
                        new Figure("feeds-all", "feeds", Figures.number(feeds.total()), "/feeds", false),
                        feeds("failing", feeds.failing()),
                        feeds("silent", feeds.silent()),
                        feeds("flooding", feeds.flooding())));
    }

    private static Figure feeds(String state, int count) {
        return new Figure("feeds-" + state, state, Figures.number(count), "/feeds?state=" + state, count > 0);
    }

    private static Station stage(StageView stage) {
        String at = "#stage-" + stage.name();
        boolean up = stage.state().equals("up");
        StageView.LaneView live = stage.live();
        return new Station(
                stage.name(),
                "step",
                stage.name(),
                stage.state(),
                List.of(
                        new Figure(stage.name() + "-rate", "per second", up ? live.rate() : null, at, false),
                        new Figure(stage.name() + "-p50", "p50", live.p50(), at, false),
                        new Figure(stage.name() + "-p99", "p99", live.p99(), at, false),
                        new Figure(
                                stage.name() + "-errors",
                                "errors, 24 h",
                                Figures.number(stage.errors()),
                                at,
                                stage.errors() > 0)));
    }

    /** @param reader the stage that reads it */
    private static Station topic(String id, String topic, StageView reader, OpsSnapshot snapshot) {
        String dead = topic + Topics.DEAD_LETTER_SUFFIX;
        long kept = snapshot.deadLetters().stream()
                .filter(one -> one.topic().equals(dead))
                .mapToLong(OpsSnapshot.DeadLetterTopic::count)
                .sum();
        StageView.LaneView live = reader.live();
        return new Station(
                id,
                "topic",
                topic,
                null,
                List.of(
                        new Figure(
                                id + "-waiting", "waiting", live.waiting(), "#stage-" + reader.name(), live.behind()),
                        new Figure(id + "-oldest", "oldest", live.oldest(), "#stage-" + reader.name(), false),
                        new Figure(
                                id + "-bulk",
                                "bulk waiting",
                                reader.bulk().waiting(),
                                "#stage-" + reader.name(),
                                false),
                        new Figure(
                                id + "-dead",
                                "dead letters",
                                Figures.number(kept),
                                kept > 0 ? "#h-dead" : DeadPaths.ALL,
                                kept > 0)));
    }

    private static Station database(OpsView.StorageView storage) {
        return new Station(
                "database",
                "store",
                "PostgreSQL",
                storage == null ? "down" : "up",
                List.of(
                        new Figure(
                                "database-revisions",
                                "revisions",
                                storage == null ? null : storage.revisions(),
                                "/api/changes",
                                false),
                        new Figure("database-size", "size", storage == null ? null : storage.size(), "#h-store", false),
                        new Figure(
                                "database-growth",
                                "grew",
                                storage == null ? null : storage.growth(),
                                "#h-store",
                                false),
                        new Figure(
                                "database-months",
                                "months held",
                                storage == null ? null : Integer.toString(storage.partitions()),
                                "#h-store",
                                false)));
    }
}
