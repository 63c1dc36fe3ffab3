package io.dateline.store.story;

import java.util.List;

/** The days around an article, and how rare a term is in them: what all papers write about says little. */
final class Nearby {
    /** Until a few articles are there, none is rare. */
    private static final int AT_LEAST = 50;

    private static final double LEAST = 0.05;
    private static final double[] LOGARITHMS = new double[4_096];

    static {
        for (int i = 0; i < LOGARITHMS.length; i++) {
            LOGARITHMS[i] = StrictMath.log(i + 1.0);
        }
    }

    private final int day;
    private final List<Day> days;
    private final int members;

    /** @param days those of at most {@link Window#DAYS} before and after {@code day}, where there is anything */
    Nearby(int day, List<Day> days) {
        this.day = day;
        this.days = days;
        this.members = days.stream().mapToInt(Day::indexed).sum();
    }

    /** Whether a member of a story is of these days. */
    boolean holds(Member member) {
        return Math.abs(member.report.day() - day) <= Window.DAYS;
    }

    int withWord(int key) {
        int count = 0;
        for (int i = 0; i < days.size(); i++) {
            count += days.get(i).withWord(key);
        }
        return count;
    }

    int withName(int key) {
        int count = 0;
        for (int i = 0; i < days.size(); i++) {
            count += days.get(i).withName(key);
        }
        return count;
    }

    /** Inverse document frequency, by natural logarithm; greater than 0. */
    double rarity(int count) {
        return Math.max(LEAST, logarithm(members + AT_LEAST) - logarithm(count + 1));
    }

    /** Gives points to each member that has a word; {@link #best} tells who has the most. */
    void scoreWord(int key, double points) {
        days.forEach(day -> day.scoreWord(key, points));
    }

    void scoreName(int key, double points) {
        days.forEach(day -> day.scoreName(key, points));
    }

    void scoreBand(int key, double points) {
        days.forEach(day -> day.scoreBand(key, points));
    }

    /**
     * Those with the most points, the best first; of equals the one that came in earlier. Points lie in the days, which others share:
     * whoever gave some must ask before anybody else does.
     */
    List<Member> best(int most) {
        Best best = new Best(most);
        days.forEach(day -> day.offer(best));
        return best.members();
    }

    /** The same on every machine, unlike {@link Math#log}. */
    private static double logarithm(int value) {
        return value <= LOGARITHMS.length ? LOGARITHMS[value - 1] : StrictMath.log(value);
    }
}
