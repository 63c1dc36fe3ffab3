package io.dateline.ingest;

import io.quarkus.runtime.configuration.MemorySize;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.WithName;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** Everything that can be set about the ingest service. */
@ConfigMapping(prefix = "dateline.ingest")
public interface IngestConfig {
    /** Articles pushed over HTTP. */
    Push push();

    /** Handing articles to Kafka. */
    Publish publish();

    /** Fetching from the web. */
    Fetch fetch();

    /** Polling feeds. */
    Poll poll();

    /** Fetching the pages of items for their full text. */
    Page page();

    /** The watched folder. */
    Files files();

    /** Telling articles apart. */
    Identity identity();

    /** Telling articles apart. */
    interface Identity {
        /** How long after it was last seen an article is known by its names. */
        @WithDefault("P400D")
        Duration remember();
    }
    /** Lists of feeds, and the search for feeds. */
    Feeds feeds();

    /** Archives imported on the bulk lane. */
    @WithName("import")
    Imports imports();

    /** Articles pushed over HTTP. */
    interface Push {
        /** Largest single article, and largest document for a preview. Longer: 413. */
        @WithDefault("8M")
        MemorySize maxDocument();

        /** Largest NDJSON request. Longer: 413; lines before the limit were taken, sending them again does no harm. */
        @WithDefault("256M")
        MemorySize maxStream();

        /** Longest NDJSON line. A longer one is rejected alone. */
        @WithDefault("8M")
        MemorySize maxLine();

        /** Lines that are reserved and published together; fewer where they hold 4 million characters. */
        @WithDefault("500")
        @Min(1)
        int chunk();

        /** The source of articles that name none. */
        @WithDefault("push")
        String defaultSource();
    }

    /** Handing articles to Kafka. */
    interface Publish {
        /** How long to wait for the broker's acknowledgement before a sender is told to try again. */
        @WithDefault("25s")
        Duration timeout();

        /** Articles on their way to the broker at a time, over all senders; more wait. */
        @WithDefault("4000")
        @Min(1)
        int maxInFlight();
    }

    /** Fetching from the web. */
    interface Fetch {
        /**
         * {@code host:port} pairs that may be fetched although their addresses are not public, exactly as they stand in
         * the URL. Empty: only public addresses.
         */
        Optional<List<String>> allow();

        /** How we introduce ourselves. */
        @WithDefault("Dateline/0.1")
        String userAgent();

        /** Where a publisher finds out who we are; goes into the User-Agent header. */
        Optional<String> contact();

        /** From the first byte sent to the last one read, redirects included. */
        @WithDefault("30s")
        Duration deadline();

        /** Until a connection stands. */
        @WithDefault("5s")
        Duration connectTimeout();

        /** Largest body, before and after decompression. */
        @WithDefault("10M")
        MemorySize maxBody();

        /** How many times larger a body may get by decompression. */
        @WithDefault("200")
        @Min(1)
        int maxRatio();

        /** Redirects followed in a row. */
        @WithDefault("5")
        @Min(0)
        int maxRedirects();
    }

    /** Polling feeds. */
    interface Poll {
        /** Off where feeds are polled by other instances only. */
        @WithDefault("true")
        boolean enabled();

        /** Requests to different hosts at a time by this instance. */
        @WithDefault("64")
        @Min(1)
        int workers();

        /** How often an idle instance looks for what is due. */
        @WithDefault("500ms")
        Duration idle();

        /** How long a claimed host is ours; longer than the fetch deadline and the publish timeout together. */
        @WithDefault("2m")
        Duration lease();

        /** Between two requests to one host. */
        @WithDefault("1s")
        Duration hostDelay();

        /** Shortest interval a feed may ask for. */
        @WithDefault("5s")
        Duration minInterval();

        /** Interval of a feed that asks for none. */
        @WithDefault("5m")
        Duration defaultInterval();

        /** Longest interval that a quiet feed, or its publisher's wish, leads to, unless the feed's own is longer. */
        @WithDefault("1h")
        Duration maxInterval();

        /** Longest pause after failures in a row; a day after 401, 403 and 404. */
        @WithDefault("6h")
        Duration maxBackoff();

        /** A permanent redirect becomes a feed's address when so many polls in a row have met it … */
        @WithDefault("3")
        @Min(1)
        int movedPolls();

        /** … over so long at least. */
        @WithDefault("24h")
        Duration movedFor();

        /** No feed, and nobody who pushes articles or drops wire copy, is called silent sooner. */
        @WithDefault("24h")
        Duration minSilence();
    }

    /** Fetching the pages of items for their full text. */
    interface Page {
        /** An item whose page cannot be had by then is published as the feed brought it. */
        @WithDefault("1h")
        Duration patience();

        /** Failed requests for a page before its item is published without it. */
        @WithDefault("3")
        @Min(1)
        int tries();

        /** A host whose robots.txt asks for a longer crawl delay is left alone. */
        @WithDefault("5m")
        Duration maxCrawlDelay();
    }

    /** The watched folder. */
    interface Files {
        /** Holds {@code incoming}, {@code working}, {@code done} and {@code rejected}. Empty: nothing is watched. */
        Optional<String> folder();

        /** How often the folder is looked at. */
        @WithDefault("500ms")
        Duration every();

        /** A file is taken once it has not changed for so long. */
        @WithDefault("1s")
        Duration settle();

        /** A file that another instance took and did not finish is taken over after so long. */
        @WithDefault("30s")
        Duration lease();

        /** Largest file. Larger: rejected. */
        @WithDefault("64M")
        MemorySize maxFile();

        /** The source of wire copy that names no agency. */
        @WithDefault("wire")
        String defaultSource();
    }

    /** Lists of feeds, and the search for feeds. */
    interface Feeds {
        /** Largest OPML document. Larger: 413, and none of it is taken. */
        @WithDefault("32M")
        MemorySize maxOpml();

        /** Feeds of a site that are looked at, of those it announces. */
        @WithDefault("10")
        @Min(1)
        int maxCandidates();

        /** How long a search for feeds waits for a host's turn before the caller is told to try again. */
        @WithDefault("10s")
        Duration turn();

        /** How long a search for feeds may take, over all its hosts and redirects. */
        @WithDefault("1m")
        Duration discovery();
    }

    /** Archives imported on the bulk lane. */
    interface Imports {
        /** What is imported lies below it. Empty: nothing can be imported from files. */
        Optional<String> folder();

        /** Imports that run at a time on this instance; 0 where others do it. */
        @WithDefault("1")
        @Min(0)
        int workers();

        /** How often an idle worker looks for an import to go on with. */
        @WithDefault("1s")
        Duration idle();

        /** How long a claimed import is ours without a sign of life. */
        @WithDefault("1m")
        Duration lease();

        /** Records a second of an import that says nothing else. */
        @WithDefault("500")
        @Min(1)
        int rate();

        /**
         * Share of its time that an import may keep the machine busy; it rests for the others'. What slows the machine
         * down slows the import down, so that live copy has room.
         */
        @WithDefault("0.5")
        @DecimalMin("0.01")
        @DecimalMax("1.0")
        double share();

        /** Records that are reserved and published together. Small, so that live copy never waits long behind them. */
        @WithDefault("100")
        @Min(1)
        int chunk();

        /** Largest record: a line, a page with its headers, or a page decompressed. A larger one is rejected alone. */
        @WithDefault("10M")
        MemorySize maxRecord();

        /** The source of articles that name none. */
        @WithDefault("archive")
        String defaultSource();
    }
}
