package io.dateline.store.story;

import io.dateline.contracts.Sha256;
import io.dateline.store.story.Ledger.Kind;
import io.dateline.store.story.Placing.Place;
import java.sql.SQLException;
import java.util.List;
import java.util.Locale;

/**
 * Works changes of articles into stories, one after the other. What it decides depends on what the tables hold at that
 * moment and on the change, on nothing else: neither on a clock nor on how changes are cut into transactions. Not
 * thread-safe.
 */
final class Clusterer {
    private static final List<Integer> LOOKED_OVER_AT = List.of(4, 8, 16, 32);

    private final Window window;
    private final Ledger ledger;

    Clusterer(Window window, Ledger ledger) {
        this.window = window;
        this.ledger = ledger;
    }

    /** The member this article was, if any, must be in memory. False where the change came too late to matter. */
    boolean take(Arrival arrival) throws SQLException {
        Member known = window.member(arrival.articleId());
        if (arrival.superseded() || known != null && arrival.revision() <= known.report.revision()) {
            return false;
        }
        if (arrival.report() == null) {
            if (known != null) {
                window.remove(known);
                leave(known, arrival.seq(), arrival.status());
            }
        } else if (known == null) {
            assign(arrival.report());
        } else {
            revise(known, arrival.report());
        }
        if (known != null && known.story.members().isEmpty()) {
            window.forgetStory(known.story);
        }
        return true;
    }

    private void assign(Report report) throws SQLException {
        Member member = new Member(report, window.indexes(report.day()));
        Placing placing = new Placing(window.around(report.day()));
        Place place = placing.place(report);
        if (place == null) {
            found(member, member.report.seq(), Kind.FOUNDED, null, "first");
        } else {
            join(member, place);
        }
    }

    private void revise(Member known, Report report) throws SQLException {
        BuiltStory story = known.story;
        window.remove(known);
        Member member = new Member(report, known.indexed);
        if (known.report.features().same(report.features()) && known.report.at().equals(report.at())) {
            stay(member, story, known.copyOf());
            return;
        }
        Placing placing = new Placing(window.around(report.day()));
        Place place = placing.place(report);
        boolean alone = placing.comparable(story).isEmpty();
        if (place != null && place.story() == story) {
            enter(member, place, true);
        } else if (place == null && alone
                || (place == null || place.copied() == null) && placing.fit(report, story) >= Placing.STAY) {
            stay(member, story, null);
        } else {
            leave(known, report.seq(), "changed");
            if (place == null) {
                found(member, report.seq(), Kind.FOUNDED, null, "changed");
            } else {
                join(member, place);
            }
            if (ledger.emptied(story, member.story)) {
                ledger.change(Kind.MERGED, story.id, member.id(), member.story.id, "changed");
            }
        }
    }

    private void stay(Member member, BuiltStory story, String copyOf) throws SQLException {
        member.copyOf(copyOf);
        window.add(member, story);
        ledger.member(member);
    }

    private BuiltStory found(Member member, long seq, Kind kind, String other, String reason) throws SQLException {
        BuiltStory story = new BuiltStory(storyId(member, seq), member.report.at(), seq);
        ledger.founded(story);
        window.add(member, story);
        ledger.member(member);
        ledger.change(kind, story.id, member.id(), other, reason);
        return story;
    }

    private void join(Member member, Place place) throws SQLException {
        enter(member, place, false);
        ledger.change(Kind.JOINED, member.story.id, member.id(), null, reason(place));
        if (place.copied() == null) {
            BuiltStory story = member.story;
            Placing placing = new Placing(window.around(member.report.day()));
            if (LOOKED_OVER_AT.contains(placing.comparable(story).size())) {
                split(story, placing, member.report.seq());
            }
        }
    }

    private void enter(Member member, Place place, boolean again) throws SQLException {
        BuiltStory story = place.story();
        for (BuiltStory other : place.same()) {
            story = merge(story, other, member, reason(place));
        }
        window.add(member, story);
        if (place.copied() != null) {
            copy(member, place.copied(), again);
        }
        ledger.member(member);
    }

    /** The earliest of all that share the text is the original. One that is too far back to be here is earlier. */
    private void copy(Member member, Member copied, boolean again) throws SQLException {
        String original = copied.original() ? copied.id() : copied.copyOf();
        if (original.equals(member.id())) {
            return;
        }
        Member first = window.member(original);
        if (first != null
                && window.around(member.report.day()).holds(first)
                && Member.EARLIEST.compare(member, first) < 0) {
            first.copyOf(member.id());
            ledger.member(first);
            recopy(member.story, original, member.id());
        } else {
            member.copyOf(original);
            if (again) {
                recopy(member.story, member.id(), original);
            }
        }
    }

    private void recopy(BuiltStory story, String original, String now) {
        for (Member other : story.members()) {
            if (original.equals(other.copyOf()) && !other.id().equals(now)) {
                other.copyOf(now);
                ledger.member(other);
            }
        }
        ledger.recopied(original, now);
    }

    /** The younger goes into the older, whose id stays good. */
    private BuiltStory merge(BuiltStory one, BuiltStory other, Member cause, String reason) throws SQLException {
        BuiltStory into = one.foundedSeq < other.foundedSeq
                        || one.foundedSeq == other.foundedSeq && one.id.compareTo(other.id) < 0
                ? one
                : other;
        BuiltStory from = into == one ? other : one;
        if (from.foundedAt().isBefore(into.foundedAt())) {
            into.foundedAt(from.foundedAt());
        }
        for (Member member : List.copyOf(from.members())) {
            into.add(member);
            ledger.member(member);
        }
        window.forgetStory(from);
        ledger.merged(from, into);
        ledger.change(Kind.MERGED, from.id, cause.id(), into.id, reason);
        return into;
    }

    /** It is out of the window already. */
    private void leave(Member member, long seq, String reason) throws SQLException {
        BuiltStory story = member.story;
        ledger.gone(member);
        ledger.change(Kind.LEFT, story.id, member.id(), null, reason);
        if (member.original()) {
            String original = ledger.replaceOriginal(member.id());
            for (Member other : story.members()) {
                if (member.id().equals(other.copyOf())) {
                    other.copyOf(other.id().equals(original) ? null : original);
                }
            }
            split(story, new Placing(window.around(member.report.day())), seq);
        }
    }

    private void split(BuiltStory story, Placing placing, long seq) throws SQLException {
        for (List<Member> piece : Pieces.apart(story, placing)) {
            Member founder = piece.get(0);
            BuiltStory part = new BuiltStory(storyId(founder, seq), founder.report.at(), seq);
            ledger.founded(part);
            for (Member original : piece) {
                move(original, story, part);
                for (Member other : List.copyOf(story.members())) {
                    if (original.id().equals(other.copyOf())) {
                        move(other, story, part);
                    }
                }
                ledger.followed(original.id(), part);
            }
            window.hold(part);
            ledger.change(Kind.SPLIT, part.id, founder.id(), story.id, "apart");
        }
    }

    private void move(Member member, BuiltStory from, BuiltStory into) {
        from.remove(member);
        into.add(member);
        ledger.member(member);
    }

    /** From the article that founds it and the change at which it does: an article may found several in its time. */
    private static String storyId(Member founder, long seq) {
        return "story-" + Sha256.hex(founder.id() + ":" + seq, 16);
    }

    private static String reason(Place place) {
        return String.format(Locale.ROOT, "%s %.2f", place.copied() == null ? "alike" : "copy", place.score());
    }
}
