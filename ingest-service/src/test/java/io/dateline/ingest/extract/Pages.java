package io.dateline.ingest.extract;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** Pages for tests. */
final class Pages {
    static final String URL = "https://www.harbourpost.example/news/old-bridge-reopens?ref=front";
    /** Three paragraphs that nobody would take for anything but copy. */
    static final String STORY = """
            <p>The harbour master, who has held the office since 2009, said on Tuesday that he would leave in May.</p>
            <p>His deputy, Frieda Fischer, is expected to follow him, although the council has not yet met on it.</p>
            <p>Ships that call at the port pay a fee, and that fee, he said, must rise if the quay is to be mended.</p>
            """;

    private static final PageExtractor EXTRACTOR = new PageExtractor();

    private Pages() {}

    static byte[] file(String name) throws IOException {
        try (InputStream in = Pages.class.getResourceAsStream("/page/" + name)) {
            return in.readAllBytes();
        }
    }

    static Extraction extraction(String html) {
        return EXTRACTOR.extract(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URL);
    }

    static ExtractedPage page(byte[] html, String contentType, String url) {
        Extraction extraction = EXTRACTOR.extract(html, contentType, url);
        assertThat(extraction).isInstanceOf(Extraction.Found.class);
        return ((Extraction.Found) extraction).page();
    }

    static ExtractedPage page(String html) {
        return page(html.getBytes(StandardCharsets.UTF_8), "text/html; charset=utf-8", URL);
    }

    /** A page with these elements in its head and the story in its body. */
    static ExtractedPage headed(String head) {
        return page("<html><head>" + head + "</head><body><article>" + STORY + "</article></body></html>");
    }
}
