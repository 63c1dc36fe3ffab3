package io.dateline.store.ops;

import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.contracts.ops.Rounds;
import io.dateline.contracts.ops.StageMetrics;
import io.dateline.contracts.status.FeedStatus;
import io.dateline.store.StoreConfig;
import io.dateline.store.query.ReadPool;
import io.dateline.store.story.StoryProgress;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ExecutionException;
import java.util.stream.Stream;
import org.apache.kafka.clients.admin.Admin;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** {@link OpsBoard} kept up to date by one reading thread and one timer. */
@ApplicationScoped
class LiveOpsBoard implements OpsBoard, DeadLetterList, FeedList {
    private final Admin admin;
    private final ReadPool pool;
    private final StoryProgress stories;
    private final InstantSource clock;
    private final StageMetrics metrics;
    private final Lifecycle lifecycle;
    private final StatusBoard services = new StatusBoard();
    private final FeedBoard feeds = new FeedBoard();
    private final DeadLetterBoard deadLetters = new DeadLetterBoard();
    private final StatusTopics topics;
    private volatile ClusterLook cluster = ClusterLook.NONE;
    private volatile String clusterTrouble;
    private final StorageGrowth growth = new StorageGrowth();
    private final LastHour lastHour = new LastHour();
    private volatile Map<String, Duration> ages = Map.of();
    private volatile OpsSnapshot.Storage storage;
    private volatile String storageTrouble;

    LiveOpsBoard(
            Admin admin,
            ReadPool pool,
            StoryProgress stories,
            InstantSource clock,
            StageMetrics metrics,
            Lifecycle lifecycle,
            StoreConfig config,
            @ConfigProperty(name = "kafka.bootstrap.servers") String bootstrap) {
        this.admin = admin;
        this.pool = pool;
        this.stories = stories;
        this.clock = clock;
        this.metrics = metrics;
        this.lifecycle = lifecycle;
        this.topics = new StatusTopics(bootstrap, config.ops().deadLettersAtStart(), services, feeds, deadLetters);
    }

    void onStart(@Observes StartupEvent event, Rounds rounds, StoreConfig config) {
        rounds.every(config.ops().lookEvery(), Duration.ZERO, this::look);
        rounds.every(config.ops().reportEvery(), Duration.ZERO, this::seeItself);
        Thread thread = new Thread(topics, "ops-topics");
        thread.setDaemon(true);
        thread.start();
    }

    void onStop(@Observes ShutdownEvent event) {
        topics.stop();
    }

    /**
     * Who reads the board is answered by this instance, so it is up: before its first report has come back by Kafka, and
     * while Kafka is away.
     */
    void seeItself() {
        services.accept(metrics.snapshot(lifecycle.instance(), lifecycle.startedAt(), clock.instant()));
    }

    void look() throws InterruptedException {
        try {
            cluster = ClusterLook.take(admin);
            clusterTrouble = null;
        } catch (ExecutionException e) {
            cluster = ClusterLook.NONE;
            clusterTrouble = "lag is not known: " + e.getCause().getClass().getSimpleName();
        }
        try {
            OpsSnapshot.Storage seen = StorageLook.take(pool);
            storage = seen.with(growth.upTo(clock.instant(), seen));
            storageTrouble = null;
        } catch (ProblemException e) {
            storage = null;
            storageTrouble = "the database cannot be read: " + e.problem().code();
        }
        lastHour.note(snapshot());
    }

    /** The newest look at the cluster; {@link ClusterLook#NONE} while it cannot be asked. */
    ClusterLook cluster() {
        return cluster;
    }

    /** @param known how long the oldest waiting record of each lane has waited; what is not known is not in it */
    void waited(Map<String, Duration> known) {
        ages = known;
    }

    @Override
    public OpsSnapshot snapshot() {
        var now = clock.instant();
        return new OpsSnapshot(
                now,
                services.stages(now, cluster.lags(), ages),
                deadLetters.topics(cluster.deadLetters()),
                feeds.feeds(),
                storage,
                services.instances(now),
                Stream.of(
                                topics.trouble(),
                                clusterTrouble,
                                storageTrouble,
                                stories.trouble().orElse(null))
                        .filter(Objects::nonNull)
                        .toList());
    }

    @Override
    public List<OpsMinute> lastHour() {
        return lastHour.minutes();
    }

    @Override
    public Optional<FeedStatus> feed(String id) {
        return feeds.feed(id);
    }

    @Override
    public Optional<FeedStatus> at(String url) {
        return feeds.at(url);
    }

    @Override
    public List<FeedStatus> feeds(Set<FeedStatus.State> states, String text, int most) {
        return feeds.in(states, text, most);
    }

    @Override
    public List<OpsSnapshot.DeadLetterInfo> newest(String topic, String article, int limit) {
        return deadLetters.newest(topic, article, limit);
    }

    @Override
    public long looked() {
        return deadLetters.looked();
    }
}
