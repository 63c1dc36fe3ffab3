package io.dateline.store.story;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Says to which story an article belongs. One pass over the articles, each compared with the few that may be near (Allan,
 * Papka, Lavrenko: On-line new event detection and tracking, 1998); it must be like several members of a story, not
 * only like one, or stories grow into chains.
 */
final class Placing {
    /** An article this much like a story's closest members joins it. */
    static final double JOIN = 0.25;
    /** A member whose text changed stays down to here. */
    static final double STAY = 0.2;
    /** Two stories that an article fits so well, and that fit each other, are one. */
    static final double MERGE = 0.3;

    /** From its first article on, a story goes on for so long. */
    private static final Duration LONGEST = Duration.ofDays(7);

    static final int MOST_COMPARABLE = 41;

    private static final int CLOSEST = 3;
    private static final int COMPARED = 12;
    private static final int STORIES = 4;

    private final Nearby nearby;
    private final Likeness likeness;

    Placing(Nearby nearby) {
        this.nearby = nearby;
        this.likeness = new Likeness(nearby);
    }

    /**
     * Where an article belongs.
     *
     * @param story  never null
     * @param copied the member whose text it repeats, or null
     * @param same   stories that turn out to be the same as {@code story}; never null
     * @param score  how much it is like its story, or how much of it is copied
     */
    record Place(BuiltStory story, Member copied, List<BuiltStory> same, double score) {}

    /** Null where it tells something new. */
    Place place(Report report) {
        List<Member> sameText = Candidates.byText(report, nearby);
        // Much of a wire is copies. Where the text alone says of which, nothing is learnt from looking at its words.
        Place copy = copy(report, sameText);
        if (copy != null) {
            return copy;
        }
        Set<Member> candidates = new LinkedHashSet<>(sameText);
        candidates.addAll(Candidates.byTerms(report, nearby));
        copy = copy(report, candidates);
        return copy != null ? copy : alike(report, candidates);
    }

    /** How much an article is like the members of a story that are closest to it. */
    double fit(Report report, BuiltStory story) {
        return mean(closest(report, story).stream().map(Compared::score).toList());
    }

    double likeness(Member one, Member other) {
        return likeness.of(one.report, other.report);
    }

    /**
     * The story's originals of the days around that others are compared with, the last {@link #MOST_COMPARABLE} in the
     * order of changes; where it has none, its copies.
     */
    List<Member> comparable(BuiltStory story) {
        List<Member> originals = comparable(story.latestOriginals());
        return originals.isEmpty() ? comparable(story.latest()) : originals;
    }

    private List<Member> comparable(Collection<Member> latestFirst) {
        List<Member> found = new ArrayList<>(latestFirst.stream()
                .filter(member -> member.indexed && nearby.holds(member))
                .limit(MOST_COMPARABLE)
                .toList());
        Collections.reverse(found);
        return found;
    }

    private Place copy(Report report, Collection<Member> candidates) {
        List<Compared> likely = candidates.stream()
                .map(candidate -> new Compared(candidate, Likeness.contained(report, candidate.report)))
                .filter(one -> one.score() > 0 && inTime(report, one.member().story))
                .sorted(Compared.BEST)
                .toList();
        Compared best = null;
        Set<BuiltStory> stories = new HashSet<>();
        for (Compared one : likely) {
            // The first found is the best: of the others only stories that are not known yet matter.
            if (!stories.contains(one.member().story) && likeness.copied(report, one.member().report)) {
                stories.add(one.member().story);
                best = best == null ? one : best;
            }
        }
        if (best == null) {
            return null;
        }
        BuiltStory story = best.member().story;
        return new Place(
                story,
                best.member(),
                stories.stream()
                        .filter(other -> other != story && withinSpan(other, story))
                        .sorted(Comparator.comparing(other -> other.id))
                        .toList(),
                best.score());
    }

    private Place alike(Report report, Collection<Member> candidates) {
        Map<BuiltStory, Double> best = new LinkedHashMap<>();
        for (Member candidate : candidates) {
            if (inTime(report, candidate.story)) {
                best.merge(candidate.story, likeness.of(report, candidate.report), Math::max);
            }
        }
        List<Scored> scored = best.entrySet().stream()
                .filter(entry -> entry.getValue() >= STAY)
                .sorted(Map.Entry.<BuiltStory, Double>comparingByValue()
                        .reversed()
                        .thenComparing(entry -> entry.getKey().id))
                .limit(STORIES)
                .map(entry -> scored(report, entry.getKey()))
                .filter(one -> one.score() >= JOIN)
                .sorted(Comparator.comparingDouble(Scored::score).reversed().thenComparing(one -> one.story().id))
                .toList();
        if (scored.isEmpty()) {
            return null;
        }
        Scored first = scored.get(0);
        List<BuiltStory> same = scored.stream()
                .skip(1)
                .filter(other -> other.score() >= MERGE
                        && first.score() >= MERGE
                        && withinSpan(other.story(), first.story())
                        && across(first.closest(), other.closest()) >= JOIN)
                .map(Scored::story)
                .toList();
        return new Place(first.story(), null, same, first.score());
    }

    private Scored scored(Report report, BuiltStory story) {
        List<Compared> closest = closest(report, story);
        return new Scored(story, mean(closest.stream().map(Compared::score).toList()), closest);
    }

    private List<Compared> closest(Report report, BuiltStory story) {
        List<Member> members = comparable(story);
        return members.subList(Math.max(0, members.size() - COMPARED), members.size()).stream()
                .map(member -> new Compared(member, likeness.of(report, member.report)))
                .sorted(Compared.BEST)
                .limit(CLOSEST)
                .toList();
    }

    private double across(List<Compared> ones, List<Compared> others) {
        List<Double> all = new ArrayList<>();
        for (Compared one : ones) {
            for (Compared other : others) {
                all.add(likeness(one.member(), other.member()));
            }
        }
        return mean(all);
    }

    private static double mean(List<Double> values) {
        double sum = 0;
        for (double value : values) {
            sum += value;
        }
        return values.isEmpty() ? 0 : sum / values.size();
    }

    private static boolean inTime(Report report, BuiltStory story) {
        return Duration.between(story.foundedAt(), report.at()).abs().compareTo(LONGEST) <= 0;
    }

    private static boolean withinSpan(BuiltStory one, BuiltStory other) {
        return Duration.between(one.foundedAt(), other.foundedAt()).abs().compareTo(LONGEST) <= 0;
    }

    private record Compared(Member member, double score) {
        /** Of equals the one that came in earlier. */
        static final Comparator<Compared> BEST = Comparator.comparingDouble(Compared::score)
                .reversed()
                .thenComparing(one -> one.member().report.seq());
    }

    private record Scored(BuiltStory story, double score, List<Compared> closest) {}
}
