package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.reprocess.Reprocessing;
import io.dateline.store.reprocess.Reprocessing.State;
import io.dateline.store.reprocess.ReprocessingReport;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ReprocessingViewTest {
    private static final Instant NOW = Instant.parse("2026-11-23T06:00:00Z");

    private static Reprocessing one(State state, boolean paused, String version, String trouble) {
        List<Reprocessing.Found> found =
                List.of(new Reprocessing.Found("new", 100_000, true), new Reprocessing.Found("newer", 12, false));
        return new Reprocessing(3, "place=AZ", 100, state, paused, 120_000, found, version, 40, trouble, NOW, NOW);
    }

    private static ReprocessingView view(Reprocessing one, ReprocessingReport report) {
        return ReprocessingView.of(one, report, true, null, null, NOW);
    }

    @ParameterizedTest
    @CsvSource({
        "SENDING,        false, sending,             true,  true,  false, false",
        "SENDING,        true,  'sending, paused',   true,  true,  false, false",
        "SENT,           true,  sent,                false, false, false, true",
        "SWITCHING,      false, switching,           true,  false, true,  false",
        "SWITCHED,       false, switched,            false, false, true,  true",
        "SWITCHING_BACK, false, switching back,      true,  false, false, false",
        "STOPPED,        false, stopped,             false, false, false, true"
    })
    void offersWhatCanBeDoneInEachState(
            State state, boolean paused, String words, boolean going, boolean stops, boolean back, boolean switches) {
        // When
        ReprocessingView view = view(one(state, paused, null, null), null);

        // Then
        assertThat(view.one().state()).isEqualTo(words);
        assertThat(view.one().going()).isEqualTo(going);
        assertThat(view.stops()).isEqualTo(stops);
        assertThat(view.back()).isEqualTo(back);
        assertThat(view.found()).extracting(ReprocessingView.Found::switches).containsOnly(switches);
    }

    @Test
    void tellsHowFarItIsAndWhatIsShown() {
        // When
        ReprocessingView view = view(one(State.SWITCHED, false, "newer", "Kafka is away."), null);

        // Then
        assertThat(view.one().progress()).isEqualTo("120,000 sent, 40 switched");
        assertThat(view.one().dot()).isEqualTo("bad");
        assertThat(view.one().articles()).isEqualTo("/search?place=AZ");
        assertThat(view.found().get(0).articles()).isEqualTo("100,000 or more");
        assertThat(view.found()).extracting(ReprocessingView.Found::shown).containsExactly(false, true);
        assertThat(view.found()).extracting(ReprocessingView.Found::switches).containsExactly(true, false);
    }

    @Test
    void tellsWhatWouldChange() {
        // Given
        ReprocessingReport report = new ReprocessingReport(
                "new",
                5_000,
                true,
                1_200,
                Map.of("entity", new ReprocessingReport.Kind(1_000, 2, 3, 4)),
                List.of(new ReprocessingReport.Counted("entity", "org:x", null, 7)),
                List.of(new ReprocessingReport.Counted("topic", "t:1", "weather", 8)));

        // When
        ReprocessingView.Report told =
                view(one(State.SENT, false, null, null), report).report();

        // Then
        assertThat(told.compared()).isEqualTo("a sample of 5,000");
        assertThat(told.differing()).isEqualTo("1,200");
        assertThat(told.kinds()).containsExactly(new ReprocessingView.Kind("entity", "1,000", "2", "3", "4"));
        assertThat(told.added()).containsExactly(new ReprocessingView.Tag("entity", "org:x", "7"));
        assertThat(told.lost()).containsExactly(new ReprocessingView.Tag("topic", "weather", "8"));
    }
}
