package io.dateline.enrich.evaluate;

import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.enriched.Span;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Sentences written for this set: whose words each quotes, or that it quotes nobody. */
public final class OwnQuotes {
    private static final String FILE = "/evaluation-quotes.tsv";

    private OwnQuotes() {}

    /**
     * One short story.
     *
     * @param body     never null
     * @param expected direct or reported, speaker, verb and words in one line, or null where nobody is quoted
     */
    public record Told(String body, String expected) {
        /** Whether the quotes of the story are as expected; others beside the expected one do not count. */
        public boolean isRight(List<Quote> quotes) {
            return expected == null
                    ? quotes.isEmpty()
                    : quotes.stream().map(OwnQuotes::line).anyMatch(expected::equals);
        }
    }

    /** A quote as the set writes it. */
    public static String line(Quote quote) {
        String speaker = quote.speaker() == null ? "-" : quote.speaker();
        return String.join(
                "\t",
                quote.direct() ? "D" : "R",
                speaker + " " + surface(quote.speakerSpan()),
                surface(quote.verb()),
                quote.words().surface());
    }

    private static String surface(Span span) {
        return span == null ? "-" : span.surface();
    }

    /** @throws IOException where the file cannot be read */
    public static List<Told> load() throws IOException {
        List<Told> all = new ArrayList<>();
        try (InputStream in = OwnQuotes.class.getResourceAsStream(FILE)) {
            for (String line : new String(in.readAllBytes(), StandardCharsets.UTF_8).split("\n")) {
                if (!line.isBlank() && !line.startsWith("#")) {
                    String[] cells = line.split("\t", 2);
                    all.add(new Told(cells[0].replace("\\n", "\n"), cells.length == 1 ? null : cells[1]));
                }
            }
        }
        return all;
    }
}
