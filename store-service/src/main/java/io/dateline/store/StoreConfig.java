package io.dateline.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;

/** Settings of the store service. */
@ConfigMapping(prefix = "dateline.store")
public interface StoreConfig {
    /** Writing. */
    Write write();

    /** The live stream. */
    Stream stream();

    /** The ops board. */
    Ops ops();

    /** Writing. */
    interface Write {
        /** Message bytes that are decoded and written in one transaction; a single larger message makes its own. */
        @WithDefault("4M")
        MemorySize chunkBytes();

        /** How long the bulk lane holds still after a live batch as large as a poll may bring. */
        @WithDefault("1s")
        Duration bulkPause();

        /**
         * How often the pending lists of the search indexes are emptied. Until then a question reads them one by one;
         * emptied too often, many small writes cost more than a few large ones.
         */
        @WithDefault("5s")
        Duration flushEvery();
    }

    /** The live stream. */
    interface Stream {
        /** Clients of one instance; the next is answered 503. */
        @WithDefault("500")
        @Min(1)
        int clients();

        /** Changes that wait for a slow client before it is disconnected. */
        @WithDefault("256")
        @Min(16)
        @Max(10_000)
        int buffer();

        /** Pause between two looks for what other instances committed, while anybody follows. */
        @WithDefault("40ms")
        Duration poll();

        /** A comment is sent so often, so that a dead connection is noticed on both sides. */
        @WithDefault("15s")
        Duration heartbeat();
    }

    /** The ops board. */
    interface Ops {
        /** How often this instance reports its counters. */
        @WithDefault("5s")
        Duration reportEvery();

        /** How often lag, storage figures and topic settings are looked up. */
        @WithDefault("2s")
        Duration lookEvery();

        /** How often the age of the oldest waiting record is looked up. */
        @WithDefault("10s")
        Duration ageEvery();

        /** Records of each dead-letter topic that are read at start. */
        @WithDefault("1000")
        @Min(1)
        @Max(100_000)
        int deadLettersAtStart();
    }
}
