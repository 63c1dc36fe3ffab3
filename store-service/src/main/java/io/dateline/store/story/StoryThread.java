package io.dateline.store.story;

import io.agroal.api.AgroalDataSource;
import io.dateline.store.Lifecycle;
import io.dateline.store.StoreConfig;
import io.dateline.store.story.Ledger.Kind;
import io.dateline.store.story.StoryBuilder.Outcome;
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
import org.jboss.logging.Logger;

/** Builds stories, or waits until the instance that does is gone. */
@ApplicationScoped
class StoryThread implements Runnable {
    private static final Logger LOG = Logger.getLogger(StoryThread.class);
    private static final Duration AFTER_FAILURE = Duration.ofSeconds(1);

    private final StoryBuilder builder;
    private final StoreConfig.Story config;
    private final MeterRegistry registry;
    private final Object bell = new Object();
    private boolean rung;
    private volatile boolean stopped;
    private Thread thread;

    StoryThread(
            @DataSource("story-builder") AgroalDataSource dataSource,
            Lifecycle lifecycle,
            StoreConfig config,
            MeterRegistry registry) {
        this.config = config.story();
        this.registry = registry;
        this.builder = new StoryBuilder(
                dataSource,
                lifecycle.instance(),
                new StoryBuilder.Settings(
                        this.config.batch(), this.config.lease(), this.config.perDay(), this.config.inMemory()),
                this::count);
    }

    void onStart(@Observes StartupEvent event) {
        if (config.build()) {
            thread = new Thread(this, "story-builder");
            thread.setDaemon(true);
            thread.start();
        }
    }

    void onStop(@Observes ShutdownEvent event) throws InterruptedException {
        stopped = true;
        wake();
        if (thread != null) {
            // A batch takes less than a second; what is not committed then is done by the next instance.
            thread.join(Duration.ofSeconds(5).toMillis());
        }
    }

    void onCommit(@Observes Committed event) {
        wake();
    }

    @Override
    public void run() {
        boolean failing = false;
        while (!stopped) {
            try {
                Outcome outcome = builder.step();
                failing = false;
                if (outcome != Outcome.WORKED) {
                    await(config.poll());
                }
            } catch (SQLException e) {
                // Stories wait for the database: nothing is lost, the cursor stands.
                if (!failing) {
                    LOG.warnf(
                            "stories wait: %s %s", e.getSQLState(), e.getClass().getSimpleName());
                }
                failing = true;
                pause();
            } catch (RuntimeException e) {
                if (!failing) {
                    LOG.error("the story builder stumbled and tries again", e);
                }
                failing = true;
                pause();
            } catch (InterruptedException e) {
                return;
            }
        }
        release();
    }

    private void release() {
        try {
            builder.release();
        } catch (SQLException e) {
            LOG.debugf("the lease runs out by itself: %s", e.getSQLState());
        }
    }

    private void wake() {
        synchronized (bell) {
            rung = true;
            bell.notifyAll();
        }
    }

    private void await(Duration pause) throws InterruptedException {
        synchronized (bell) {
            if (!rung) {
                bell.wait(pause.toMillis());
            }
            rung = false;
        }
    }

    private void pause() {
        synchronized (bell) {
            try {
                if (!stopped) {
                    bell.wait(AFTER_FAILURE.toMillis());
                }
            } catch (InterruptedException e) {
                stopped = true;
            }
        }
    }

    private void count(boolean late, int articles, Map<Kind, Integer> changes) {
        registry.counter("dateline.stories.articles", "lane", late ? "late" : "live")
                .increment(articles);
        changes.forEach((kind, number) -> registry.counter(
                        "dateline.stories.changes", "kind", kind.name().toLowerCase(Locale.ROOT))
                .increment(number));
    }
}
