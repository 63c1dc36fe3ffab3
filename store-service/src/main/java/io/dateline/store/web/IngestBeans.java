package io.dateline.store.web;

import io.dateline.store.StoreConfig;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;

/** Makes the way to ingest; a setting that cannot be meant stops the start. */
class IngestBeans {
    @Produces
    @Singleton
    @Startup
    IngestApi ingest(StoreConfig config) {
        return new IngestApi(config.ingestUrl().orElse(null));
    }
}
