package io.dateline.ingest.fetch;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.net.AddressGuard;
import io.dateline.ingest.support.Canary;
import io.dateline.ingest.support.FeedServer;
import io.dateline.ingest.support.FetchConfigs;
import io.dateline.ingest.support.RawServer;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What other feed readers were found to do wrong when they fetch, by their advisories; one test for each. */
class PeerAdvisoriesTest {
    private final Canary canary = new Canary();
    private final FeedServer server = new FeedServer();
    private final Fetcher fetcher = new Fetcher(FetchConfigs.with(), new AddressGuard(Set.of(server.host())));

    @AfterEach
    void close() {
        fetcher.close();
        server.close();
        canary.close();
    }

    /** CommaFeed: unique local and shared addresses were taken for public ones. */
    @ParameterizedTest(name = "GHSA-hgrr-mjfp-gmr6 {0}")
    @ValueSource(strings = {"[fc00::1]", "[fd00:ec2::254]", "100.64.0.1", "100.100.100.200", "100.127.255.254"})
    void refusesUniqueLocalAndSharedAddresses(String host) {
        assertRefused("http://" + host + ":" + canary.port() + "/");
    }

    /** CommaFeed: IPv6 forms that carry an IPv4 address within were taken for public ones. */
    @ParameterizedTest(name = "GHSA-q5qw-345w-55xg {0}")
    @ValueSource(
            strings = {
                "[::ffff:169.254.169.254]",
                "[::a9fe:a9fe]",
                "[64:ff9b::a9fe:a9fe]",
                "[2002:a9fe:a9fe::]",
                "[2001:0:a9fe:a9fe::1]",
                "[2001:0:4136:e378:8000:63bf:5601:5601]"
            })
    void refusesTransitionFormsOfPrivateAddresses(String host) {
        assertRefused("http://" + host + ":" + canary.port() + "/latest/meta-data/");
    }

    /** Miniflux: an address in a feed made the server fetch from inside. Ours would be an item's page. */
    @Test
    void refusesAnItemsPageInside_GHSA_xwh2_742g_w3wp() {
        FetchResult result = fetcher.once(FetchRequest.page("http://127.0.0.1:" + canary.port() + "/inner"));
        assertThat(((FetchResult.Failed) result).reason()).isEqualTo("address-not-allowed");
        assertThat(canary.connections()).isZero();
    }

    /** Miniflux: {@code //host} was taken for a path of our own. Here it is the other host that it is, and checked. */
    @ParameterizedTest(name = "GHSA-wqv2-4wpg-8hc9, GHSA-m999-j542-5w3r {0}")
    @ValueSource(strings = {"//127.0.0.1:%d/", "///127.0.0.1:%d/", "/\\127.0.0.1:%d/", "\\\\127.0.0.1:%d/"})
    void takesTwoSlashesForAnotherHost(String location) {
        // given
        server.on("/feed", exchange -> {
            exchange.getResponseHeaders().set("Location", location.formatted(canary.port()));
            exchange.sendResponseHeaders(302, -1);
        });
        // when
        FetchResult result = fetcher.fetch(server.url("/feed"), null, null);
        // then
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        assertThat(canary.connections()).isZero();
    }

    /** Stringer: {@code file://}, and addresses inside, as a feed's address. */
    @ParameterizedTest(name = "GHSA-496x-437q-h35q {0}")
    @ValueSource(strings = {"file:///etc/passwd", "FILE:///etc/passwd", "file://localhost/etc/passwd", "/etc/passwd"})
    void readsNoFiles(String address) {
        assertRefused(address);
    }

    /** RSSHub: part of an address that users give became the host that is asked. */
    @ParameterizedTest(name = "GHSA-64wp-jh9p-5cg2, GHSA-3p3p-cgj7-vgw3 {0}")
    @ValueSource(
            strings = {
                "http://news.example@127.0.0.1:%d/",
                "http://127.0.0.1:%d#@news.example/",
                "http://127.0.0.1:%d?.news.example/",
                "http://127.0.0.1:%d/.news.example/"
            })
    void asksTheHostThatReallyStandsInAnAddress(String address) {
        assertRefused(address.formatted(canary.port()));
    }

    /** CommaFeed: a Host header that somebody else chose was believed. Ours is that of the address, always. */
    @Test
    void sendsTheHostOfTheAddress_GHSA_hp8h_jqfm_v7x5() {
        try (RawServer other = new RawServer();
                Fetcher allowed = new Fetcher(FetchConfigs.with(), new AddressGuard(Set.of(other.host())))) {
            // given
            other.answers("HTTP/1.1 404 No\r\nHost: evil.example\r\nContent-Length: 0\r\n\r\n", new byte[0]);
            // when
            allowed.once(FetchRequest.feed(other.url() + "/", "\"e\"", null));
            // then
            assertThat(other.requests())
                    .singleElement()
                    .satisfies(request -> assertThat(request.lines().filter(line -> line.startsWith("Host:")))
                            .containsExactly("Host: " + other.host()));
        }
    }

    private void assertRefused(String url) {
        // when
        FetchResult result = fetcher.fetch(url, null, null);
        // then
        assertThat(result).isInstanceOf(FetchResult.Failed.class);
        assertThat(((FetchResult.Failed) result).reason()).isEqualTo("address-not-allowed");
        assertThat(canary.connections()).isZero();
    }
}
