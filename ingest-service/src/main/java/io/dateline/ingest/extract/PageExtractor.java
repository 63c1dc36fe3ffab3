package io.dateline.ingest.extract;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.List;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;
import org.jsoup.parser.Parser;

public final class PageExtractor {
    private static final Labels LABELS = Labels.load();
    public static PageExtractor standard() { return new PageExtractor(); }

    public Extraction extract(byte[] html, String contentType, String url) {
        List<Block> paragraphs = attempt(parse(html, url), false);
        if (length(paragraphs) < 250) {
            List<Block> second = attempt(parse(html, url), true);
            if (length(second) > length(paragraphs)) paragraphs = second;
        }
        if (paragraphs.isEmpty()) return new Extraction.Nothing("no-text");
        return new Extraction.Found(new ExtractedPage(null, null, List.of(), null, null, null, null, null, paragraphs.stream().map(Block::text).toList()));
    }
    private static Document parse(byte[] html, String url) {
        try {
            return Jsoup.parse(new ByteArrayInputStream(html), "utf-8", url == null ? "" : url, Parser.htmlParser().setMaxDepth(512));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
    static int length(List<Block> b) { return b.stream().mapToInt(x -> x.text().length()).sum(); }
    static List<Block> attempt(Document page, boolean gentle) {
        Element body = page.body();
        Element h1 = body.selectFirst("h1");
        String og = page.select("meta[property=og:title]").attr("content");
        String title = h1 != null ? h1.text() : og;
        new Pruner(body, Measures.take(body), gentle).prune();
        List<Block> blocks = BlockReader.read(new MainContent(body, Measures.take(body)).find());
        return new BlockFilter(LABELS, title).keep(blocks);
    }
}
