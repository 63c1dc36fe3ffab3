package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.TextHash;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Who of a clause does the act and who has it done to them. */
final class Roles {
    private static final long IT = TextHash.word("it");
    private static final int MOST = 3;
    private static final Set<String> PRIVATE = Set.of("BUS", "EDU", "MED", "PTY");
    private static final Set<String> PEACEFUL = Set.of("BUS", "EDU", "MED", "LAB", "NGO", "JUD", "LEG");
    private static final Set<String> ARMED = Set.of("GOV", "MIL", "REB", "IGO", "COP");
    private static final Set<String> STAYS = Set.of("CVL", "BUS", "EDU", "MED", "COP", "REB", "LAB");
    private static final Set<String> PUBLIC = Set.of("GOV", "MIL", "COP", "REB", "OPP", "IGO", "JUD", "LEG", "SPY");

    private final Reading reading;
    private final Parties parties;
    private final Hosts hosts;
    private final Origins origins;

    Roles(Reading reading, Parties parties, Hosts hosts) {
        this.hosts = hosts;
        this.origins = new Origins(reading, hosts);
        this.reading = reading;
        this.parties = parties;
    }

    /** Null where nobody known does it. */
    Cast of(Clause clause, Meaning meaning, String code, int sentenceEnd) {
        List<Party> subject = subject(clause);
        List<Party> rest = parties.in(meaning.next(), relative(meaning.next(), clause.end()));
        if (reading.noun(meaning.last()) != null && reading.sector(meaning.last()) == null) {
            // "launched a military offensive": how, not whom.
            rest = rest.stream()
                    .filter(party -> party.to() > meaning.last() + 1
                            || party.country() != null
                            || party.entity() != null
                            || !"MIL".equals(party.sector()))
                    .toList();
        }
        if (meaning.last() < clause.group().from()) {
            rest = subject.subList(Math.min(1, subject.size()), subject.size());
        }
        List<Party> actors = doers(clause, subject);
        List<Party> recipients = objects(rest, code);
        if (clause.group().passive()) {
            recipients = actors;
            actors = by(rest);
        } else if (clause.group().mood() == VerbGroup.Mood.DUTY && clause.speaker() != null) {
            recipients = actors;
            actors = heads(subject(clause.speaker()));
        }
        if (code.equals("043")) {
            List<Party> hosts = actors;
            actors = recipients;
            recipients = hosts;
        }
        Cast cast = cast(actors, recipients, code);
        if (cast == null) {
            return null;
        }
        cast = origins.lend(cast, code, clause, sentenceEnd);
        return meets(code) ? hosted(cast, clause, sentenceEnd) : cast;
    }

    /** "A mortar attack on a mosque killed": who stands behind the act did not do it. */
    private List<Party> doers(Clause clause, List<Party> subject) {
        int act = -1;
        for (int i = clause.subjectFrom(); i < clause.subjectTo() && act < 0; i++) {
            boolean harm = reading.noun(i) != null && reading.noun(i).compareTo("18") >= 0;
            act = harm && reading.sector(i) == null ? i : act;
        }
        if (act >= 0) {
            int at = act;
            List<Party> before = subject.stream()
                    .filter(party -> party.to() <= at && party.head())
                    .toList();
            return before.isEmpty() ? by(subject) : heads(before);
        }
        List<Party> heads = heads(subject).stream().filter(Party::head).toList();
        boolean theirs = heads.isEmpty() && clause.kind() == Clause.Kind.SHARED && clause.speaker() != null;
        return theirs ? heads(subject(clause.speaker())) : heads;
    }

    /** Where a clause about one of those begins: "abducted a driver who worked with the army". */
    private int relative(int from, int to) {
        for (int i = from; i < to; i++) {
            if (reading.is(i, Word.RELATIVE) && i > from) {
                return i;
            }
        }
        return to;
    }

    private static boolean meets(String code) {
        return code.equals("040") || code.equals("041") || code.equals("046");
    }

    /** Who is at home is the host and has it done to them; where nobody can be told to be, all are actors. */
    private Cast hosted(Cast cast, Clause clause, int sentenceEnd) {
        if (cast.recipients().isEmpty()) {
            return cast;
        }
        String home = hosts.country(clause.subjectFrom(), sentenceEnd);
        boolean actorHosts = home != null && home.equals(cast.actors().get(0).country());
        boolean recipientHosts =
                home != null && home.equals(cast.recipients().get(0).country());
        if (actorHosts && !recipientHosts) {
            return new Cast(cast.recipients(), cast.actors());
        }
        if (recipientHosts && !actorHosts) {
            return cast;
        }
        List<Party> all = new ArrayList<>(cast.actors());
        all.addAll(cast.recipients());
        return new Cast(all, List.of());
    }

