package io.dateline.store.deadletter;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.http.ProblemException;
import java.util.Collections;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReplayRequestTest {
    private static final String PLACE = "{\"topic\": \"articles.raw.dead-letter\", \"partition\": 0, \"offset\": 1}";
    private static final String GROUP = "\"group\": {\"topic\": \"articles.raw.dead-letter\", \"reason\": \"invalid\"}";

    private static ThrowingCallable checking(String body) {
        return () -> ReplayRequest.read(body).check();
    }

    private static String letters(int count) {
        return "{\"letters\": [" + String.join(",", Collections.nCopies(count, PLACE)) + "]}";
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "{} | letters",
                "{\"letters\": []} | letters",
                "{\"letters\": [null]} | letters",
                "{\"letters\": [PLACE], GROUP} | letters",
                "{\"letters\": [PLACE, PLACE], \"payload\": {}} | payload",
                "{\"letters\": [PLACE], \"limit\": 1} | limit",
                "{\"letters\": [PLACE], \"cursor\": \"0-1\"} | limit",
                "{GROUP, \"payload\": {}} | payload",
                "{GROUP, \"limit\": 0} | limit",
                "{GROUP, \"limit\": 1001} | limit",
                "{\"group\": {\"topic\": \"articles.raw\", \"reason\": \"invalid\"}} | group",
                "{\"group\": {\"topic\": \"articles.raw.dead-letter\"}} | group",
                "{\"colour\": \"red\"} | colour"
            })
    void refuses(String body, String where) {
        assertThatThrownBy(checking(body.replace("PLACE", PLACE).replace("GROUP", GROUP)))
                .isInstanceOfSatisfying(ProblemException.class, refused -> {
                    assertThat(refused.problem().code()).isEqualTo("invalid-replay");
                    assertThat(refused.problem().errors().get(0).where()).isEqualTo(where);
                });
    }

    @Test
    void takesUpToItsLimits() {
        assertThatCode(checking(letters(100))).doesNotThrowAnyException();
        assertThatThrownBy(checking(letters(101))).isInstanceOf(ProblemException.class);
        assertThatCode(checking("{" + GROUP + ", \"limit\": 1000}")).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "[]", "{\"letters\": ", "{} {}"})
    void refusesWhatIsNoObject(String body) {
        assertThatThrownBy(checking(body))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("malformed-json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "0", "x-1", "0-1-", "-1-2", "0-1-2-x", "9999999999-1", "0-9999999999999999999"})
    void refusesCursorsThatAreNotItsOwn(String cursor) {
        assertThatThrownBy(() -> Place.parse(cursor))
                .isInstanceOfSatisfying(
                        ProblemException.class,
                        refused -> assertThat(refused.problem().code()).isEqualTo("invalid-cursor"));
    }

    @Test
    void cursorsReadAsTheyAreWritten() {
        assertThat(Place.parse("1-20-300-4").toString()).isEqualTo("1-20-300-4");
    }
}
