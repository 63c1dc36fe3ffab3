package io.dateline.enrich.dateline;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.Dateline;
import io.dateline.enrich.Samples;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Explain;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.ModelFiles;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
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

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            nullValues = "-",
            value = {
                "Baku, September 23, AZERTAC|On September 23; Baku; 587084; 2025-09-23; AZERTAC",
                "Baku, September 19 (AzerTAc). Azerbaijan's; Baku; 587084; 2025-09-19; AzerTAc",
                "Bakı, 21 iyun, AZƏRTAC|Milli; Bakı; 587084; 2025-06-21; AZƏRTAC",
                "Баку, 23 сентября, АЗЕРТАДЖ|Милли; Баку; 587084; 2025-09-23; АЗЕРТАДЖ",
                "Georgia, Tbilisi, Sept. 7 /Trend, N. Kirtskhalia/ The; Georgia, Tbilisi; 611717; 2025-09-07; Trend",
                "Baku/02.10.20/Turan: The; Baku; 587084; 2020-10-02; Turan",
                "BEIJING, Sept. 2 (Xinhua) -- The; BEIJING; 1816670; 2025-09-02; Xinhua",
                "LISBOA, 18 jun (Xinhua) -- El; LISBOA; 2267057; 2025-06-18; Xinhua",
                "MOSCOW, July 21. /TASS/. The; MOSCOW; 524901; 2025-07-21; TASS",
                "ABU DHABI, 22nd April, 2026 (WAM) -- The; ABU DHABI; 292968; 2026-04-22; WAM",
                "BUENOS AIRES, Argentina (AP) _ The; BUENOS AIRES, Argentina; 3435910; -; AP",
                "BUENOS AIRES, Argentina (AP) — The; BUENOS AIRES, Argentina; 3435910; -; AP",
                "Berlin (dpa) - The; Berlin; 2950159; -; dpa",
                "GLASGOW, Scotland, Feb. 01, 2018 (GLOBE NEWSWIRE) -- The; GLASGOW, Scotland; 2648579; 2018-02-01; GLOBE NEWSWIRE",
                "LONDON, Sept 23 (Reuters) - The; LONDON; 2643743; 2025-09-23; Reuters",
                "BEIJING/MOSCOW, Sept 23 (Reuters) - The; BEIJING/MOSCOW; 1816670; 2025-09-23; Reuters",
                "MOSCOW. Sept 23 (Interfax) - The; MOSCOW; 524901; 2025-09-23; Interfax",
                "New Delhi, Sep 23 (PTI) The; New Delhi; 1261481; 2025-09-23; PTI",
                "New Delhi [India], September 23 (ANI): The; New Delhi [India]; 1261481; 2025-09-23; ANI",
                "Paris, France | AFP | The; Paris, France; 2988507; -; AFP",
                "(ANSA) - ROME, SEP 23 - The; ROME; 3169070; 2025-09-23; ANSA",
                "SEOUL, Sept. 23 (Yonhap) -- The; SEOUL; 1835848; 2025-09-23; Yonhap",
                "Tehran, IRNA - The; Tehran; 112931; -; IRNA",
                "NEW YORK, Sept. 23, 2025 /PRNewswire/ -- The; NEW YORK; 5128581; 2025-09-23; PRNewswire",
                "TOKYO--(BUSINESS WIRE)--The; TOKYO; 1850147; -; BUSINESS WIRE"
            })
    void readsTheFormsOfTheAgencies(String body, String place, String geonames, LocalDate date, String agency) {
        // When
        Dateline dateline = read(
                body.replace("|On", "\n\nOn").replace("|Mil", "\n\nMil").replace("|Мил", "\n\nМил"),
                "2025-09-24T08:00:00Z");
        // Then
        assertThat(dateline).isNotNull();
        assertThat(dateline.placeText()).isEqualTo(place);
        assertThat(dateline.place().id()).isEqualTo("geonames:" + geonames);
        assertThat(dateline.date()).isEqualTo(date);
        assertThat(dateline.agency()).isEqualTo(agency);
        assertThat(dateline.span().start()).isZero();
        assertThat(dateline.span().surface()).contains(agency);
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
}
