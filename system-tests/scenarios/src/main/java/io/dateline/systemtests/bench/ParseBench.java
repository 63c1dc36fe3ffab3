package io.dateline.systemtests.bench;

import com.ctc.wstx.stax.WstxInputFactory;
import com.rometools.rome.feed.synd.SyndFeed;
import com.rometools.rome.io.FeedException;
import com.rometools.rome.io.SyndFeedInput;
import com.rometools.rome.io.XmlReader;
import io.dateline.ingest.parse.Document;
import io.dateline.ingest.parse.DocumentReader;
import io.dateline.ingest.parse.ParseResult;
import io.dateline.systemtests.corpus.FeedCorpus;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.InstantSource;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.ToIntFunction;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/**
 * Bytes of feeds to finished articles in one thread, beside ROME (which leaves the HTML as it is) and beside the same XML
 * parser that only pulls the events, over the same bytes in turns.
 */
final class ParseBench {
    private static final int FEEDS = 60;
    private static final long SEED = 11;
    private static final int WARM_UP = 40;
    private static final int ROUNDS = 31;

    private final List<byte[]> feeds = FeedCorpus.generated(FEEDS, SEED);
    private final DocumentReader reader = DocumentReader.ofFeeds(InstantSource.system());
    private final XMLInputFactory bare = bareParser();

    String run() {
        long bytes = feeds.stream().mapToLong(feed -> feed.length).sum();
        int items = pass(this::ours);
        require(pass(this::rome) == items, "ROME found other items than we");
        System.out.printf(Locale.ROOT, "%d feeds, %d items, %.1f MB%n", FEEDS, items, bytes / 1e6);
        double[] ours = new double[ROUNDS];
        double[] rome = new double[ROUNDS];
        double[] events = new double[ROUNDS];
        for (int round = -WARM_UP; round < ROUNDS; round++) {
            double a = speed(bytes, this::ours);
            double b = speed(bytes, this::rome);
            double c = speed(bytes, this::events);
            if (round >= 0) {
                ours[round] = a;
                rome[round] = b;
                events[round] = c;
            }
        }
        System.out.printf(
                Locale.ROOT, "MB/s: ours %.1f, ROME %.1f, bare %.1f%n", median(ours), median(rome), median(events));
        return String.format(
                Locale.ROOT,
                "mb_per_s=%.1f ratio_rome=%.2f ratio_bare=%.2f",
                median(ours),
                median(ours) / median(rome),
                median(ours) / median(events));
    }

    private double speed(long bytes, ToIntFunction<byte[]> read) {
        long began = System.nanoTime();
        require(pass(read) > 0, "nothing was read");
        return bytes / 1e6 / ((System.nanoTime() - began) / 1e9);
    }

    private int pass(ToIntFunction<byte[]> read) {
        return feeds.stream().mapToInt(read).sum();
    }

    private int ours(byte[] feed) {
        ParseResult result = reader.read(new Document(feed, "application/xml", "https://bench.example/feed"));
        require(result instanceof ParseResult.Articles, "a feed of our own making was refused");
        return ((ParseResult.Articles) result).articles().size();
    }

    private int rome(byte[] feed) {
        try {
            SyndFeed read = new SyndFeedInput().build(new XmlReader(new ByteArrayInputStream(feed)));
            return read.getEntries().size();
        } catch (FeedException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private int events(byte[] feed) {
        try {
            XMLStreamReader events = bare.createXMLStreamReader(new ByteArrayInputStream(feed));
            int count = 0;
            while (events.hasNext()) {
                events.next();
                count++;
            }
            events.close();
            return count;
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        }
    }

    /** As it comes, but for what must be off: document types and laziness, which would pass over text unread. */
    private static XMLInputFactory bareParser() {
        WstxInputFactory factory = new WstxInputFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.getConfig().doParseLazily(false);
        return factory;
    }

    private static double median(double[] values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return sorted[sorted.length / 2];
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException(what);
        }
    }
}
