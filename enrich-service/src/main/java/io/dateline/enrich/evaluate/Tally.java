package io.dateline.enrich.evaluate;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Counts what was right, and gives the figures in the order of their measures. */
final class Tally {
    private final Map<String, int[]> shares = new TreeMap<>();
    /** Right, found, wanted. */
    private final Map<String, int[]> comparisons = new TreeMap<>();

    /** One case of a measure that is a share of all cases. */
    void share(String measure, boolean right) {
        int[] counts = shares.computeIfAbsent(measure, name -> new int[2]);
        counts[0] += right ? 1 : 0;
        counts[1]++;
    }

    /** What should be found beside what was; of equal ones each counts. */
    void compare(String measure, Collection<String> wanted, Collection<String> found) {
        int[] counts = comparisons.computeIfAbsent(measure, name -> new int[3]);
        List<String> open = new ArrayList<>(wanted);
        found.forEach(one -> counts[0] += open.remove(one) ? 1 : 0);
        counts[1] += found.size();
        counts[2] += wanted.size();
    }

    /** As {@link #compare}, with each value for a measure of its own. */
    void compareEach(Collection<String> wanted, Collection<String> found) {
        Stream.concat(wanted.stream(), found.stream())
                .distinct()
                .forEach(one -> compare(one, only(one, wanted), only(one, found)));
    }

    private static List<String> only(String one, Collection<String> all) {
        return all.stream().filter(one::equals).toList();
    }

    /** The shares, then precision, recall and F1 of what was compared; nothing of nothing is no figure. */
    List<Figure> figures() {
        List<Figure> figures = new ArrayList<>();
        shares.forEach((measure, counts) -> add(figures, measure, counts[0], counts[1]));
        comparisons.forEach((measure, counts) -> {
            add(figures, "precision " + measure, counts[0], counts[1]);
            add(figures, "recall " + measure, counts[0], counts[2]);
            add(figures, "F1 " + measure, 2 * counts[0], counts[1] + counts[2]);
        });
        return figures;
    }

    private static void add(List<Figure> figures, String measure, int right, int of) {
        if (of > 0) {
            figures.add(new Figure(measure, 100.0 * right / of, of));
        }
    }
}
