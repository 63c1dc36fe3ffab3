package io.dateline.store.story;

import io.agroal.api.AgroalDataSource;
import io.dateline.contracts.ops.Lifecycle;
import io.dateline.store.StoreConfig;
import io.dateline.store.story.Ledger.Kind;
import io.dateline.store.story.StoryBuilder.Outcome;
import io.dateline.store.work.WorkThread;
import io.dateline.store.write.Committed;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.agroal.DataSource;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;

/** Builds stories, or waits until the instance that does is gone. */
@ApplicationScoped
class StoryThread implements WorkThread.Work {
    private final StoryBuilder builder;
    private final StoreConfig.Story config;
    private final MeterRegistry registry;
    private final WorkThread thread;

    StoryThread(
            @DataSource("story-builder") AgroalDataSource dataSource,
            Lifecycle lifecycle,
            StoreConfig config,
            MeterRegistry registry) {
        this.config = config.story();
        this.registry = registry;
        this.thread = new WorkThread("story-builder", this, this.config.poll());
        this.builder = new StoryBuilder(
                dataSource,
                lifecycle.instance(),
                new StoryBuilder.Settings(
                        this.config.batch(), this.config.lease(), this.config.perDay(), this.config.inMemory()),
                this::count);
    }

    void onStart(@Observes StartupEvent event) {
        if (config.build()) {
            thread.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        // A batch takes less than a second; what is not committed then is done by the next instance.
        thread.stop(Duration.ofSeconds(5));
    }

    void onCommit(@Observes Committed event) {
        thread.wake();
    }

    @Override
    public boolean step() throws SQLException {
        return builder.step() == Outcome.WORKED;
    }

    @Override
    public void release() throws SQLException {
        builder.release();
    }

    private void count(boolean late, int articles, Map<Kind, Integer> changes) {
        registry.counter("dateline.stories.articles", "lane", late ? "late" : "live")
                .increment(articles);
        changes.forEach((kind, number) -> registry.counter(
                        "dateline.stories.changes", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment(number));
    }
}
