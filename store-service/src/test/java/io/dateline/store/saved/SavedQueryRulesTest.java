package io.dateline.store.saved;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemException;
import io.dateline.contracts.net.VettingResolver;
import io.dateline.store.query.QueryText;
import io.dateline.store.saved.SavedQueryRequest.Webhook;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.apache.hc.client5.http.DnsResolver;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SavedQueryRulesTest {
    private static final Map<String, List<String>> NAMES = Map.of(
            "public.example", List.of("93.184.216.34"),
            "inside.example", List.of("10.1.2.3"),
            "mixed.example", List.of("93.184.216.34", "127.0.0.1"),
            "carrier.example", List.of("100.64.0.1"),
            "mapped.example", List.of("::ffff:127.0.0.1"),
            "metadata.example", List.of("169.254.169.254"));

    private final SavedQueryRules rules = rules(false, false);

    private static SavedQueryRules rules(boolean anywhere, boolean http) {
        return new SavedQueryRules(
                new WebhookAddresses(anywhere, http), anywhere ? new Names() : new VettingResolver(new Names()));
    }

    private record Names() implements DnsResolver {
        @Override
        public InetAddress[] resolve(String host) throws UnknownHostException {
            List<String> known = NAMES.get(host);
            if (known == null) {
                throw new UnknownHostException(host);
            }
            InetAddress[] addresses = new InetAddress[known.size()];
            for (int i = 0; i < addresses.length; i++) {
                addresses[i] = InetAddress.getByName(known.get(i));
            }
            return addresses;
        }

        @Override
        public String resolveCanonicalHostname(String host) {
            return host;
        }
    }

    private static SavedQueryRequest hook(String url) {
        return new SavedQueryRequest("name", "q=x", new Webhook(url, null, null, null));
    }

    private List<String> faults(SavedQueryRequest request) {
        try {
            rules.check(request);
            return List.of();
        } catch (ProblemException e) {
            assertThat(e.problem().code()).isEqualTo("invalid-saved-query");
            return e.problem().errors().stream().map(Problem.Fault::where).toList();
        }
    }

    @Test
    void takesAWebhookOnThePublicInternet() {
        assertThat(faults(hook("https://public.example/hook?key=1"))).isEmpty();
        assertThat(faults(hook("https://public.example:8443/"))).isEmpty();
    }

    @Test
    void stripsAnAddressThatWasReadFromAFile() {
        // When
        String url = rules.check(hook(" https://public.example/hook\n")).hook().url();
        // Then
        assertThat(url).isEqualTo("https://public.example/hook");
    }

    @Test
    void veilsAnAddressThatWasStoredWithBlanks() {
        // Given
        SavedQuery stored = new SavedQuery(
                "id",
                "name",
                "q=x",
                Instant.EPOCH,
                Instant.EPOCH,
                new SavedQuery.Webhook("https://public.example/hook?key=1\n", 0, 0, null, null, null, null));
        // When
        SavedQuery veiled = stored.veiled();
        // Then
        assertThat(veiled.webhook().url()).isEqualTo("https://public.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://inside.example/",
                "https://mixed.example/",
                "https://carrier.example/",
                "https://mapped.example/",
                "https://metadata.example/",
                "https://unknown.example/",
                "https://127.0.0.1/",
                "https://2130706433/",
                "https://0x7f.1/",
                "https://[::1]/",
                "https://[::ffff:10.0.0.1]/",
                "https://10.0.0.1/",
                "https://172.16.0.1/",
                "https://192.168.1.1/",
                "https://100.64.0.1/",
                "https://169.254.169.254/latest/meta-data/",
                "https://224.0.0.1/",
                "https://[fe80::1]/",
                "https://[fd00::1]/",
                "https://0.0.0.0/",
                "https://user:word@public.example/",
                "http://public.example/",
                "ftp://public.example/",
                "file:///etc/passwd",
                "https:///nohost",
                "no address",
                ""
            })
    void refusesOtherAddresses(String url) {
        assertThat(faults(hook(url))).containsExactly("webhook.url");
    }

    @Test
    void takesOurOwnNetworkWhereItIsToldTo() {
        assertThat(rules(true, true)
                        .check(hook("http://inside.example/"))
                        .hook()
                        .url())
                .isEqualTo("http://inside.example/");
        assertThatThrownBy(() -> rules(true, false).check(hook("http://inside.example/")))
                .isInstanceOf(ProblemException.class);
        assertThatThrownBy(() -> rules(true, true).check(hook("http://a:b@inside.example/")))
                .isInstanceOf(ProblemException.class);
    }

    @Test
    void holdsItsLimits() {
        assertThat(faults(new SavedQueryRequest("n".repeat(200), "", null))).isEmpty();
        assertThat(faults(new SavedQueryRequest("n".repeat(201), "", null))).containsExactly("name");
        assertThat(faults(new SavedQueryRequest("n", names(8_000), null))).isEmpty();
        assertThat(faults(new SavedQueryRequest("n", names(8_001), null))).containsExactly("query");
        String url = "https://public.example/";
        assertThat(faults(hook(url + "p".repeat(2_000 - url.length())))).isEmpty();
        assertThat(faults(hook(url + "p".repeat(2_001 - url.length())))).containsExactly("webhook.url");
        assertThat(faults(new SavedQueryRequest("n", "q=" + "w".repeat(400), null)))
                .isEmpty();
        assertThat(faults(new SavedQueryRequest("n", "q=" + "w".repeat(401), null)))
                .containsExactly("query.q");
    }

    /** Filters that are so long once they are percent-encoded. */
    private static String names(int encoded) {
        // Each letter takes six characters of an address.
        String query = IntStream.range(0, 9)
                .mapToObj(i -> "entity=" + i + "ж".repeat(145))
                .collect(Collectors.joining("&"));
        int left = encoded - QueryText.canonical(query).length() - "&entity=".length();
        return query + "&entity=" + "z".repeat(left);
    }

    @Test
    void takesAgainWhatItSaved() {
        // Given: by far the longest there is, as it is typed and as it is kept
        SavedQueryRequest typed = new SavedQueryRequest("n", names(8_000), null);

        // When
        String kept = rules.check(typed).query();

        // Then
        assertThat(typed.query().length()).isLessThan(2_000);
        assertThat(kept).hasSize(8_000);
        assertThat(rules.check(new SavedQueryRequest("n", kept, null)).query()).isEqualTo(kept);
    }

    @Test
    void namesEverythingThatIsWrongAtOnce() {
        assertThat(faults(new SavedQueryRequest(" ", null, new Webhook(null, "secret", null, "then"))))
                .containsExactly("name", "query", "webhook.url", "webhook.secret", "webhook.from");
        assertThat(faults(new SavedQueryRequest(
                        "a\nb",
                        "colour=red",
                        new Webhook(
                                "https://public.example/",
                                "whsec_MfKQ9r8GKYqrTwjUPD8ILPZIo2LaLaSw",
                                true,
                                "9999999999999999999"))))
                .containsExactly("name", "query.colour", "webhook.rotate", "webhook.from");
    }

    @Test
    void readsBodiesAndRefusesFieldsItDoesNotKnow() {
        // Given
        String body = "{\"name\": \"n\", \"query\": \"\", \"webhook\": {\"url\": \"https://a.example\", \"from\": 17}}";

        // When / Then
        assertThat(SavedQueryRequest.read(body).webhook().from()).isEqualTo("17");
        assertThat(code("{\"name\": \"n\", \"qeury\": \"\"}")).isEqualTo("invalid-saved-query");
        assertThat(code("{\"webhook\": {\"uri\": \"x\"}}")).isEqualTo("invalid-saved-query");
        assertThat(code("{\"name\": ")).isEqualTo("malformed-json");
        assertThat(code("{} {}")).isEqualTo("malformed-json");
        assertThat(code("null")).isEqualTo("malformed-json");
        assertThat(code("")).isEqualTo("malformed-json");
        assertThat(SavedQueryRequest.read("{}" + " ".repeat(16_382))).isNotNull();
        assertThat(code("{}" + " ".repeat(16_383))).isEqualTo("too-large");
    }

    private static String code(String body) {
        try {
            SavedQueryRequest.read(body);
            return "none";
        } catch (ProblemException e) {
            return e.problem().code();
        }
    }
}