    private Cast cast(List<Party> actors, List<Party> recipients, String code) {
        List<Party> doing = actors.stream().filter(Party::known).limit(MOST).toList();
        boolean abroad = recipients.stream().anyMatch(party -> isPublic(party) && party.country() != null);
        if (doing.isEmpty() && abroad && code.compareTo("10") >= 0 && code.compareTo("13") < 0) {
            // A body nobody knows more of still acts where it faces a state.
            doing = actors.stream().filter(Party::isBody).limit(MOST).toList();
        }
        List<Party> them = doing;
        List<Party> done = recipients.stream()
                .filter(party -> them.stream().noneMatch(party::same))
                .limit(MOST)
                .toList();
        if (doing.isEmpty()) {
            return null;
        }
        if (isPrivate(doing.get(0)) && done.stream().noneMatch(Roles::isPublic)) {
            return null;
        }
        if (code.equals("042") && done.stream().noneMatch(party -> party.country() != null)
                || code.equals("043") && done.stream().allMatch(party -> "CVL".equals(party.sector()))) {
            return null;
        }
        if (code.compareTo("18") >= 0
                && doing.get(0).sector() != null
                && PEACEFUL.contains(doing.get(0).sector())) {
            return null;
        }
        String sector = doing.get(0).sector();
        boolean crowd = "CVL".equals(sector) && doing.get(0).country() == null;
        if (code.startsWith("0874") && sector != null && !ARMED.contains(sector) || code.startsWith("07") && crowd) {
            return null;
        }
        boolean trades =
                "GOV".equals(doing.get(0).sector()) || "IGO".equals(doing.get(0).sector());
        if (code.equals("061") && !trades) {
            return null;
        }
        if (code.equals("042") && !travels(doing.get(0))) {
            return null;
        }
        boolean meets = code.startsWith("04");
        if (meets && done.stream().noneMatch(Party::known) && doing.size() < 2) {
            return null;
        }
        return new Cast(doing, done);
    }

    /** Who goes on business of state: no crowds, no companies, no soldiers without a name. */
    private static boolean travels(Party party) {
        boolean named = party.entity() != null && party.entity().type() == Entity.Type.PER;
        return party.sector() == null
                ? party.country() != null && named
                : !STAYS.contains(party.sector()) && (named || !party.sector().equals("MIL"));
    }

    /** Companies and schools among themselves are no matter of politics. */
    private static boolean isPrivate(Party party) {
        boolean company = party.sector() == null
                && party.entity() != null
                && party.entity().type() == Entity.Type.ORG;
        return company || party.sector() != null && PRIVATE.contains(party.sector());
    }

    private static boolean isPublic(Party party) {
        return party.sector() != null && PUBLIC.contains(party.sector()) && !party.inPlace();
    }

    /** The subject, or the one who speaks where it is a pronoun. */
    private List<Party> subject(Clause clause) {
        List<Party> own = parties.in(clause.subjectFrom(), clause.subjectTo());
        boolean pronoun = own.isEmpty()
                && clause.subjectTo() > clause.subjectFrom()
                && reading.is(clause.subjectTo() - 1, Word.PRONOUN);
        boolean theirs = clause.subjectTo() > clause.subjectFrom()
                && own(clause)
                && own.stream().noneMatch(party -> party.country() != null);
        if (clause.speaker() != null && (pronoun || theirs)) {
            List<Party> speaker = subject(clause.speaker());
            boolean it = pronoun && reading.tokens.lower(clause.subjectTo() - 1) == IT;
            boolean person = !speaker.isEmpty()
                    && speaker.get(0).entity() != null
                    && speaker.get(0).entity().type() == Entity.Type.PER;
            return it && person ? List.of() : speaker;
        }
        return own;
    }

    private boolean own(Clause clause) {
        for (int i = clause.subjectFrom(); i < clause.subjectTo(); i++) {
            if (reading.is(i, Word.OWN)) {
                return true;
            }
        }
        return false;
    }

    /** The first, and those joined to it by "and". */
    private static List<Party> heads(List<Party> all) {
        List<Party> heads = new ArrayList<>();
        for (Party party : all) {
            if (heads.isEmpty() || party.joined()) {
                if (!(heads.isEmpty() && party.inPlace())) {
                    heads.add(party);
                }
            } else if (party.before() != Word.PLACE) {
                break;
            }
        }
        return heads;
    }

    private static List<Party> by(List<Party> all) {
        for (int i = 0; i < all.size(); i++) {
            if (all.get(i).before() == Word.BY) {
                List<Party> found = new ArrayList<>(List.of(all.get(i)));
                for (int j = i + 1; j < all.size() && all.get(j).joined(); j++) {
                    found.add(all.get(j));
                }
                return found;
            }
        }
        return List.of();
    }

    /** "sent warships to Fiji", "massed troops along the border with Chad": what is sent is not who has it done to them. */
    private static List<Party> sent(List<Party> all, String code) {
        boolean sends =
                code.startsWith("07") || code.startsWith("033") || code.startsWith("15") || code.startsWith("0874");
        boolean thing = !all.isEmpty()
                && ("MIL".equals(all.get(0).sector()) || "IGO".equals(all.get(0).sector()));
        if (!sends || !thing || all.get(0).country() != null) {
            return List.of();
        }
        return all.stream()
                .skip(1)
                .filter(party -> party.country() != null && party.before() != Word.BY)
                .limit(1)
                .toList();
    }

    private static List<Party> objects(List<Party> all, String code) {
        boolean goes = code.equals("042");
        List<Party> sent = sent(all, code);
        if (!sent.isEmpty()) {
            return sent;
        }
        List<Party> found = new ArrayList<>();
        for (Party party : all) {
            boolean apart = !party.inPlace() || goes;
            if (found.isEmpty() ? apart && party.before() != Word.BY : party.joined() && apart) {
                found.add(party);
            } else if (!found.isEmpty()) {
                break;
            }
        }
        if (found.isEmpty()) {
            all.stream().filter(party -> party.country() != null).findFirst().ifPresent(found::add);
        }
        return found;
    }

    /** Both known as far as the clause tells. */
    record Cast(List<Party> actors, List<Party> recipients) {}
}
