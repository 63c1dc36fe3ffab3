package io.dateline.ingest.parse.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

class EmbargoRuleTest {
    @ParameterizedTest
    @EnumSource(EmbargoRule.class)
    void eachIsTheOnlyOneThatKnowsItsExample(EmbargoRule rule) {
        // given
        EmbargoTokens example = EmbargoTokens.of(rule.example());
        // when, then: none could be left out
        assertThat(Arrays.stream(EmbargoRule.values()).filter(any -> any.in(example, false) >= 0))
                .containsExactly(rule);
    }

    @Test
    void eachKindHasACodeOfItsOwn() {
        // when, then
        assertThat(Arrays.stream(EmbargoKind.values()).map(EmbargoKind::code)).doesNotHaveDuplicates();
    }

    @Test
    void cutsALineIntoWhatItsPartsAreToAnEmbargo() {
        // when
        EmbargoTokens tokens = EmbargoTokens.of("EMBARGOED until 0001 GMT, Tuesday 13 January 2026 (PRINT), said");
        // then
        assertThat(tokens.codes())
                .isEqualTo(codes("EMBARGOED UNTIL HOUR COMMA WEEKDAY MONTH_DATE YEAR OPEN MEDIA MARK CLAUSE TOLD"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"EMBARGOED *** UNTIL 0001 GMT", "EMBARGOED (UNTIL 0001 GMT", "EMBARGOED, UNTIL 0001 GMT"})
    void marksMayStandBetweenTheTokensOfARule(String line) {
        // when, then
        assertThat(EmbargoRule.UNTIL.in(EmbargoTokens.of(line), false)).isZero();
    }

    private static String codes(String kinds) {
        StringBuilder codes = new StringBuilder();
        for (String kind : kinds.split(" ")) {
            codes.append(EmbargoKind.valueOf(kind).code());
        }
        return codes.toString();
    }
}
