package io.dateline.enrich.entity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.text.Tokenizer;
import io.dateline.enrich.text.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OrgRuleTest {

    @Test
    void readsNoFurtherThanANameMayBe() {
        // Given: what it is named after stands beyond the longest name, or within it
        String far = "Party " + "Union ".repeat(40) + "Cup";
        String near = "Kennedy Center Gala Cup";
        // When / Then
        assertThat(OrgRule.whole(Tokenizer.tokenize(far), 0)).isPositive();
        assertThat(OrgRule.whole(Tokenizer.tokenize(near), 0)).isZero();
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', textBlock = """
                    New Azerbaijan Party won again.                                   | New Azerbaijan Party
                    International Conference of Asian Political Parties met.          | International Conference of Asian Political Parties
                    Front for the National Liberation of the Congo fought on.         | Front for the National Liberation of the Congo
                    Andy Warhol Foundation for the Visual Arts gave two.              | Andy Warhol Foundation for the Visual Arts
                    Milli Majlis Speaker spoke.                                       | Milli Majlis
                    Kennedy Center Honors went to her.                                |
                    World University Games begin.                                     |
                    The Ministry spoke.                                               |
                    Parliament of the prime minister.                                 |
                    """)
    void readsAnOrganisationToItsEnd(String text, String organisation) {
        // Given
        Tokens tokens = Tokenizer.tokenize(text);
        // When
        int end = OrgRule.whole(tokens, 0);
        // Then
        assertThat(end == 0 ? null : tokens.surface(0, end)).isEqualTo(organisation);
    }
}
