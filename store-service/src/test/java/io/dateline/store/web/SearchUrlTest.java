package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SearchUrlTest {

    @Test
    void encodesWhateverStandsInAValue() {
        assertThat(SearchUrl.to("entity", "org:a&b=\"c\" <d>+é"))
                .isEqualTo("/search?entity=org%3Aa%26b%3D%22c%22+%3Cd%3E%2B%C3%A9");
    }

    @Test
    void narrowsAndWidensWithoutTouchingTheRest() {
        // Given
        SearchUrl url = SearchUrl.EMPTY.with("q", "vote").with("lang", "en").with("lang", "fr");

        // When
        SearchUrl wider = url.without("lang", "en");

        // Then
        assertThat(wider).hasToString("/search?q=vote&lang=fr");
        assertThat(url).hasToString("/search?q=vote&lang=en&lang=fr");
        assertThat(wider.without("lang").without("q")).hasToString("/search");
    }

    @Test
    void leavesOutWhatAFormSendsEmptyOrTwice() {
        // Given
        Map<String, List<String>> sent = Map.of("topic", List.of("medtop:1", "medtop:1", " "), "from", List.of(""));

        // When
        SearchUrl url = new SearchUrl(sent);

        // Then
        assertThat(url).hasToString("/search?topic=medtop%3A1");
    }

    @Test
    void readsWhatItWrote() {
        // Given
        SearchUrl url =
                SearchUrl.EMPTY.with("q", "two & words").with("place", "AZ").with("place", "geonames:1");
        // When / Then
        assertThat(SearchUrl.read(url.at("").substring(1))).isEqualTo(url);
        assertThat(SearchUrl.read("")).isEqualTo(SearchUrl.EMPTY);
    }
}
