package io.dateline.enrich.evaluate;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Pipeline;
import java.io.IOException;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** Persons, organisations and places on raw text: a name counts where its characters and its type are exactly right. */
final class GumNames implements Evaluation {
    private final String folder;
    private final Map<String, int[]> counts = new TreeMap<>();

    /** @param folder below the data folder */
    GumNames(String folder) {
        this.folder = folder;
    }

    @Override
    public String step() {
        return "entity";
    }

    @Override
    public String set() {
        return folder;
    }

    @Override
    public List<String> needs() {
        return List.of(folder);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        for (Gum gum : Gum.read(ground.file(folder))) {
            count(gum, found(ground.pipeline(), gum));
        }
        int[] all = new int[3];
        counts.values().forEach(each -> {
            for (int i = 0; i < 3; i++) {
                all[i] += each[i];
            }
        });
        return List.of(
                figure("F1 raw", all),
                figure("F1 raw PER", counts.get("PER")),
                figure("F1 raw ORG", counts.get("ORG")),
                figure("F1 raw LOC", counts.get("LOC")));
    }

    private static Map<String, Set<String>> found(Pipeline pipeline, Gum gum) {
        Map<String, Set<String>> found = new HashMap<>();
        for (Entity entity : pipeline.enrich(TestArticle.of("", gum.text())).entities()) {
            for (Span span : entity.mentions()) {
                if (span.field().equals("body")) {
                    found.computeIfAbsent(entity.type().name(), type -> new HashSet<>())
                            .add(span.start() + "-" + span.end());
                }
            }
        }
        return found;
    }

    /** Right, found, wanted, by type. */
    private void count(Gum gum, Map<String, Set<String>> found) {
        for (String type : List.of("PER", "ORG", "LOC")) {
            int[] sums = counts.computeIfAbsent(type, none -> new int[3]);
            Set<String> ours = found.getOrDefault(type, Set.of());
            sums[1] += ours.size();
            for (Gum.Name name : gum.names()) {
                if (name.type().equals(type)) {
                    sums[2]++;
                    sums[0] += ours.contains(name.start() + "-" + name.end()) ? 1 : 0;
                }
            }
        }
    }

    private static Figure figure(String measure, int[] sums) {
        return new Figure(measure, 200.0 * sums[0] / Math.max(1, sums[1] + sums[2]), sums[2]);
    }
}
