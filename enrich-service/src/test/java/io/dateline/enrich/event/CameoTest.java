package io.dateline.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.enrich.text.ModelFiles;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

class CameoTest {
    private static final Cameo CAMEO = new Cameo(ModelFiles.bundled());

    @ParameterizedTest
    @CsvSource({
        "036,4.0", "040,1.0", "041,1.0", "042,1.9", "043,2.8", "044,2.5", "046,7.0", "051,3.4", "057,8.0", "060,6.0"
    })
    void holdsTheCanonicalScale(String code, double value) {
        // When / Then
        assertThat(CAMEO.row(code).goldstein()).isEqualTo(value);
    }

    /** Whatever a verb makes of a code is a code again. */
    @ParameterizedTest
    @EnumSource(Op.class)
    void composesOnlyCodesThatAreThere(Op op) {
        for (String line : ModelFiles.bundled().lines(Cameo.TABLE)) {
            String code = line.substring(0, line.indexOf('\t'));
            if (code.length() > 2) {
                // When
                String composed = Composition.of(op, code);
                // Then
                assertThat(composed == null || CAMEO.row(composed) != null)
                        .as("%s of %s is %s", op, code, composed)
                        .isTrue();
            }
        }
    }

    @Test
    void readsModesAndContexts() {
        // When
        Cameo.Row row = CAMEO.row("1121");
        // Then
        assertThat(row.type()).isEqualTo("ACCUSE");
        assertThat(row.mode()).isEqualTo("allege");
        assertThat(row.contexts()).isEqualTo(List.of("corruption", "crime"));
    }

    @Test
    void hasARowForEveryCodeOfTheLists() {
        for (String file : List.of(Lexicon.VERBS, Lexicon.NOUNS)) {
            for (String line : ModelFiles.bundled().lines(file)) {
                String code = line.substring(0, line.indexOf('\t'));
                if (Character.isDigit(code.charAt(0))) {
                    // When / Then
                    assertThat(CAMEO.row(code)).as(code).isNotNull();
                    assertThat(CAMEO.row(code).goldstein()).as(code).isNotNull();
                }
            }
        }
    }
}
