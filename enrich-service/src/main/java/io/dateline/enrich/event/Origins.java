package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.TextHash;
import java.util.List;
import java.util.Set;

/**
 * The country of those whom a clause names by their kind only: "police arrested students" in one country are of that
 * country, as PLOVER's coders take it. Nothing is lent to armed forces, to bodies of many states, or to named persons of
 * whom nothing else is known.
 */
final class Origins {
    private static final long IN = TextHash.word("in");
    private static final long AT = TextHash.word("at");
    private static final long INSIDE = TextHash.word("inside");
    private static final long ACROSS = TextHash.word("across");
    private static final int LEAD = 4;
    /** Who mostly lives where it is heard of. */
    private static final Set<String> LOCAL = Set.of("CVL", "OPP", "LAB", "PTY", "MED", "COP", "JUD", "LEG", "REB");
    /** Bodies of a state, which deal with their own people unless the text says otherwise. */
    private static final Set<String> STATE = Set.of("GOV", "COP", "JUD", "LEG");
    /** Those who face their own government. */
    private static final Set<String> SUBJECTS = Set.of("CVL", "OPP", "LAB", "PTY", "LEG", "JUD");

    private final Reading reading;
    private final Hosts hosts;

    Origins(Reading reading, Hosts hosts) {
        this.reading = reading;
        this.hosts = hosts;
    }

    /** Actors and recipients with the countries that follow from each other, from the place, or from the dateline. */
    Roles.Cast lend(Roles.Cast cast, String code, Clause clause, int sentenceEnd) {
        Home place = place(clause.subjectFrom(), sentenceEnd);
        if (place == null && reading.tokens.sentence(clause.group().from()) < LEAD) {
            place = hosts.dateline();
        }
        Home said = place;
        Home faced = first(cast.recipients(), STATE);
        List<Party> actors = cast.actors().stream()
                .map(party -> lend(party, faced != null && isSubject(party) ? faced : said))
                .toList();
        Home acting = first(actors, STATE);
        Home suffering = first(actors, SUBJECTS);
        boolean abroad = code.startsWith("04") || code.startsWith("16");
        List<Party> recipients = cast.recipients().stream()
                .map(party -> {
                    boolean government = party.sector() != null && STATE.contains(party.sector());
                    Home own =
                            government && suffering != null ? suffering : abroad || isGovernment(party) ? null : acting;
                    return lend(
                            party,
                            own != null ? own : isGovernment(party) ? null : said,
                            government && suffering != null);
                })
                .toList();
        return new Roles.Cast(actors, recipients);
    }

    private static boolean isGovernment(Party party) {
        return "GOV".equals(party.sector());
    }

    private static boolean isSubject(Party party) {
        return party.sector() != null && SUBJECTS.contains(party.sector());
    }

    private static Party lend(Party party, Home home) {
        return lend(party, home, false);
    }

    private static Party lend(Party party, Home home, boolean government) {
        boolean local = party.sector() != null && (government || LOCAL.contains(party.sector()));
        return home != null && local && party.country() == null ? party.of(home) : party;
    }

    private Home first(List<Party> parties, Set<String> sectors) {
        for (Party party : parties) {
            if (party.country() != null && party.sector() != null && sectors.contains(party.sector())) {
                return party.home(reading.field);
            }
        }
        return null;
    }

    /** "in", not "near" and not "on the border of". */
    private boolean within(int at) {
        int before = at > 1 && reading.is(at - 1, Word.DETERMINER) ? at - 2 : at - 1;
        long word = reading.tokens.lower(before);
        return word == IN || word == AT || word == INSIDE || word == ACROSS;
    }

    /** The one country that places behind "in" and the like are of; null where there are two. */
    private Home place(int from, int to) {
        Home found = null;
        for (int i = Math.max(from, 1); i < to; i++) {
            Entity entity = reading.entity(i);
            String country = within(i) ? Hosts.country(entity) : null;
            if (country != null && found != null && !found.country().equals(country)) {
                return null;
            }
            found = country == null || found != null ? found : new Home(country, reading.field.span(i, i + 1));
        }
        return found;
    }
}
