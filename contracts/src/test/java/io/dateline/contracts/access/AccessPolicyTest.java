package io.dateline.contracts.access;

import static io.dateline.contracts.access.Doors.from;
import static io.dateline.contracts.access.Doors.request;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.access.Doors.Settings;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class AccessPolicyTest {
    private static final Instant NOW = Instant.parse("2026-11-25T08:00:00Z");

    private static AccessPolicy policy(Settings settings, String host) {
        return Door.policy(settings, host, () -> NOW, () -> 0);
    }

    private static String code(AccessPolicy policy, AccessRequest request) {
        return policy.judge(request) instanceof Verdict.Refused refused
                ? refused.problem().code()
                : "allowed";
    }

    @Nested
    class WithoutKeys {
        private final AccessPolicy loopback = policy(Settings.NONE, "127.0.0.1");

        @ParameterizedTest
        @ValueSource(strings = {"GET", "POST", "DELETE"})
        void everythingIsAllowedOnTheLoopback(String method) {
            assertThat(code(loopback, request(method, "/api/articles/x"))).isEqualTo("allowed");
        }

        @ParameterizedTest
        @ValueSource(strings = {"0.0.0.0", "192.0.2.1", "::", "no.such.host.invalid"})
        void noStartWhereOthersReachIt(String host) {
            assertThatThrownBy(() -> policy(Settings.NONE, host))
                    .isInstanceOf(IllegalStateException.class)
                    .hasMessageContaining(host)
                    .hasMessageContaining("dateline.access.keys-file")
                    .hasMessageContaining("dateline.access.open=true");
        }

        @Test
        void aStartWhereItIsAskedFor() {
            // When
            AccessPolicy open = policy(Settings.NONE.opened(), "0.0.0.0");

            // Then
            assertThat(code(open, from("192.0.2.1", "any.example", "GET", "/"))).isEqualTo("allowed");
        }

        @ParameterizedTest
        @CsvSource({
            "localhost:8080, allowed",
            "LOCALHOST, allowed",
            "127.0.0.1:8080, allowed",
            "127.8.8.8, allowed",
            "[::1]:8080, allowed",
            "dateline.localhost:8080, allowed",
            "news.example, allowed",
            "evil.example:8080, forbidden",
            "127.0.0.1.evil.example, forbidden",
            "localhost.evil.example, forbidden",
            "'', forbidden",
            ", forbidden"
        })
        void aRebindingNameIsRefusedOnTheLoopback(String authority, String expected) {
            // Given
            AccessPolicy policy = policy(Settings.NONE.named("News.example"), "127.0.0.1");

            // When
            String code = code(policy, from("127.0.0.1", authority, "GET", "/api/articles"));

            // Then
            assertThat(code).isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "127.0.0.1:8080, allowed",
            "ingest:8080, allowed",
            "evil.example:8080, forbidden",
        })
        void oneThatIsOpenButSaysHowItIsCalledIsCalledNothingElse(String authority, String expected) {
            // Given: as in deploy/compose
            AccessPolicy policy = policy(Settings.NONE.named("ingest").opened(), "0.0.0.0");

            // When, Then
            assertThat(code(policy, from("172.18.0.1", authority, "GET", "/api/articles")))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({
            "POST, Sec-Fetch-Site, cross-site, cross-site",
            "POST, Sec-Fetch-Site, same-site, cross-site",
            "DELETE, Sec-Fetch-Site, cross-site, cross-site",
            "POST, Sec-Fetch-Site, same-origin, allowed",
            "POST, Sec-Fetch-Site, none, allowed",
            "GET, Sec-Fetch-Site, cross-site, allowed",
            "POST, Origin, http://evil.example, cross-site",
            "POST, Origin, http://localhost:9999, cross-site",
            "POST, Origin, null, cross-site",
            "POST, Origin, :::, cross-site",
            "POST, Origin, http://localhost:8080, allowed",
            "POST, X-Other, x, allowed"
        })
        void otherSitesChangeNothing(String method, String header, String value, String expected) {
            assertThat(code(loopback, request(method, "/api/feeds", header, value)))
                    .isEqualTo(expected);
        }

        @ParameterizedTest
        @CsvSource({"192.0.2.1, address 192.0.2.1", "2001:db8:1:2:3::4, address 2001:db8:1:2:"})
        void callersAreToldApartByTheirAddresses(String address, String name) {
            // Given
            AccessPolicy open = policy(Settings.NONE.opened(), "0.0.0.0");

            // When
            Verdict verdict = open.judge(from(address, "h", "GET", "/"));

            // Then
            assertThat(((Verdict.Allowed) verdict).name()).isEqualTo(name);
        }

        @Test
        void theLimitIsOffOnTheLoopbackAndOnElsewhere() {
            // Given
            AccessPolicy open = policy(Settings.NONE.opened(), "0.0.0.0");

            // When
            List<String> atHome = new ArrayList<>();
            List<String> abroad = new ArrayList<>();
            for (int i = 0; i < 501; i++) {
                atHome.add(code(loopback, request("GET", "/")));
                abroad.add(code(open, request("GET", "/")));
            }

            // Then
            assertThat(atHome).containsOnly("allowed");
            assertThat(abroad.subList(0, 500)).containsOnly("allowed");
            assertThat(abroad.get(500)).isEqualTo("too-many-requests");
        }
    }

    @Nested
    class WithKeys {
        @TempDir
        private Path folder;

        private final SecureRandom random = new SecureRandom();
        private final Credential reader = Credential.random(random);
        private final Credential writer = Credential.random(random);
        private final Credential operator = Credential.random(random);
        private final Credential revoked = Credential.random(random);
        private Settings settings;
        private AccessPolicy policy;

        @BeforeEach
        void keys() throws IOException {
            LocalDate day = LocalDate.of(2026, 11, 25);
            Path file = folder.resolve("keys");
            List<String> lines = new ArrayList<>(List.of(
                    KeysFile.line(reader.key(Scope.READ, day, "")),
                    KeysFile.line(writer.key(Scope.WRITE, day, "")),
                    KeysFile.line(operator.key(Scope.OPERATE, day, "")),
                    KeysFile.line(revoked.key(Scope.OPERATE, day, "").withoutPower())));
            for (int i = 0; i < 1_000; i++) {
                lines.add(KeysFile.line(Credential.random(random).key(Scope.READ, day, "one of many")));
            }
            Files.write(file, lines);
            settings = Settings.NONE.keys(file);
            policy = policy(settings, "0.0.0.0");
        }

        private String code(AccessRequest request) {
            return AccessPolicyTest.code(policy, request);
        }

        private static String bearer(Credential credential) {
            return "Bearer " + credential.reveal();
        }

        private static String basic(String pair) {
            return "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8));
        }

        @ParameterizedTest
        @CsvSource({
            "GET, /, read",
            "HEAD, /articles/x, read",
            "GET, /api/stream, read",
            "OPTIONS, /api/feeds, read",
            "GET, /q/openapi, read",
            "POST, /api/enrich, read",
            "POST, /api/articles, write",
            "POST, /api/feeds, write",
            "POST, /feeds/add, write",
            "POST, /feeds/feed-1/delete, write",
            "POST, /feedsx, operate",
            "DELETE, /feeds/feed-1, operate",
            "DELETE, /api/feeds/1, write",
            "PUT, /api/feeds/1, write",
            "POST, /api/imports/1/pause, write",
            "POST, /api/preview, write",
            "GET, /api/saved-queries, read",
            "GET, /saved/sq-1, read",
            "POST, /api/saved-queries, write",
            "DELETE, /api/saved-queries/sq-1, write",
            "POST, /saved/sq-1/delete, write",
            "POST, /savedelsewhere, operate",
            "DELETE, /api/articles/x, operate",
            "POST, /api/dead-letters/replay, operate",
            "POST, /api/feedsx, operate",
            "POST, /api/Feeds, operate",
            "DELETE, /api;x/feeds/1, operate",
            "PATCH, /anything/new, operate",
            "TRACE, /, operate",
            "GET, /assets/dateline.css, nobody",
            "POST, /websub/abc, nobody"
        })
        void eachScopeOpensWhatIsItsOwnAndNarrower(String method, String path, String needed) {
            // When
            List<String> opened = new ArrayList<>();
            for (String header : List.of("", bearer(reader), bearer(writer), bearer(operator))) {
                opened.add(code(
                        header.isEmpty() ? request(method, path) : request(method, path, "Authorization", header)));
            }

            // Then
            assertThat(opened)
                    .containsExactlyElementsOf(
                            switch (needed) {
                                case "nobody" -> List.of("allowed", "allowed", "allowed", "allowed");
                                case "read" -> List.of("unauthorized", "allowed", "allowed", "allowed");
                                case "write" -> List.of("unauthorized", "forbidden", "allowed", "allowed");
                                default -> List.of("unauthorized", "forbidden", "forbidden", "allowed");
                            });
        }

        @Test
        void aKeyIsTakenFromEitherHeaderAndFromTheBrowsersDialogue() {
            assertThat(code(request("GET", "/", "X-Api-Key", reader.reveal()))).isEqualTo("allowed");
            assertThat(code(request("GET", "/", "Authorization", "bearer  " + reader.reveal())))
                    .isEqualTo("allowed");
            assertThat(code(request("GET", "/", "Authorization", basic("me:" + reader.reveal()))))
                    .isEqualTo("allowed");
            assertThat(code(request("GET", "/", "Authorization", basic(":" + reader.reveal()))))
                    .isEqualTo("allowed");
        }

        @Test
        void theHeaderThatAProxyAddsGoesFirst() {
            assertThat(code(request("GET", "/", "X-Api-Key", reader.reveal(), "Authorization", "Bearer of.some.idp")))
                    .isEqualTo("allowed");
            assertThat(code(request("GET", "/", "X-Api-Key", "wrong", "Authorization", bearer(reader))))
                    .isEqualTo("unauthorized");
        }

        @ParameterizedTest
        @ValueSource(
                strings = {
                    "",
                    "Bearer",
                    "Bearer ",
                    "Bearer x",
                    "Basic",
                    "Basic !",
                    "Basic eA==",
                    "Digest a=b",
                    "dl_abcd_ff",
                    "Bearer dl_abcd_0000000000000000000000000000000000000000000000000000000000000000"
                })
        void anythingElseIsUnauthorized(String authorization) {
            assertThat(code(request("GET", "/", "Authorization", authorization)))
                    .isEqualTo("unauthorized");
        }

        @Test
        void aRevokedKeyIsUnauthorized() {
            assertThat(code(request("GET", "/", "Authorization", bearer(revoked))))
                    .isEqualTo("unauthorized");
            assertThat(policy.stillHolds(revoked.id())).isFalse();
            assertThat(policy.stillHolds(reader.id())).isTrue();
        }

        @Test
        void headersOfTenThousandCharactersAreNotDecoded() {
            assertThat(code(request("GET", "/", "Authorization", "Bearer " + "d".repeat(10_000))))
                    .isEqualTo("unauthorized");
            assertThat(code(request("GET", "/", "Authorization", basic("me:" + "d".repeat(10_000)))))
                    .isEqualTo("unauthorized");
            assertThat(code(request("GET", "/", "X-Api-Key", "d".repeat(10_000))))
                    .isEqualTo("unauthorized");
        }

        @Test
        void browsersAreAskedByDialogueAndProgramsAreNot() {
            // When
            Verdict page = policy.judge(request("GET", "/", "Accept", "text/html,*/*"));
            Verdict stream = policy.judge(request("GET", "/api/stream", "Sec-Fetch-Mode", "cors"));
            Verdict program = policy.judge(request("GET", "/api/articles", "Accept", "application/json"));

            // Then
            assertThat(((Verdict.Refused) page).challenge()).startsWith("Basic realm=\"Dateline\"");
            assertThat(((Verdict.Refused) stream).challenge()).startsWith("Basic realm=\"Dateline\"");
            assertThat(((Verdict.Refused) program).challenge()).isEqualTo("Bearer realm=\"Dateline\"");
        }

        @Test
        void aKeyThatABrowserAddsForAnotherSiteChangesNothing() {
            assertThat(code(request(
                            "POST",
                            "/api/feeds",
                            "Authorization",
                            basic("me:" + writer.reveal()),
                            "Sec-Fetch-Site",
                            "cross-site")))
                    .isEqualTo("cross-site");
        }

        @Test
        void keysAreLimitedOneByOneAndGuessesByAddress() {
            // Given
            policy = policy(settings.limited(1, 2), "0.0.0.0");
            AccessRequest withKey = request("GET", "/", "Authorization", bearer(reader));
            AccessRequest otherKey = request("GET", "/", "Authorization", bearer(writer));
            AccessRequest guess = request("GET", "/", "Authorization", "Bearer x");
            AccessRequest elsewhere = from("198.51.100.1", "h", "GET", "/", "Authorization", "Bearer x");

            // When
            List<String> codes = List.of(
                    code(withKey),
                    code(withKey),
                    code(withKey),
                    code(otherKey),
                    code(guess),
                    code(guess),
                    code(guess),
                    code(elsewhere));

            // Then
            assertThat(codes)
                    .containsExactly(
                            "allowed",
                            "allowed",
                            "too-many-requests",
                            "allowed",
                            "unauthorized",
                            "unauthorized",
                            "too-many-requests",
                            "unauthorized");
            assertThat(((Verdict.Refused) policy.judge(withKey)).retryAfter()).isEqualTo(1);
        }

        @Test
        void callersAreToldApartByTheirKeysWhereverTheyAre() {
            // When
            Verdict near = policy.judge(request("GET", "/", "Authorization", bearer(reader)));
            Verdict far = policy.judge(from("198.51.100.1", "h", "GET", "/", "Authorization", bearer(reader)));
            Verdict other = policy.judge(request("GET", "/", "Authorization", bearer(writer)));

            // Then
            assertThat(((Verdict.Allowed) near).name())
                    .isEqualTo(((Verdict.Allowed) far).name())
                    .isNotEqualTo(((Verdict.Allowed) other).name());
        }

        @ParameterizedTest
        @CsvSource({"-1, 1", "1, 0"})
        void noStartWithLimitsThatMakeNoSense(int perSecond, int burst) {
            assertThatThrownBy(() -> policy(settings.limited(perSecond, burst), "127.0.0.1"))
                    .isInstanceOf(IllegalStateException.class);
        }
    }
}
