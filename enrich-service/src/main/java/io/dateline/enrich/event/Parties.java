package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.text.TextHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Reads who stands in a stretch of a sentence: names, countries, nationalities and the words for sectors. */
final class Parties {
    private static final int MOST = 8;
    private static final Set<String> VEHICLES = Set.of(
            "bulldozers",
            "tankers",
            "carriers",
            "trawlers",
            "cutters",
            "cruisers",
            "destroyers",
            "bombers",
            "fighters");

    private static final long FROM = TextHash.word("from");
    private static final int NONE = 0;
    private static final int SELF = 1;
    private static final int PERSON = 2;
    /** Endings of nouns for people: "gunners", "cyclists". */
    private static final List<String> PERSONS =
            List.of("ers", "eer", "ors", "ist", "ists", "ian", "ians", "men", "man");

    private final Reading reading;
    private final Gazetteer gazetteer;
    private final Map<String, Home> homes;
    private final Leaders leaders;

    /** @param homes of each person whose office names a country, by entity id */
    Parties(Reading reading, Gazetteer gazetteer, Map<String, Home> homes, Leaders leaders) {
        this.reading = reading;
        this.gazetteer = gazetteer;
        this.homes = homes;
        this.leaders = leaders;
    }

    /** In text order; at most eight. */
    List<Party> in(int from, int to) {
        List<Party> found = new ArrayList<>();
        int start = from;
        int before = 0;
        for (int i = from; i <= to && found.size() < MOST; i++) {
            boolean stop = i == to || breaks(i);
            if (!stop) {
                continue;
            }
            // "Ghana, not Togo,": who is named there did not do it.
            Party party = i > start && !reading.is(start, Word.NOT) ? read(start, i, before) : null;
            if (party != null && !apposed(found, party)) {
                found.add(lend(found, party));
            }
            before = i < to ? kind(i) : 0;
            start = i + 1;
        }
        return found;
    }

    private boolean breaks(int at) {
        // "a delegation led by": one body.
        if (reading.is(at, Word.BY) && at > 0 && reading.word(at - 1) != null && reading.word(at - 1).leads) {
            return false;
        }
        return reading.is(at, Word.BREAK | Word.AND | Word.PLACE)
                || reading.tokens.lower(at) == FROM
                || acts(at)
                || !reading.tokens.isWord(at)
                        && reading.tokens.kind(at) != io.dateline.enrich.text.Tokens.NUMBER
                        && !possessive(at);
    }

    /** "demanded that Syria withdraw its troops", "accused Chad of arming rebels": two parties, not one. */
    private boolean acts(int at) {
        boolean verb = at > 0
                && (reading.is(at, Word.ING) && reading.is(at - 1, Word.PREPOSITION)
                        || reading.is(at, Word.BASE) && !reading.is(at, Word.PARTICIPLE) && reading.isSomebody(at - 1));
        return verb && reading.noun(at) == null && !reading.isSomebody(at) && !reading.tokens.capitalised(at);
    }

    private boolean possessive(int at) {
        return reading.tokens.length(at) == 2;
    }

    private int kind(int at) {
        if (reading.is(at, Word.PLACE) || reading.tokens.lower(at) == FROM) {
            return Word.PLACE;
        }
        if (reading.comma(at)) {
            return Party.COMMA;
        }
        return reading.is(at, Word.BY) ? Word.BY : reading.is(at, Word.AND) ? Word.AND : 0;
    }

    /** "Doe, Prosecutor General of Laos": an office behind a person is no second party. */
    private boolean apposed(List<Party> found, Party office) {
        if (found.isEmpty() || office.before() != Party.COMMA || office.sector() == null || isPerson(office)) {
            return false;
        }
        Party last = found.get(found.size() - 1);
        if (!isPerson(last) || office.from() - last.to() > 2) {
            return false;
        }
        Party whole = last.sector() == null ? last.in(office.sector()) : last;
        boolean lent = last.country() == null && office.country() != null;
        found.set(found.size() - 1, lent ? whole.of(office.home(reading.field)) : whole);
        return true;
    }

    private static boolean isPerson(Party party) {
        return party.entity() != null && party.entity().type() == Entity.Type.PER;
    }

    /** "rebels in Mali": the place says which country the body before it belongs to. */
    private Party lend(List<Party> found, Party place) {
        if (!found.isEmpty() && place.before() == Word.PLACE && place.country() != null) {
            Party last = found.get(found.size() - 1);
            boolean ofMany = "IGO".equals(last.sector()) || "NGO".equals(last.sector());
            if (last.country() == null
                    && last.sector() != null
                    && !ofMany
                    && place.head()
                    && place.from() - last.to() <= 4) {
                found.set(found.size() - 1, last.of(place.home(reading.field)));
            }
        }
        return place;
    }

