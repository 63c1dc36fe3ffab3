package io.dateline.ingest.extract;

import io.dateline.ingest.text.CleanText;
import io.dateline.ingest.text.HtmlText;
import java.util.List;
import java.util.Locale;

/**
 * The article's text as the page states it in its structured data. It stands in for what the page shows only where the
 * two have little in common and it is much longer: on pages that scripts fill in, and where the found text is not the
 * article's. Otherwise what is shown wins, for the stated text often lacks paragraphs, headings and tables, or is cut.
 */
final class SaidBody {
    private static final int SHORTEST = 400;
    private static final double LONGER = 1.5;
    private static final double COMMON = 0.5;
    private static final int SAMPLE = 40;

    private SaidBody() {}

    /** @param said or null */
    static List<String> better(List<String> shown, String said) {
        if (said == null || said.length() < SHORTEST) {
            return shown;
        }
        String text = said.contains("</") || said.contains("<br") ? HtmlText.paragraphs(said) : said;
        String page = squeezed(String.join(" ", shown));
        String stated = squeezed(text);
        if (stated.length() < LONGER * page.length() || common(stated, page) >= COMMON) {
            return shown;
        }
        return text.lines()
                .map(line -> CleanText.line(line).text())
                .filter(paragraph -> !paragraph.isEmpty())
                .toList();
    }

    /** The share of samples of the one that stand in the other: 0 to 1. */
    private static double common(String stated, String page) {
        int samples = 0;
        int found = 0;
        int step = Math.max(SAMPLE, stated.length() / 50);
        for (int at = 0; at + SAMPLE <= stated.length(); at += step) {
            samples++;
            found += page.contains(stated.substring(at, at + SAMPLE)) ? 1 : 0;
        }
        return samples == 0 ? 1 : (double) found / samples;
    }

    private static String squeezed(String text) {
        return text.toLowerCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "");
    }
}
