package io.dateline.enrich.evaluate;

import io.dateline.contracts.enriched.Entity;
import io.dateline.contracts.enriched.PlaceLink;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.gazetteer.Gazetteer;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.gazetteer.Place;
import io.dateline.enrich.gazetteer.PlaceSense;
import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Places and countries of GUM that link to a Wikipedia page: of the mentions we gave a link, those whose place is the
 * page's; of all mentions, those we gave the right one. A page is our place where its title is the place's name and
 * what stands behind a comma or in brackets is its region or country. And salience: how often a name most summaries
 * mention is put above one that hardly any does.
 */
final class GumLinks implements Evaluation {
    private final String folder;
    private Gazetteer gazetteer;
    private int linked;
    private int right;
    private int wanted;
    private long pairs;
    private double ordered;

    GumLinks(String folder) {
        this.folder = folder;
    }

    @Override
    public String step() {
        return "link";
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
        gazetteer = GazetteerFiles.load(ground.files());
        for (Gum gum : Gum.read(ground.file(folder))) {
            Map<String, Entity> bySpan = new HashMap<>();
            for (Entity entity :
                    ground.pipeline().enrich(TestArticle.of("", gum.text())).entities()) {
                for (Span span : entity.mentions()) {
                    if (span.field().equals("body")) {
                        bySpan.put(span.start() + "-" + span.end(), entity);
                    }
                }
            }
            links(gum, bySpan);
            salience(gum, bySpan);
        }
        return List.of(
                new Figure("precision", 100.0 * right / Math.max(1, linked), linked),
                new Figure("recall", 100.0 * right / Math.max(1, wanted), wanted),
                new Figure("salience, pairs in order", 100.0 * ordered / Math.max(1, pairs), pairs));
    }

    private void links(Gum gum, Map<String, Entity> bySpan) {
        for (Gum.Name name : gum.names()) {
            if (!name.type().equals("LOC") || name.page() == null) {
                continue;
            }
            wanted++;
            Entity entity = bySpan.get(name.start() + "-" + name.end());
            if (entity != null && entity.geo() != null) {
                linked++;
                right += same(name.page(), entity.geo(), gum.text().substring(name.start(), name.end())) ? 1 : 0;
            }
        }
    }

    private boolean same(String page, PlaceLink place, String shown) {
        String title = URLDecoder.decode(page.replace('_', ' ').replace("+", "%2B"), StandardCharsets.UTF_8);
        String head = title.replaceAll("[,(].*", "").strip();
        String tail = title.length() > head.length()
                ? title.substring(head.length()).replaceAll("[,()]", "").strip()
                : "";
        boolean named = key(head).equals(key(place.name())) || key(head).equals(key(shown));
        boolean city = key(head).equals(key(place.name() + " City"));
        // A title that needs nothing behind it is the best known place of its name.
        Place known = tail.isEmpty() ? PlaceSense.best(head, gazetteer.named(head), Set.of(), List.of()) : null;
        boolean bestKnown =
                known == null || known.link() == null || known.link().id().equals(place.id());
        boolean within = tail.isEmpty() && bestKnown
                || tail.equals("country")
                || tail.equals("city")
                || key(tail).equals(key(place.admin1() == null ? "" : place.admin1()))
                || key(tail).equals(key(new Locale("", place.country()).getDisplayCountry(Locale.ENGLISH)));
        return (named || city) && (within || tail.equals("D.C."));
    }

    private static String key(String name) {
        String plain = Normalizer.normalize(name, Normalizer.Form.NFD).replaceAll("\\p{M}", "");
        return plain.replaceAll("[^\\p{L}\\p{N}]", "").toLowerCase(Locale.ROOT);
    }

    /** Pairs of a salient and another entity of one text; half a point where both are given the same salience. */
    private void salience(Gum gum, Map<String, Entity> bySpan) {
        List<Double> salient = new ArrayList<>();
        List<Double> others = new ArrayList<>();
        Map<String, Boolean> seen = new HashMap<>();
        Map<String, Double> value = new HashMap<>();
        for (Gum.Name name : gum.names()) {
            Entity entity = bySpan.get(name.start() + "-" + name.end());
            if (entity != null) {
                seen.merge(entity.id(), name.salient(), Boolean::logicalOr);
                value.put(entity.id(), entity.salience());
            }
        }
        seen.forEach((id, is) -> (is ? salient : others).add(value.get(id)));
        for (double one : salient) {
            for (double other : others) {
                pairs++;
                ordered += one > other ? 1 : one == other ? 0.5 : 0;
            }
        }
    }
}
