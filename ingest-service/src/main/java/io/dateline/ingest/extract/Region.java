package io.dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import org.jsoup.nodes.Element;

/** The article's best element and the siblings, at each level above it, that carry on with its text. */
final class Region {
    private static final int LEVELS = 4;
    private static final int LITTLE = 80;
    private static final int MUCH = 200;
    private static final int PER_IMAGE = 300;

    private final Element best;
    private final Element body;
    private final Measures measures;

    Region(Element best, Element body, Measures measures) {
        this.best = best;
        this.body = body;
        this.measures = measures;
    }

    List<Element> grown() {
        List<Element> all = new ArrayList<>(List.of(best));
        Element at = best;
        boolean headlineSeen = !best.select("h1").isEmpty();
        for (int level = 0; level < LEVELS && at != body && !at.normalName().equals("article"); level++) {
            for (Element sibling = at.previousElementSibling();
                    sibling != null && !headlineSeen;
                    sibling = sibling.previousElementSibling()) {
                headlineSeen = !sibling.select("h1").isEmpty();
                if (!headlineSeen && belongs(sibling, at, false)) {
                    all.add(0, sibling);
                }
            }
            for (Element sibling = at.nextElementSibling(); sibling != null; sibling = sibling.nextElementSibling()) {
                if (belongs(sibling, at, true)) {
                    all.add(sibling);
                }
            }
            at = at.parent();
        }
        return all;
    }

    private boolean belongs(Element sibling, Element at, boolean after) {
        Measures.Measure m = measures.of(sibling);
        boolean copy = m.copy >= LITTLE && m.copy >= 0.6 * m.text && m.linked <= 0.25 * m.text;
        if (!copy || m.copy < m.images * PER_IMAGE) {
            return false;
        }
        boolean alike = sibling.normalName().equals(at.normalName())
                && sibling.className().equals(at.className());
        return alike || sibling.normalName().equals("p") || !after || m.copy > MUCH;
    }
}