    private Party read(int from, int to, int before) {
        Entity entity = null;
        String country = null;
        Span countryWords = null;
        String town = null;
        Sector sector = null;
        int first = -1;
        int last = -1;
        boolean people = false;
        boolean nationSeen = false;
        boolean own = false;
        for (int i = from; i < to; i++) {
            Entity named = reading.entity(i);
            boolean place = named != null && named.type() == Entity.Type.LOC;
            Sector listed = reading.sector(i);
            Sector body = place ? null : listed;
            // "West Germany", "the Soviet Union": states that the gazetteer has no more.
            String nation = place && listed != null ? listed.country() : nation(i, named);
            if (named == null && body == null && nation == null) {
                continue;
            }
            country = country == null ? nation : country;
            nationSeen |= nation != null;
            people |= nation != null && plural(i);
            first = first < 0 ? i : first;
            last = i;
            if (body != null && (sector == null || weight(body) > weight(sector))) {
                sector = body;
            }
            own |= body != null && named != null && named.type() != Entity.Type.PER;
            if (body != null && country == null) {
                country = body.country();
            }
            if (named != null) {
                entity = entity == null || rank(named) > rank(entity) ? named : entity;
                boolean isTown =
                        named.type() == Entity.Type.LOC && named.links().iso() == null;
                town = town == null && isTown ? country(named) : town;
                if (country == null && !isTown) {
                    country = country(named);
                    countryWords = country == null || own(named)
                            ? null
                            : homes.get(named.id()).words();
                }
            }
        }
        if (first < 0) {
            return null;
        }
        if (country == null && (sector != null || entity != null && entity.type() == Entity.Type.LOC)) {
            country = town;
        }
        Sector leader = leader(entity, sector != null);
        if (leader != null) {
            country = country == null ? leader.country() : country;
            sector = sector == null || leader.code().equals("IGO") ? leader : sector;
        }
        boolean club = entity != null && entity.type() == Entity.Type.ORG && !own && country == null;
        if (club && sector != null && sector.code().equals("GOV")) {
            // "Scientology officials" govern nobody.
            sector = null;
        }
        int head = sector != null ? SELF : head(last, to);
        String code = sector != null
                ? sector.code()
                : people || nationSeen && head == PERSON
                        ? "CVL"
                        : head == NONE ? null : entity == null ? "GOV" : sector(entity, country, nationSeen);
        return new Party(entity, country, countryWords, code, first, last + 1, before, sector != null, head != NONE);
    }

    private Sector leader(Entity entity, boolean titled) {
        boolean may = entity != null && (entity.type() == Entity.Type.PER || entity.type() == Entity.Type.ORG);
        return may ? leaders.of(entity, titled) : null;
    }

    /** What follows a country or nationality: nothing, a person ("Turkish engineer") or something else ("Iran's economy"). */
    private int head(int last, int to) {
        for (int i = last + 1; i < to; i++) {
            boolean known = reading.word(i) != null && reading.word(i).kinds != 0;
            String surface = reading.tokens.surface(i);
            if (reading.tokens.isWord(i) && !reading.tokens.capitalised(i) && !known && !surface.endsWith("ly")) {
                return VEHICLES.contains(surface) ? SELF : PERSONS.stream().anyMatch(surface::endsWith) ? PERSON : NONE;
            }
        }
        return SELF;
    }

    /** The country of a word for a people, also where the tagger took it for something else or missed it. */
    private String nation(int at, Entity named) {
        if (named != null && named.type() == Entity.Type.ORG && reading.tokens.capitalised(at)) {
            for (Place place : gazetteer.named(Gazetteer.hash(reading.tokens, at, at + 1))) {
                if (place.kind() == Place.Kind.COUNTRY) {
                    return place.country();
                }
            }
        }
        boolean may = reading.tokens.capitalised(at) && (named == null || named.type() != Entity.Type.LOC);
        Place place = may ? gazetteer.demonym(Gazetteer.hash(reading.tokens, at, at + 1)) : null;
        return place == null ? null : place.country();
    }

    /** Armed and state bodies say more than the people and parties beside them ("Iraqi government officials"). */
    private static int weight(Sector sector) {
        return switch (sector.code()) {
            case "CVL", "PTY", "BUS", "EDU" -> 0;
            case "GOV" -> 1;
            default -> 2;
        };
    }

    private static int rank(Entity entity) {
        return switch (entity.type()) {
            case PER -> 3;
            case ORG -> 2;
            case NORP, LOC -> 1;
        };
    }

    private String country(Entity entity) {
        if (entity.links().iso() != null) {
            return entity.links().iso();
        }
        if (entity.geo() != null && entity.geo().country() != null) {
            return entity.geo().country();
        }
        Home home = homes.get(entity.id());
        return home == null ? null : home.country();
    }

    /** Whether a name says its country itself. */
    private static boolean own(Entity entity) {
        return entity.links().iso() != null
                || entity.geo() != null && entity.geo().country() != null;
    }

    /** What a name is by itself: a country acts through its government, its people are civilians. */
    private String sector(Entity entity, String country, boolean nation) {
        return switch (entity.type()) {
            case LOC -> nation || entity.links().iso() != null || capital(entity) ? "GOV" : null;
            case NORP -> country == null ? null : "GOV";
            case PER -> homes.containsKey(entity.id()) || !entity.roles().isEmpty() ? office(entity) : null;
            case ORG -> null;
        };
    }

    /** "Tokyo said": only a capital stands for its government. */
    private boolean capital(Entity entity) {
        for (Place place : gazetteer.named(entity.name())) {
            if (place.capital()
                    && entity.links().geonames() != null
                    && entity.links().geonames().equals(Integer.toString(place.geonames()))) {
                return true;
            }
        }
        return false;
    }

    private boolean plural(int token) {
        Span span = reading.field.span(token, token + 1);
        return span.surface().endsWith("s");
    }

    private static String office(Entity entity) {
        for (Entity.Role role : entity.roles()) {
            String text = role.text().toLowerCase(java.util.Locale.ROOT);
            if (text.contains("minister") || text.contains("president") || text.contains("secretary")) {
                return "GOV";
            }
        }
        return null;
    }
}
