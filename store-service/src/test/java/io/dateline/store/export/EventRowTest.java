package io.dateline.store.export;

import static io.dateline.store.testing.Stories.FETCHED;
import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.DateMention;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Span;
import io.dateline.store.query.EventItem;
import io.dateline.store.query.EventItem.Evidence;
import io.dateline.store.query.EventItem.Party;
import io.dateline.store.query.ExportedEvent;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EventRowTest {
    private static final Party BAKU = new Party("geonames:587116", "Azerbaijan", "AZ", null);
    private static final Party POLICE = new Party(null, "the\tpolice\nthere", "XX", "COP");
    private static final Party PARTY = new Party("org:p", "A party", "SA", "PTY");

    private static List<String> cells(
            String type,
            String cameo,
            List<Party> actors,
            List<Party> recipients,
            PlaceLink place,
            LocalDate date,
            String url) {
        Span span = new Span("body", 0, 1, "x");
        EventItem event = new EventItem(
                "evt-1",
                type,
                null,
                List.of(),
                cameo,
                null,
                actors,
                recipients,
                place,
                date,
                date == null ? null : DateMention.Precision.DAY,
                0.8,
                new Evidence("tst-1", 1, "title", "source", FETCHED, span, span),
                3,
                2,
                FETCHED);
        Row row = EventRow.of(new ExportedEvent(event, url, false, 4, 5));
        assertThat(row.columns()).isEqualTo(EventRow.COLUMNS);
        List<String> cells = List.of(row.toString().split("\t", -1));
        assertThat(cells).hasSize(EventRow.COLUMNS);
        assertThat(row.toString()).endsWith("\n").isEqualTo(row.toString().replaceAll("[\r\n](?!$)", ""));
        return cells;
    }

    private static List<String> place(PlaceLink place) {
        return cells("AID", null, List.of(), List.of(), place, null, null).subList(51, 59);
    }

    @Test
    void leavesEmptyWhatIsNotKnown() {
        // When
        List<String> cells = cells("ACCUSE", null, List.of(), List.of(), null, null, null);

        // Then: id, lead, quad class, counts and time are all there is
        assertThat(cells.stream().filter(cell -> !cell.isBlank()))
                .containsExactly("evt-1", "0", "3", "5", "2", "4", "20261120080000");
    }

    @ParameterizedTest
    @CsvSource({
        "AGREE, , , , 03, 1",
        "CONSULT, 042, 042, 042, 04, 1",
        "SUPPORT, , , , 05, 1",
        "CONCEDE, , , , 08, 1",
        "COOPERATE, , , , 06, 2",
        "AID, 0332, 0332, 033, 03, 2",
        "RETREAT, , , , 08, 2",
        "REQUEST, , , , 10, 3",
        "ACCUSE, 112, 112, 112, 11, 3",
        "REJECT, , , , 12, 3",
        "THREATEN, , , , 13, 3",
        "PROTEST, , , , 14, 4",
        "SANCTION, , , , 16, 4",
        "MOBILIZE, , , , 15, 4",
        "COERCE, , , , , 4",
        "ASSAULT, 1831, 1831, 183, 18, 4",
        "ASSAULT, , , , , 4",
        "UNHEARD, , , , , ",
    })
    void codesTheAct(String type, String cameo, String code, String base, String root, String quad) {
        assertThat(cells(type, cameo, List.of(BAKU), List.of(), null, null, null)
                        .subList(26, 30))
                .containsExactly(or(code), or(base), or(root), or(quad));
    }

    private static String or(String cell) {
        return cell == null ? "" : cell;
    }

    @Test
    void takesTheFirstActorAndTheFirstRecipient() {
        // When
        List<String> cells = cells("COERCE", null, List.of(POLICE, BAKU), List.of(PARTY, BAKU), null, null, null);

        // Then: no code for a country there is not, nor for a sector that CAMEO has not
        assertThat(cells.subList(5, 15)).containsExactly("COP", "the police there", "", "", "", "", "", "COP", "", "");
        assertThat(cells.subList(15, 25)).containsExactly("SAU", "A party", "SAU", "", "", "", "", "", "", "");
    }

    @Test
    void takesTwoActorsWhereNobodyIsRecipientAndKeepsARecipientInItsPlace() {
        assertThat(cells("CONSULT", null, List.of(BAKU, POLICE, PARTY), List.of(), null, null, null))
                .contains("Azerbaijan", "the police there")
                .doesNotContain("A party");
        List<String> cells = cells("ASSAULT", null, List.of(), List.of(BAKU), null, null, null);
        assertThat(cells.get(6)).isEmpty();
        assertThat(cells.get(16)).isEqualTo("Azerbaijan");
    }

    @Test
    void saysWhereInFips() {
        assertThat(place(new PlaceLink("geonames:587116", "Azerbaijan", "AZ", null, 40.4, 49.9)))
                .containsExactly("1", "Azerbaijan", "AJ", "", "", "40.4", "49.9", "geonames:587116");
        assertThat(place(new PlaceLink("geonames:4671654", "Austin", "US", "Texas", null, null)))
                .containsExactly("3", "Austin, Texas, United States", "US", "", "", "", "", "geonames:4671654");
        assertThat(place(new PlaceLink("geonames:4736286", "Texas", "US", "Texas", null, null)))
                .containsExactly("", "Texas, United States", "US", "", "", "", "", "geonames:4736286");
        assertThat(place(new PlaceLink("geonames:785842", "Pristina", "XK", "Pristina District", null, null))
                        .get(2))
                .isEqualTo("KV");
        assertThat(place(new PlaceLink("geonames:281184", "Jerusalem", "PS", null, null, null)))
                .containsExactly("", "Jerusalem, Palestine", "", "", "", "", "", "geonames:281184");
    }

    @ParameterizedTest
    @CsvSource({
        "2015-02-18, 20150218, 201502, 2015, 2015.1315",
        "2026-01-01, 20260101, 202601, 2026, 2026.0027",
        "2026-12-31, 20261231, 202612, 2026, 2026.9890",
    })
    void datesAsGdeltDoes(LocalDate date, String day, String month, String year, String fraction) {
        assertThat(cells("AID", null, List.of(), List.of(), null, date, null).subList(1, 5))
                .containsExactly(day, month, year, fraction);
    }

    @Test
    void keepsALineALine() {
        assertThat(cells("AID", null, List.of(), List.of(), null, null, "https://a.example/\t\n\r\u2028\u0085x")
                        .get(60))
                .isEqualTo("https://a.example/     x\n");
    }
}
