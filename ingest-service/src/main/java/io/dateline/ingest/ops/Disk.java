package io.dateline.ingest.ops;

import io.dateline.ingest.IngestConfig;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.system.DiskSpaceMetrics;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.io.File;

/** Shows how full the disk is that wire files lie on; on one machine it is Kafka's and PostgreSQL's as well. */
class Disk {
    @Produces
    @Singleton
    MeterBinder space(IngestConfig config) {
        return new DiskSpaceMetrics(new File(config.files().folder().orElse(".")));
    }
}
