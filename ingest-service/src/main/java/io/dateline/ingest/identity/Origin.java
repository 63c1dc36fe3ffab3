package io.dateline.ingest.identity;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.Source;
import io.dateline.ingest.text.CleanText;
import io.dateline.ingest.text.Hashes;
import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * The way an article came in.
 *
 * @param owner  who may revise what came this way: the feed's id, or the way in and the source's id
 * @param source as readers see it
 * @param feedId or null
 */
public record Origin(String owner, Source source, String feedId) {
    private static final int ID_LENGTH = 200;
    /** Letters and digits of other scripts, of which an id has none; letters such as ø are left out of it, as they always were. */
    private static final Pattern OTHER_SCRIPTS = Pattern.compile("[\\p{L}\\p{N}&&[^a-z0-9]&&[^\\p{IsLatin}]]");

    public static Origin feed(String feedId, String sourceId, String name) {
        return new Origin(feedId, new Source(sourceId, name, Source.Kind.FEED), feedId);
    }

    /** @param name as the sender gives it, or null */
    public static Origin named(Source.Kind kind, String name, String fallback) {
        String clean = name == null ? "" : CleanText.cut(CleanText.line(name).text(), ArticleLimits.SHORT_TEXT);
        String shown = clean.isEmpty() ? fallback : clean;
        Source source = new Source(sourceId(shown), shown, kind);
        return new Origin(kind.name().toLowerCase(Locale.ROOT) + ":" + source.id(), source, null);
    }

    /**
     * What was imported, owned as if it had come in the usual way, so that what comes that way later may revise it.
     *
     * @param usual the usual way in
     */
    public static Origin imported(Source.Kind usual, String name, String fallback) {
        Origin origin = named(usual, name, fallback);
        Source source = new Source(origin.source.id(), origin.source.name(), Source.Kind.IMPORT);
        return new Origin(origin.owner, source, null);
    }

    /** A name as a source's id: lower-case letters, digits, dots and dashes. */
    public static String sourceId(String name) {
        String folded = Normalizer.normalize(name, Normalizer.Form.NFD)
                .replaceAll("\\p{M}+", "")
                .toLowerCase(Locale.ROOT);
        String plain = folded.replaceAll("[^a-z0-9.]+", "-").replaceAll("^[-.]+|[-.]+$", "");
        if (plain.isEmpty()) {
            // Names in other scripts have no letters left.
            return "source-" + Hashes.short128(name).substring(0, 12);
        }
        // What is left of "BBC Русская служба" and of "BBC 中文" is the same: the hash tells whose it is.
        String rest = OTHER_SCRIPTS.matcher(folded).find() ? "-" + hash(name) : "";
        int most = ID_LENGTH - rest.length();
        return (plain.length() > most ? plain.substring(0, most) : plain) + rest;
    }

    /** The same for names that differ in case, or in how their accents are written. */
    private static String hash(String name) {
        String one = Normalizer.normalize(name.strip(), Normalizer.Form.NFC).toLowerCase(Locale.ROOT);
        return Hashes.short128(one).substring(0, 8);
    }
}
