package io.dateline.ingest.support;

import io.dateline.ingest.IngestConfig;
import io.quarkus.runtime.configuration.DurationConverter;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.runtime.configuration.MemorySizeConverter;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;

/** The configuration, with its defaults but for what a test says. */
public final class FetchConfigs {
    private FetchConfigs() {}

    /** @param settings key and value in turn, without the prefix */
    public static IngestConfig.Fetch with(String... settings) {
        return whole(settings).fetch();
    }

    /** @param settings of fetching: key and value in turn, without the prefix */
    public static IngestConfig whole(String... settings) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder()
                .withMapping(IngestConfig.class)
                .withConverter(MemorySize.class, 100, new MemorySizeConverter())
                .withConverter(Duration.class, 100, new DurationConverter());
        for (int i = 0; i < settings.length; i += 2) {
            builder.withDefaultValue("dateline.ingest.fetch." + settings[i], settings[i + 1]);
        }
        return builder.build().getConfigMapping(IngestConfig.class);
    }
}
