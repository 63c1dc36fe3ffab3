package io.dateline.store;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.net.URI;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/** Settings of the store service. */
@ConfigMapping(prefix = "dateline.store")
public interface StoreConfig {
    /** Writing. */
    Write write();

    /** What is forgotten. */
    Retention retention();

    /** The live stream. */
    Stream stream();

    /** The ops board. */
    Ops ops();

    /** What could not be processed. */
    DeadLetters deadLetters();

    /** The building of stories. */
    Story story();

    /** Exports. */
    Export export();

    /** What saved queries push. */
    Webhooks webhooks();

    /**
     * Where the feeds pages reach ingest's API, as {@code http://127.0.0.1:8081}; without it they show feeds and change
     * none.
     */
    Optional<URI> ingestUrl();

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

    /** What is forgotten. */
    interface Retention {
        /** Whole months kept before the present one, by when articles were stored; without it all are kept. */
        @Min(1)
        OptionalInt months();

        /** How often it is looked whether a month is over. */
        @WithDefault("1h")
        Duration lookEvery();
    }

    /** The live stream. */
    interface Stream {
        /** Clients of one instance; the next is answered 503. */
        @WithDefault("500")
        @Min(1)
        int clients();

        /**
         * Clients of one instance that one key may have, or one address without a key; the next is answered 503. By default a
         * fifth of all, and no fewer than all without a key from the machine itself, where one address is everybody's.
         */
        @Min(1)
        OptionalInt clientsPerCaller();

        /** The newest changes in memory, once for all clients; who is further behind reads from the table at its own pace. */
        @WithDefault("1000")
        @Min(16)
        @Max(10_000)
        int buffer();

        /** Pause between two looks for what other instances committed, while anybody follows. */
        @WithDefault("40ms")
        Duration poll();

        /**
         * What the kernel takes for a connection whose client does not read; of any request's, not only of streams. Left to
         * itself it takes megabytes, and a client that stopped reading costs as much as one that reads for as long.
         */
        @WithDefault("128K")
        MemorySize sendBuffer();

        /** A client that has something to take and takes nothing for so long is disconnected. */
        @WithDefault("30s")
        Duration stall();

        /**
         * Matching what is new for all clients may take so long a page. Where it takes longer, those with the dearest filters
         * are found by halves and matched by themselves for ten minutes, so that the others do not wait for them.
         */
        @WithDefault("500ms")
        Duration dear();

        /** A comment is sent so often, so that a dead connection is noticed on both sides. */
        @WithDefault("15s")
        Duration heartbeat();
    }

    /** Exports. */
    interface Export {
        /**
         * Exports that one instance sends at once, and as many feeds with whole texts; the next is answered 503. Each takes
         * a thread, but no connection.
         */
        @WithDefault("8")
        @Min(1)
        @Max(100)
        int clients();

        /** A client that takes nothing for so long is disconnected. */
        @WithDefault("60s")
        Duration stall();
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

    /** What could not be processed. */
    interface DeadLetters {
        /** How often a dead letter may be put back, by itself and as what became of it. */
        @WithDefault("5")
        @Min(1)
        @Max(100)
        int maxReplays();

        /** Records of a dead-letter topic that one request looks at; the newest, where it is about all of them. */
        @WithDefault("2000")
        @Min(1)
        @Max(100_000)
        int readMost();
    }

    /** The building of stories. */
    interface Story {
        /** Whether this instance builds stories, or waits to; one of those that do is enough. */
        @WithDefault("true")
        boolean build();

        /** Changes worked into stories in one transaction. */
        @WithDefault("500")
        @Min(1)
        @Max(10_000)
        int batch();

        /** Pause between two looks for what other instances committed, and for whether the builder is gone. */
        @WithDefault("500ms")
        Duration poll();

        /** For so long the others wait for a builder that is silent. */
        @WithDefault("10s")
        Duration lease();

        /**
         * Articles of one day that later ones are compared with; those beyond it still join the stories of others.
         * Each takes about two kilobytes of memory, and four days are needed at any time.
         */
        @WithDefault("10000")
        @Min(1)
        int perDay();

        /** Articles kept in memory while it goes from one time to another, as with an archive in no order. */
        @WithDefault("60000")
        @Min(0)
        int inMemory();
    }

    /** What saved queries push. */
    interface Webhooks {
        /** Whether this instance matches and sends, or waits to; one of those that do is enough. */
        @WithDefault("true")
        boolean send();

        /** Whether webhooks may be on addresses that are not of the public internet. */
        @WithDefault("false")
        boolean allowPrivate();

        /** Whether webhooks may be at http addresses: what is sent to them can be read on its way. */
        @WithDefault("false")
        boolean allowHttp();

        /** Requests at once; a quarter of them is kept for receivers that do not fail. */
        @WithDefault("32")
        @Min(4)
        @Max(256)
        int senders();

        /** Pause between two looks for what is due. */
        @WithDefault("500ms")
        Duration poll();

        /** For so long the others wait for a sender that is silent; longer than a request may take. */
        @WithDefault("30s")
        Duration lease();

        @WithDefault("3s")
        Duration connectTimeout();

        /** A request is over by then, connection and answer included. */
        @WithDefault("10s")
        Duration timeout();

        /** Deliveries of one saved query that wait; its position moves no further until some are over. */
        @WithDefault("200")
        @Min(1)
        @Max(10_000)
        int pending();

        /** A webhook is parked when it has failed for so long. */
        @WithDefault("3d")
        Duration parkAfter();

        /** A webhook is parked when so many deliveries in a row were given up. */
        @WithDefault("3")
        @Min(1)
        int parkAfterFailed();

        /** Deliveries that are over are forgotten after so long. */
        @WithDefault("30d")
        Duration keepFor();

        /** Deliveries that are over, of one saved query, beyond which the oldest are forgotten. */
        @WithDefault("10000")
        @Min(1)
        int keepMost();
    }
}
