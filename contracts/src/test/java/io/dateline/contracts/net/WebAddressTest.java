package io.dateline.contracts.net;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.net.URI;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class WebAddressTest {
    private final AddressGuard guard = new AddressGuard(Set.of());

    @ParameterizedTest
    @CsvSource({
        "https://\u043f\u0440\u0438\u043c\u0435\u0440.\u0440\u0444/feed, https://xn--e1afmkfd.xn--p1ai/feed, xn--e1afmkfd.xn--p1ai",
        "https://\u041f\u0420\u0418\u041c\u0415\u0420.\u0440\u0444:8443/a?b=c#d, https://xn--e1afmkfd.xn--p1ai:8443/a?b=c#d, xn--e1afmkfd.xn--p1ai:8443",
        "http://b\u00fccher.example, http://xn--bcher-kva.example, xn--bcher-kva.example",
        "http://my_site.example.org:8080/x, http://my_site.example.org:8080/x, my_site.example.org:8080",
        "http://my_site.example.org/x, http://my_site.example.org/x, my_site.example.org",
        "https://my_site.example.org:443/x, https://my_site.example.org:443/x, my_site.example.org",
        "http://a.example/\u043f\u0443\u0442\u044c, http://a.example/\u043f\u0443\u0442\u044c, a.example",
    })
    void readsHostsOfOtherScriptsAndWithUnderscores(String written, String address, String host) throws Exception {
        // when
        URI uri = guard.check(written);

        // then
        assertThat(uri).hasToString(address);
        assertThat(AddressGuard.host(uri)).isEqualTo(host);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                // letters that stand for several, a slash, colon, at or number sign among them
                "http://evil.c\u2100.news.example/",
                "http://evil\uff0fnews.example/",
                "http://evil\uff03.news.example/",
                "http://a\uff20news.example/",
                "http://127.0.0.1\uff1a80.news.example/",
                "http://evil\uff3cnews.example/",
                "http://evil%2f\u043f\u0440.\u0440\u0444/",
                // names that become addresses of ours
                "http://\uff11\uff12\uff17.0.0.1/",
                "http://127\u30020\u30020\u30021/",
                "http://\u2460\u2461\u2466.\u24ea.\u24ea.\u2460/",
                "http://127.0.0.1\u200b/",
                "http://\u0661\u0662\u0667.0.0.1/",
                "http://0x7f\u3002000001/",
                "http://\uff12130706433/",
                "http://169\uff0e254\uff0e169\uff0e254/latest/meta-data/",
                // numbers with an underscore or in short, users, zones, empty labels, and no host at all
                "http://127.1/",
                "http://2130706433/",
                "http://a_b@127.0.0.1/",
                "http://a_b:80@127.0.0.1/",
                "http://\u043f\u0440@127.0.0.1/",
                "http://127.0.0.1:80@\u043f\u0440.\u0440\u0444/",
                "http://[::1%25a_b]/",
                "http://[::1]\u043f\u0440/",
                "http://a_b:80:80/",
                "http://a_b:x/",
                "http://a_b..example/",
                "http://_.1/",
                "http://\u3002/",
                "http://\u043f\u0440..\u0440\u0444/",
                "http://a_b%2e127.0.0.1/",
            })
    void refusesHostsThatWouldTurnIntoSomethingElse(String url) {
        assertThatThrownBy(() -> guard.check(url)).isInstanceOf(AddressGuard.Refused.class);
    }

    @Test
    void refusesAHostOfThousandsOfLabels() {
        // given
        String url = "http://a_b." + "a.".repeat(50_000) + "example/";

        // when, then
        assertThatThrownBy(() -> guard.check(url)).isInstanceOf(AddressGuard.Refused.class);
    }

    @Test
    void countsTheCharactersOfTheNameThatIsLookedUp() {
        // given two hundred letters, which take more in ASCII
        String url = "http://" + "\u043f\u0440\u0438\u043c\u0435\u0440\u043f\u0440\u0438\u043c.".repeat(18)
                + "\u0440\u0444/";

        // when, then
        assertThatThrownBy(() -> guard.check(url)).hasMessageContaining("longer host");
    }
}
