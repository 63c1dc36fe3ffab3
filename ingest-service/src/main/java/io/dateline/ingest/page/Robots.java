package io.dateline.ingest.page;

import crawlercommons.robots.SimpleRobotRules;
import crawlercommons.robots.SimpleRobotRulesParser;
import io.dateline.contracts.net.WebAddress;
import io.dateline.ingest.fetch.FetchResult;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Locale;

/**
 * What robots.txt says (RFC 9309): an answer of 400 to 499 allows everything, except 429, which like 500 to 599 and no
 * answer at all forbids everything for now. Pure.
 */
final class Robots {
    static final Duration KEPT = Duration.ofHours(24);
    /** A server in trouble is asked again sooner. */
    static final Duration TROUBLE = Duration.ofHours(1);

    static final int HOPS = 5;

    /**
     * @param verdict {@code rules}, {@code allow} or {@code disallow}
     * @param text    of the rules, else null
     */
    record Kept(String verdict, byte[] text, Duration valid) {
        static Kept allow() {
            return new Kept("allow", null, KEPT);
        }

        static Kept disallow() {
            return new Kept("disallow", null, TROUBLE);
        }
    }

    /** @param delay between two pages, or null */
    record Answer(boolean allowed, Duration delay) {}

    private final String agent;
    private final Duration longestDelay;

    /**
     * @param userAgent    as it is sent; what stands before the first slash or blank is what rules call us
     * @param longestDelay a host that asks for more is left alone
     */
    Robots(String userAgent, Duration longestDelay) {
        this.agent = userAgent.strip().split("[/\\s]", 2)[0].toLowerCase(Locale.ROOT);
        this.longestDelay = longestDelay;
    }

    /** What to remember of an answer that is no redirect. */
    static Kept keep(FetchResult result) {
        if (result instanceof FetchResult.Fetched fetched) {
            return new Kept("rules", fetched.body(), KEPT);
        }
        int status = result instanceof FetchResult.Failed failed ? failed.status() : 0;
        return status >= 400 && status < 500 && status != 429 ? Kept.allow() : Kept.disallow();
    }

    Answer ask(Kept kept, String url) {
        if (!kept.verdict().equals("rules")) {
            return new Answer(kept.verdict().equals("allow"), null);
        }
        SimpleRobotRulesParser parser = new SimpleRobotRulesParser(longestDelay.toMillis(), 0);
        SimpleRobotRules rules =
                parser.parseContent(origin(url) + "/robots.txt", kept.text(), "text/plain", List.of(agent));
        long delay = rules.getCrawlDelay();
        return new Answer(rules.isAllowed(url), delay > 0 ? Duration.ofMillis(delay) : null);
    }

    /** What one robots.txt holds for: scheme, host and port. */
    static String origin(String url) {
        URI uri = WebAddress.parse(url);
        String port = WebAddress.port(uri) < 0 ? "" : ":" + WebAddress.port(uri);
        String host = WebAddress.host(uri).toLowerCase(Locale.ROOT);
        return uri.getScheme().toLowerCase(Locale.ROOT) + "://" + host + port;
    }
}
