package io.dateline.systemtests.bench;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * How well found groups agree with true ones: for each item, the share of its found group that belongs with it and the
 * share of its true group that was found, averaged over all items (Bagga, Baldwin, 1998).
 *
 * @param precision 0 to 1
 * @param recall    0 to 1
 */
record BCubed(double precision, double recall) {

    /** @param found group of each item of {@code truth}; one that is missing is in a group of its own */
    static BCubed of(Map<String, String> truth, Map<String, String> found) {
        Map<String, Set<String>> trueGroups = groups(truth.keySet(), truth);
        Map<String, Set<String>> foundGroups = groups(truth.keySet(), found);
        double precision = 0;
        double recall = 0;
        for (String item : truth.keySet()) {
            Set<String> trueGroup = trueGroups.get(group(item, truth));
            Set<String> foundGroup = foundGroups.get(group(item, found));
            long both = foundGroup.stream().filter(trueGroup::contains).count();
            precision += both / (double) foundGroup.size();
            recall += both / (double) trueGroup.size();
        }
        return new BCubed(precision / truth.size(), recall / truth.size());
    }

    double f1() {
        return 2 * precision * recall / (precision + recall);
    }

    private static Map<String, Set<String>> groups(Set<String> items, Map<String, String> groupOf) {
        Map<String, Set<String>> groups = new HashMap<>();
        items.forEach(item -> groups.computeIfAbsent(group(item, groupOf), none -> new HashSet<>())
                .add(item));
        return groups;
    }

    private static String group(String item, Map<String, String> groupOf) {
        String group = groupOf.get(item);
        return group == null ? "alone " + item : "group " + group;
    }
}
