package io.dateline.ingest.publish;

import io.dateline.contracts.net.CanonicalUrl;
import io.dateline.ingest.identity.Database;
import io.dateline.ingest.identity.ToldSightings;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;

/** For tests that are about something else. */
public final class TestSightings {
    private TestSightings() {}

    /** They are remembered and go nowhere. */
    public static Sightings ignored(Database database) {
        return new Sightings(
                new ToldSightings(database),
                sightings -> {},
                new RawArticles(new CanonicalUrl()),
                new SimpleMeterRegistry());
    }
}
