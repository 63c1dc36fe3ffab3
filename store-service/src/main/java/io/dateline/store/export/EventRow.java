package io.dateline.store.export;

import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.store.export.Countries.Country;
import io.dateline.store.query.EventItem;
import io.dateline.store.query.EventItem.Party;
import io.dateline.store.query.ExportedEvent;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/** An event as a line of GDELT's Event 2.0 table, 61 columns. */
final class EventRow {
    static final int COLUMNS = 61;

    private static final int QUAD_NONE = 0;
    /** PLOVER orders its types by these: 1 verbal and 2 material cooperation, 3 verbal and 4 material conflict. */
    private static final Map<String, Integer> QUADS = Map.ofEntries(
            Map.entry("AGREE", 1),
            Map.entry("CONSULT", 1),
            Map.entry("SUPPORT", 1),
            Map.entry("CONCEDE", 1),
            Map.entry("COOPERATE", 2),
            Map.entry("AID", 2),
            Map.entry("RETREAT", 2),
            Map.entry("REQUEST", 3),
            Map.entry("ACCUSE", 3),
            Map.entry("REJECT", 3),
            Map.entry("THREATEN", 3),
            Map.entry("PROTEST", 4),
            Map.entry("SANCTION", 4),
            Map.entry("MOBILIZE", 4),
            Map.entry("COERCE", 4),
            Map.entry("ASSAULT", 4));
    /** Types whose CAMEO codes all have one root (CAMEO2PLOVER, 2021); ACCUSE, COERCE and ASSAULT are of several. */
    private static final Map<String, String> ROOTS = Map.ofEntries(
            Map.entry("AGREE", "03"),
            Map.entry("CONSULT", "04"),
            Map.entry("SUPPORT", "05"),
            Map.entry("COOPERATE", "06"),
            Map.entry("AID", "07"),
            Map.entry("CONCEDE", "08"),
            Map.entry("RETREAT", "08"),
            Map.entry("REQUEST", "10"),
            Map.entry("REJECT", "12"),
            Map.entry("THREATEN", "13"),
            Map.entry("PROTEST", "14"),
            Map.entry("MOBILIZE", "15"),
            Map.entry("SANCTION", "16"));
    /** Sectors that are CAMEO roles of the same letters and sense. */
    private static final Set<String> ROLES = Set.of(
            "BUS", "COP", "CVL", "EDU", "GOV", "IGO", "JUD", "LAB", "LEG", "MED", "MIL", "NGO", "OPP", "REB", "SPY");

    private final EventItem event;
    private final ExportedEvent exported;
    private final Row row = new Row();

    private EventRow(ExportedEvent exported) {
        this.exported = exported;
        this.event = exported.item();
    }

    static Row of(ExportedEvent exported) {
        return new EventRow(exported).row();
    }

    private Row row() {
        row.add(event.id());
        date(event.date());
        // Of events without a recipient, the first two who took part.
        List<Party> parties = Stream.concat(
                        event.actors().stream().limit(event.recipients().isEmpty() ? 2 : 1),
                        event.recipients().stream().limit(1))
                .toList();
        boolean recipientOnly = event.actors().isEmpty();
        party(recipientOnly ? null : parties.get(0));
        party(recipientOnly ? first(parties) : parties.size() > 1 ? parties.get(1) : null);
        action();
        row.add(exported.mentions()).add(event.sources()).add(exported.articles());
        // AvgTone, Actor1Geo, Actor2Geo
        row.skip(1 + 8 + 8);
        place(event.place());
        row.add(event.firstToldAt()).add(exported.url());
        return row;
    }

    private static Party first(List<Party> parties) {
        return parties.isEmpty() ? null : parties.get(0);
    }

    /** GDELT counts thirty days to a month and 365 to a year. */
    private void date(LocalDate date) {
        if (date == null) {
            row.skip(4);
            return;
        }
        String day = date.format(DateTimeFormatter.BASIC_ISO_DATE);
        double fraction = ((date.getMonthValue() - 1) * 30 + date.getDayOfMonth()) / 365.0;
        row.add(day)
                .add(day.substring(0, 6))
                .add(day.substring(0, 4))
                .add(String.format(Locale.ROOT, "%.4f", date.getYear() + fraction));
    }

    private void party(Party who) {
        if (who == null) {
            row.skip(10);
            return;
        }
        String country = Countries.of(who.country()).alpha3();
        String role = who.sector() != null && ROLES.contains(who.sector()) ? who.sector() : "";
        row.add(country + role).add(who.name()).add(country);
        // KnownGroupCode, EthnicCode, Religion1Code, Religion2Code
        row.skip(4).add(role).skip(2);
    }

    private void action() {
        String code = event.cameo();
        row.add(exported.lead() ? 1 : 0);
        row.add(code);
        row.add(code == null || code.length() < 3 ? null : code.substring(0, 3));
        row.add(code == null || code.length() < 2 ? ROOTS.get(event.type()) : code.substring(0, 2));
        int quad = QUADS.getOrDefault(event.type(), QUAD_NONE);
        row.add(quad == QUAD_NONE ? null : Integer.toString(quad));
        row.add(event.goldstein() == null ? null : Double.toString(event.goldstein()));
    }

    private void place(PlaceLink place) {
        if (place == null) {
            row.skip(8);
            return;
        }
        Country country = Countries.of(place.country());
        row.add(type(place))
                .add(fullName(place, country))
                .add(country.fips())
                // ADM1Code, ADM2Code
                .skip(2)
                .add(place.latitude() == null ? null : place.latitude().toString())
                .add(place.longitude() == null ? null : place.longitude().toString())
                .add(place.id());
    }

    /** 1 country, 2 and 5 state (of the US, elsewhere), 3 and 4 city likewise; null where it may be either. */
    private static String type(PlaceLink place) {
        if (Countries.is(place)) {
            return "1";
        }
        if (place.admin1() == null || place.admin1().equals(place.name())) {
            return null;
        }
        return "US".equals(place.country()) ? "3" : "4";
    }

    private static String fullName(PlaceLink place, Country country) {
        return Stream.of(place.name(), place.admin1(), country.name())
                .filter(name -> name != null && !name.isEmpty())
                .distinct()
                .reduce((a, b) -> a + ", " + b)
                .orElse(null);
    }
}
