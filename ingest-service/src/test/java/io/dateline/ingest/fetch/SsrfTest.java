package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.support.Canary;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FetchConfigs;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Nothing that a feed or a user writes makes us talk to our own network. The canary counts connections, not requests. */
class SsrfTest {
    private static final Canary CANARY = new Canary();
    private static final FeedServer SERVER = new FeedServer();
    private static final Fetcher FETCHER =
            new Fetcher(FetchConfigs.with("deadline", "6s"), new AddressGuard(Set.of(SERVER.host())));

    @AfterAll
    static void close() {
        FETCHER.close();
        SERVER.close();
        CANARY.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // loopback in every spelling that some library takes
                "http://127.0.0.1:%d/",
                "http://127.0.0.2:%d/",
                "http://127.255.255.254:%d/",
                "http://127.1:%d/",
                "http://127.0.1:%d/",
                "http://127.0.0.1.:%d/",
                "http://2130706433:%d/",
                "http://2130706433.:%d/",
                "http://0x7f000001:%d/",
                "http://0x7F.0x00.0x00.0x01:%d/",
                "http://0x7f.1:%d/",
                "http://017700000001:%d/",
                "http://0177.0.0.1:%d/",
                "http://0177.0.0.01:%d/",
                "http://0177.0x0.0.1:%d/",
                "http://00000177.0.0.1:%d/",
                "http://127.0.0.0x1:%d/",
                "http://localhost:%d/",
                "http://LOCALHOST:%d/",
                "http://0:%d/",
                "http://0.0.0.0:%d/",
                "http://0x0:%d/",
                "http://000.000.000.000:%d/",
                "http://0.1.2.3:%d/",
                // percent-encoded, and digits that only look like digits
                "http://127.0.0.%%31:%d/",
                "http://%%31%%32%%37.0.0.1:%d/",
                "http://127%%2e0%%2e0%%2e1:%d/",
                "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460:%d/",
                "http://\uff11\uff12\uff17.0.0.1:%d/",
                "http://127\u30020\u30020\u30021:%d/",
                // IPv6, and IPv4 within it
                "http://[::1]:%d/",
                "http://[0:0:0:0:0:0:0:1]:%d/",
                "http://[::]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://[::ffff:7f00:1]:%d/",
                "http://[0:0:0:0:0:ffff:127.0.0.1]:%d/",
                "http://[::ffff:0:127.0.0.1]:%d/",
                "http://[::127.0.0.1]:%d/",
                "http://[::ffff:a9fe:a9fe]:%d/",
                "http://[::a9fe:a9fe]:%d/",
                "http://[64:ff9b::7f00:1]:%d/",
                "http://[64:ff9b::a9fe:a9fe]:%d/",
                "http://[64:ff9b:1::7f00:1]:%d/",
                "http://[2002:7f00:1::]:%d/",
                "http://[2002:a9fe:a9fe::]:%d/",
                "http://[2002:c0a8:101::1]:%d/",
                "http://[2001:0:1:2:3:4:80ff:fffe]:%d/",
                "http://[2001::1]:%d/",
                "http://[2001:db8::1]:%d/",
                "http://[fe80::1]:%d/",
                "http://[fe80::1%%25lo]:%d/",
                "http://[fec0::1]:%d/",
                "http://[fc00::1]:%d/",
                "http://[fdff::1]:%d/",
                "http://[ff02::1]:%d/",
                "http://[100::1]:%d/",
                "http://[2400:1::5efe:7f00:1]:%d/",
                // private, shared, link-local, reserved
                "http://10.0.0.1:%d/",
                "http://10.255.255.255:%d/",
                "http://172.16.0.1:%d/",
                "http://172.31.255.255:%d/",
                "http://192.168.1.1:%d/",
                "http://3232235777:%d/",
                "http://169.254.169.254:%d/latest/meta-data/",
                "http://0xa9fea9fe:%d/",
                "http://100.64.0.1:%d/",
                "http://100.127.255.255:%d/",
                "http://192.0.0.1:%d/",
                "http://192.0.2.1:%d/",
                "http://198.18.0.1:%d/",
                "http://198.51.100.1:%d/",
                "http://203.0.113.1:%d/",
                "http://224.0.0.1:%d/",
                "http://240.0.0.1:%d/",
                "http://255.255.255.255:%d/",
                // names that become numbers, or whose letters hold the end of a host; underscores
                "http://127.0.0.1\u200b:%d/",
                "http://169\uff0e254\uff0e169\uff0e254:%d/",
                "http://\uff4c\uff4f\uff43\uff41\uff4c\uff48\uff4f\uff53\uff54:%d/",
                "http://127.0.0.1\uff0f.\u043f\u0440.\u0440\u0444:%d/",
                "http://127.0.0.1:%d\uff20\u043f\u0440.\u0440\u0444/",
                "http://a_b@127.0.0.1:%d/",
                "http://127.0.0.1:%d:80_/",
                // what is no plain address of the web
                "http://a@127.0.0.1:%d/",
                "http://news.example@127.0.0.1:%d/",
                "http://127.0.0.1:%d@news.example/",
                "http://news.example:80\\@127.0.0.1:%d/",
                "http:///127.0.0.1:%d/",
                "http:127.0.0.1:%d/",
                "//127.0.0.1:%d/",
                "file:///etc/hosts?%d",
                "ftp://127.0.0.1:%d/",
                "gopher://127.0.0.1:%d/",
                "dict://127.0.0.1:%d/",
                "jar:http://127.0.0.1:%d/!/",
                "http://127.0.0.1:%d\r\nHost: news.example/",
                "data:text/xml,%d"
            })
    void neverConnectsToWhatIsNotPublic(String form) {
        // given
        String url = form.formatted(CANARY.port());

        // when
        FetchResult result = FETCHER.once(FetchRequest.feed(url, null, null));

        // then
        assertThat(reason(result)).isEqualTo("address-not-allowed");
        assertThat(FETCHER.host(url)).as("nor is it ever queued").isIn(null, "localhost:" + CANARY.port());
        assertThat(CANARY.connections()).isZero();
    }

    /** A name may stand for anything: what counts is where the connection would go. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "127.0.0.1",
                "10.1.2.3",
                "172.20.0.1",
                "192.168.0.1",
                "169.254.169.254",
                "100.64.1.1",
                "0.0.0.0",
                "198.18.5.5",
                "224.0.0.251",
                "::1",
                "::",
                "fc00::7",
                "fd12:3456::1",
                "fe80::1",
                "::ffff:10.0.0.1",
                "64:ff9b::a00:1",
                "2002:a00:1::1",
                "2001::1"
            })
    void neverConnectsToAPrivateAddressBehindAName(String address) throws UnknownHostException {
        // given
        InetAddress own = InetAddress.getByName(address);
        InetAddress open = InetAddress.getByName("192.0.66.1");
        try (Fetcher alone = resolving(host -> new InetAddress[] {own});
                Fetcher mixed = resolving(host -> new InetAddress[] {open, own})) {
            FetchRequest request = FetchRequest.feed("http://inner.example:" + CANARY.port() + "/", null, null);

            // when
            FetchResult one = alone.once(request);
            FetchResult among = mixed.once(request);

            // then
            assertThat(reason(one)).isEqualTo("address-not-allowed");
            assertThat(reason(among)).isEqualTo("address-not-allowed");
            assertThat(CANARY.connections()).isZero();
        }
    }

    @Test
    void asksForANamesAddressOnceAndConnectsToWhatItChecked() throws UnknownHostException {
        // given a name that is public at first and ours from then on
        AtomicInteger asked = new AtomicInteger();
        try (Fetcher rebound = resolving(host -> {
            return new InetAddress[] {
                asked.getAndIncrement() == 0 ? InetAddress.getByName("192.0.66.1") : InetAddress.getByName("127.0.0.1")
            };
        })) {
            FetchRequest request = FetchRequest.feed("http://rebind.example:" + CANARY.port() + "/", null, null);

            // when
            FetchResult first = rebound.once(request);
            int forTheFirst = asked.get();
            FetchResult second = rebound.once(request);

            // then
            assertThat(first).isInstanceOf(FetchResult.Failed.class);
            assertThat(forTheFirst).isEqualTo(1);
            assertThat(reason(second)).isEqualTo("address-not-allowed");
            assertThat(CANARY.connections()).isZero();
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://127.0.0.1:%d/",
                "http://localhost:%d/",
                "//127.0.0.1:%d/",
                "\\\\127.0.0.1:%d/",
                "http://2130706433:%d/",
                "http://[::1]:%d/",
                "http://[::ffff:127.0.0.1]:%d/",
                "http://x@127.0.0.1:%d/",
                "http://a_b@127.0.0.1:%d/",
                "http://\uff11\uff12\uff17.0.0.1:%d/",
                "file:///etc/passwd?%d",
                "gopher://127.0.0.1:%d/",
                "http://169.254.169.254:%d/"
            })
    void checksEveryRedirect(String form) {
        // given
        String location = form.formatted(CANARY.port());
        SERVER.on("/", exchange -> {
            // As servers do that say it unescaped: the bytes of UTF-8, one a letter. Newer JDKs send nothing else.
            exchange.getResponseHeaders()
                    .set(
                            "Location",
                            new String(location.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1));
            exchange.sendResponseHeaders(302, -1);
        });

        // when
        FetchResult result = FETCHER.fetch(SERVER.url("/"), null, null);

        // then
        assertThat(reason(result)).isIn("address-not-allowed", "bad-redirect");
        assertThat(CANARY.connections()).isZero();
    }

    @Test
    void allowsWhatIsListedAndNoOtherPortOfTheSameHost() {
        // given
        SERVER.document("/feed", "text/xml", "<rss/>", "\"e\"");

        // when
        FetchResult listed = FETCHER.fetch(SERVER.url("/feed"), null, null);
        FetchResult other = FETCHER.fetch("http://127.0.0.1:" + CANARY.port() + "/", null, null);

        // then
        assertThat(listed).isInstanceOf(FetchResult.Fetched.class);
        assertThat(reason(other)).isEqualTo("address-not-allowed");
    }

    /** Hosts that {@link java.net.URI} does not know are vetted like any other. */
    @ParameterizedTest
    @ValueSource(strings = {"in_ner.example", "b\u00fccher.example"})
    void vetsNamesWithAnUnderscoreOrOfOtherScripts(String name) throws UnknownHostException {
        // given a name that stands for an address of ours
        InetAddress own = InetAddress.getByName("127.0.0.1");
        String url = "http://" + name + ":" + CANARY.port() + "/";
        try (Fetcher fetcher = resolving(host -> new InetAddress[] {own})) {
            // when
            FetchResult result = fetcher.once(FetchRequest.feed(url, null, null));

            // then
            assertThat(fetcher.host(url)).endsWith(".example:" + CANARY.port());
            assertThat(reason(result)).isEqualTo("address-not-allowed");
            assertThat(CANARY.connections()).isZero();
        }
    }

    @ParameterizedTest
    @CsvSource({"my_site.example, my_site.example", "b\u00fccher.example, xn--bcher-kva.example"})
    void fetchesFromSuchHostsWhereTheirAddressIsAllowed(String name, String ascii) throws UnknownHostException {
        // given
        SERVER.document("/feed", "text/xml", "<rss/>", "\"e\"");
        String port = SERVER.host().substring(SERVER.host().indexOf(':'));
        InetAddress own = InetAddress.getByName("127.0.0.1");
        try (Fetcher fetcher = resolving(Set.of(ascii + port), host -> new InetAddress[] {own})) {
            // when
            FetchResult result = fetcher.once(FetchRequest.feed("http://" + name + port + "/feed", null, null));

            // then
            assertThat(result).isInstanceOf(FetchResult.Fetched.class);
        }
    }

    private interface Names {
        InetAddress[] of(String host) throws UnknownHostException;
    }

    private static Fetcher resolving(Names names) {
        return resolving(Set.of(), names);
    }

    private static Fetcher resolving(Set<String> allowed, Names names) {
        return new Fetcher(FetchConfigs.with("connect-timeout", "200ms"), new AddressGuard(allowed), new DnsResolver() {
            @Override
            public InetAddress[] resolve(String host) throws UnknownHostException {
                return names.of(host);
            }

            @Override
            public String resolveCanonicalHostname(String host) {
                return host;
            }
        });
    }

    private static String reason(FetchResult result) {
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        return ((FetchResult.Failed) result).reason();
    }
}
