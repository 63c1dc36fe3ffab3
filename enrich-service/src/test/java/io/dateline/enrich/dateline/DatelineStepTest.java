package io.dateline.enrich.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Dateline;
import io.dateline.enrich.Samples;
import io.dateline.enrich.evaluate.OwnDatelines;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import java.io.IOException;
import java.time.Instant;
import java.time.LocalDate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class DatelineStepTest {
    private static final Gazetteer GAZETTEER = GazetteerFiles.load(ModelFiles.bundled());
    private final DatelineStep step = new DatelineStep(GAZETTEER);

    private Dateline read(String body, String publishedAt) {
        Tags tags = new Tags(Explain.NOTHING);
        step.run(
                Document.of(Samples.article("Title", body)
                        .publishedAt(Instant.parse(publishedAt))
                        .build()),
                tags);
        return tags.dateline();
    }

    static Stream<OwnDatelines.Opening> openings() throws IOException {
        return OwnDatelines.load().stream();
    }

    @ParameterizedTest
    @MethodSource("openings")
    void readsTheFormsOfTheAgenciesAndLeavesSentencesAlone(OwnDatelines.Opening opening) {
        // When
        Dateline dateline = read(opening.body(), "2025-09-24T08:00:00Z");
        // Then
        if (opening.hasDateline()) {
            assertThat(dateline).isNotNull();
            assertThat(dateline.place().id()).isEqualTo(opening.place());
            assertThat(dateline.date()).isEqualTo(opening.date() == null ? null : LocalDate.parse(opening.date()));
            assertThat(dateline.agency()).isEqualTo(opening.agency());
            assertThat(dateline.span().surface()).contains(dateline.placeText());
            assertThat(opening.body()).contains(dateline.span().surface());
        } else {
            assertThat(dateline).isNull();
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            value = {
                "SPRINGFIELD, Ill. (AP) -- The; SPRINGFIELD, Ill.; SPRINGFIELD, Ill. (AP)",
                "TAMPA, Fla (AP) -- The; TAMPA, Fla; TAMPA, Fla (AP)",
                "JERUSALEM, Tuesday, Sept. 23 (UPI) -- The; JERUSALEM; JERUSALEM, Tuesday, Sept. 23 (UPI)",
                "BEIJING/MOSCOW, Sept 23 (Reuters) - The; BEIJING/MOSCOW; BEIJING/MOSCOW, Sept 23 (Reuters)",
                "(ANSA) - ROME - The; ROME; (ANSA) - ROME",
                "<p>BAKU, Azerbaijan (AP) — The; BAKU, Azerbaijan; BAKU, Azerbaijan (AP)"
            })
    void printsThePlaceAsItStands(String body, String place, String span) {
        // When
        Dateline dateline = read(body, "2025-09-24T08:00:00Z");
        // Then
        assertThat(dateline.placeText()).isEqualTo(place);
        assertThat(dateline.span().surface()).isEqualTo(span);
    }

    @Test
    void takesTheYearFromTheDayBeforeTheDateline() {
        // When
        Dateline dateline = read("date 2019-09-23 Baku, September 23, AZERTAC", "2025-09-24T08:00:00Z");
        // Then
        assertThat(dateline.date()).isEqualTo(LocalDate.of(2019, 9, 23));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "The president, on September 23, SAID nothing.",
                "On September 23, Speaker of the Milli Majlis met the ambassador (AP photo).",
                "Police said Monday, July 4, that (AP) was right - and wrong.",
                "Senator John Smith (D) - the longest serving - won.",
                "Baku is the capital of Azerbaijan.",
                "Route 66, May 5 (Xinhua) -- place with digits",
                "A very long place name that goes on and on for ever and ever, May 5 (Xinhua) -- no",
                ""
            })
    void takesNoSentenceForADateline(String body) {
        // When
        Dateline dateline = read(body, "2025-09-24T08:00:00Z");
        // Then
        assertThat(dateline).isNull();
    }

    @ParameterizedTest
    @CsvSource({
        "31 Dec, 2026-01-01, 2025-12-31",
        "1 Jan, 2025-12-31, 2026-01-01",
        "15 Jul, 2026-01-01, 2025-07-15",
        "15 Mar, 2026-01-01,"
    })
    void resolvesTheYearByTheDayOfPublication(String printed, String published, LocalDate date) {
        // When
        Dateline dateline = read("ROME, " + printed + " (Reuters) - The", published + "T10:00:00Z");
        // Then
        assertThat(dateline.date()).isEqualTo(date);
    }

    @Test
    void looksPastASlugOnTheFirstLines() {
        // When
        Dateline dateline = read("Politics\n\nBy Somebody\n\nBerlin (dpa) - The chancellor", "2025-09-24T08:00:00Z");
        // Then
        assertThat(dateline.agency()).isEqualTo("dpa");
        assertThat(dateline.span().start()).isEqualTo(23);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "MANCHESTER, N.H. | New Hampshire",
                "CHARLESTON, W.Va. | West Virginia",
                "LEBANON, Pa. | Pennsylvania",
                "WASHINGTON, D.C. | District of Columbia",
                "SPRINGFIELD, Ill. | Illinois"
            })
    void linksACityInsideTheStateBesideIt(String places, String state) {
        // When
        Dateline dateline = read(places + " (AP) — A man was arrested.", "2025-12-20T00:00:00Z");

        // Then
        assertThat(dateline.placeText()).isEqualTo(places);
        assertThat(dateline.place().admin1()).isEqualTo(state);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "MILAN, Tenn.",
                "CAIRO, Ga.",
                "LONDON, Ky.",
                "PARIS, Ark.",
                "MEXICO, Mo.",
                "PERU, Ind.",
                "POLAND, Ohio"
            })
    void leavesACityUnlinkedThatTheGazetteerLacks(String places) {
        // When
        Dateline dateline = read(places + " (AP) — A man was arrested.", "2025-12-20T00:00:00Z");

        // Then
        assertThat(dateline.placeText()).isEqualTo(places);
        assertThat(dateline.place()).isNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"Scranton, Pa. — A bus crashed.", "Lebanon, Pa. 66 50", "Philadelphia, PA — A bus crashed."})
    void takesNoStateForAnAgency(String body) {
        // When
        Dateline dateline = read(body, "2025-12-20T00:00:00Z");

        // Then
        assertThat(dateline).isNull();
    }

    @Test
    void readsPaWhereItIsTheAgency() {
        // When
        Dateline dateline = read("London, PA — A man was arrested.", "2025-12-20T00:00:00Z");

        // Then
        assertThat(dateline.agency()).isEqualTo("PA");
        assertThat(dateline.place().country()).isEqualTo("GB");
    }
}
