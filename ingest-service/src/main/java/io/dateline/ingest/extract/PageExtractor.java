package io.dateline.ingest.extract;

import java.util.List;
import java.util.Set;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.parser.Parser;

/**
 * Finds the article in a web page.
 *
 * <p>Blocks of text credit the elements that hold them, more the more they read like sentences (after Readability, by
 * Arc90); the best element and those beside it that carry on with its text are read block by block, and what is a
 * label, a credit or a link to other stories is left out. Thread-safe, and never throws for what a page holds. Bounded:
 * 10 MB, 60,000 tags, 512 levels, 5,000 blocks; what goes beyond the latter three is not looked at.
 */
public final class PageExtractor {
    /** Largest page, in bytes. */
    public static final int BYTES = 10 * 1024 * 1024;

    private static final int DEPTH = 512;
    private static final int SHORT = 250;
    private static final int PROSE = 140;

    private final Labels labels = Labels.load();

    /**
     * @param html        the page; never null, not changed
     * @param contentType as the server declared it, or null
     * @param url         where the page was fetched from, or null
     */
    public Extraction extract(byte[] html, String contentType, String url) {
        if (html.length > BYTES) {
            return new Extraction.Nothing(Extraction.Reason.TOO_LARGE);
        }
        Document page = Jsoup.parse(
                PageBytes.text(html, contentType),
                url == null ? "" : url,
                Parser.htmlParser().setMaxDepth(DEPTH));
        MetaTags meta = new MetaTags(page);
        StructuredData data = StructuredData.of(page);
        String site = site(meta, data);
        String title = Headline.of(page, meta, data, site, PageIdentity.host(url));
        List<String> paragraphs = paragraphs(page, title, data);
        if (paragraphs.isEmpty()) {
            return new Extraction.Nothing(Extraction.Reason.NO_TEXT);
        }
        Authors authors = Authors.of(page, meta, data, site);
        return new Extraction.Found(new ExtractedPage(
                title,
                authors.byline(),
                authors.names(),
                PageDates.published(page, meta, data, url),
                PageDates.updated(meta, data),
                PageIdentity.language(page, meta, data),
                PageIdentity.canonical(page, meta, url),
                site,
                meta.first("og:description", "description", "twitter:description"),
                PageIdentity.image(meta),
                paragraphs));
    }

    private static String site(MetaTags meta, StructuredData data) {
        String said = meta.first("og:site_name", "application-name");
        return said != null ? said : data.publisher();
    }

    private List<String> paragraphs(Document page, String title, StructuredData data) {
        List<Block> blocks = blocks(page.body(), title, false);
        if (length(blocks) < SHORT) {
            List<Block> gently = blocks(page.body(), title, true);
            blocks = length(gently) > length(blocks) ? gently : blocks;
        }
        // An error page, a gallery, a login: words, but no sentence among them.
        boolean prose = length(blocks) >= PROSE || blocks.stream().anyMatch(Block::copy);
        List<String> shown = prose ? blocks.stream().map(Block::text).toList() : List.of();
        return SaidBody.better(shown, data.body());
    }

    private List<Block> blocks(Element body, String title, boolean gentle) {
        Set<Node> pruned = new Pruner(body, Measures.take(body, Set.of()), gentle).pruned();
        List<Element> main = new MainContent(body, pruned).find();
        return new BlockFilter(labels, title).keep(BlockReader.read(main, pruned));
    }

    private static int length(List<Block> blocks) {
        return blocks.stream().mapToInt(block -> block.text().length()).sum();
    }
}
