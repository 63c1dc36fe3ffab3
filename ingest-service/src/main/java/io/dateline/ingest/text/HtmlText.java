package io.dateline.ingest.text;

import java.util.Set;
import java.util.regex.Pattern;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.jsoup.nodes.Node;
import org.jsoup.nodes.TextNode;
import org.jsoup.parser.Parser;
import org.jsoup.select.NodeTraversor;
import org.jsoup.select.NodeVisitor;

/** Reads publishers' HTML as plain text: blocks become paragraphs, what is not copy (scripts, styles) goes. */
public final class HtmlText {
    private static final Pattern TAG = Pattern.compile("<(?:/?[a-zA-Z][^>]*|!--.*?--)>", Pattern.DOTALL);
    private static final Pattern ENTITY = Pattern.compile("&(?:#\\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z]{2,31}\\d?);");
    private static final Set<String> NOT_COPY = Set.of(
            "script",
            "style",
            "noscript",
            "template",
            "iframe",
            "object",
            "embed",
            "svg",
            "math",
            "head",
            "form",
            "button");
    private static final Set<String> CELLS = Set.of("td", "th");

    private HtmlText() {}

    /** Whether a text that may be either was meant as HTML: it holds a tag or a character reference. */
    public static boolean looksLikeHtml(String text) {
        return text.indexOf('<') >= 0 && TAG.matcher(text).find()
                || text.indexOf('&') >= 0 && ENTITY.matcher(text).find();
    }

    /** Paragraphs parted by a blank line; {@code br} is a line end. Runs of white space become one space. */
    public static String paragraphs(String html) {
        Writer writer = new Writer();
        NodeTraversor.traverse(writer, Jsoup.parseBodyFragment(html).body());
        return writer.out.toString().strip();
    }

    /** On one line. */
    public static String line(String html) {
        return paragraphs(html).replaceAll("\\s+", " ");
    }

    /** Character references replaced, tags left as they are. */
    public static String unescape(String text) {
        return Parser.unescapeEntities(text, false);
    }

    private static final class Writer implements NodeVisitor {
        private final StringBuilder out = new StringBuilder();
        private int skipping;

        @Override
        public void head(Node node, int depth) {
            if (node instanceof Element element && NOT_COPY.contains(element.normalName())) {
                skipping++;
            }
            if (skipping > 0) {
                return;
            }
            if (node instanceof TextNode text) {
                append(text.getWholeText());
            } else if (node instanceof Element element) {
                if (element.normalName().equals("br")) {
                    endLine("\n");
                } else if (element.isBlock() && !CELLS.contains(element.normalName())) {
                    endLine("\n\n");
                }
            }
        }

        @Override
        public void tail(Node node, int depth) {
            if (!(node instanceof Element element)) {
                return;
            }
            if (NOT_COPY.contains(element.normalName())) {
                skipping--;
            } else if (skipping == 0) {
                if (CELLS.contains(element.normalName())) {
                    append(" ");
                } else if (element.isBlock()) {
                    endLine("\n\n");
                }
            }
        }

        private void append(String text) {
            for (int i = 0; i < text.length(); i++) {
                char c = text.charAt(i);
                boolean space = Character.isWhitespace(c) || c == '\u00a0';
                if (!space) {
                    out.append(c);
                } else if (!out.isEmpty() && !Character.isWhitespace(out.charAt(out.length() - 1))) {
                    out.append(' ');
                }
            }
        }

        private void endLine(String separator) {
            int end = out.length();
            while (end > 0 && out.charAt(end - 1) == ' ') {
                end--;
            }
            out.setLength(end);
            int breaks = 0;
            while (breaks < end && out.charAt(end - 1 - breaks) == '\n') {
                breaks++;
            }
            if (end > 0) {
                out.append("\n".repeat(Math.max(0, separator.length() - breaks)));
            }
        }
    }
}
