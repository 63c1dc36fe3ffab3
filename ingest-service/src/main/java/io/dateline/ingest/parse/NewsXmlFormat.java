package io.dateline.ingest.parse;

import io.dateline.contracts.http.ProblemCode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.xml.stream.XMLStreamException;

/**
 * NITF and NewsML-G2. Where the whole is not well-formed XML (cut off, or several documents in one file), each story in
 * it is read for itself.
 */
final class NewsXmlFormat implements DocumentFormat {
    private static final Set<String> STORIES = Set.of("nitf", "newsitem");
    private static final Set<String> WITHOUT_COPY =
            Set.of("packageitem", "conceptitem", "knowledgeitem", "planningitem", "catalogitem");
    private static final Pattern TAG = Pattern.compile("<(?:[\\w.-]{1,20}:)?([A-Za-z][\\w.-]{0,40})[\\s>/]");
    /** Only to the next tag: to the end of the document, tags without an end would cost its length squared. */
    private static final Pattern OPENING =
            Pattern.compile("<((?:[\\w.-]{1,20}:)?(?:nitf|newsItem))(?=[\\s>])[^<>]*+>", Pattern.CASE_INSENSITIVE);

    private static final int OPENING_LENGTH = 10_000;
    private static final Pattern MESSAGE =
            Pattern.compile("<((?:[\\w.-]{1,20}:)?newsMessage)(?=[\\s>])[^<>]*+>", Pattern.CASE_INSENSITIVE);

    @Override
    public String name() {
        return "news-xml";
    }

    @Override
    public boolean reads(String mediaType, String head) {
        String root = head.startsWith("<") ? root(head) : "";
        return STORIES.contains(root) || root.equals("newsmessage") || WITHOUT_COPY.contains(root);
    }

    /** The first tag behind declaration, comments and document type, in lower case. */
    private static String root(String head) {
        int at = 0;
        while (at < head.length()) {
            int open = head.indexOf('<', at);
            if (open < 0 || open + 1 >= head.length()) {
                return "";
            }
            if (head.startsWith("<!--", open)) {
                int end = head.indexOf("-->", open);
                at = end < 0 ? head.length() : end + 3;
            } else if (head.charAt(open + 1) == '?' || head.charAt(open + 1) == '!') {
                int subset = head.indexOf('[', open);
                int end = head.indexOf('>', open);
                end = subset >= 0 && subset < end ? head.indexOf("]>", subset) : end;
                at = end < 0 ? head.length() : end + 1;
            } else {
                Matcher tag = TAG.matcher(head).region(open, head.length());
                return tag.lookingAt() ? tag.group(1).toLowerCase(java.util.Locale.ROOT) : "";
            }
        }
        return "";
    }

    @Override
    public ParseResult parse(Document document, Instant now) {
        String xml = document.text().strip();
        try {
            return whole(document, StrictXml.read(xml, Map.of()), now);
        } catch (XMLStreamException e) {
            return storyByStory(document, now);
        }
    }

    private ParseResult whole(Document document, XmlElement root, Instant now) {
        String name = NewsXml.local(root);
        if (WITHOUT_COPY.contains(name)) {
            return new ParseResult.Refused(
                    ProblemCode.UNSUPPORTED_MEDIA_TYPE,
                    name.equals("packageitem")
                            ? "This is a NewsML-G2 package: it lists items and holds no copy of its own."
                            : "This NewsML-G2 item holds no copy.");
        }
        List<XmlElement> stories = name.equals("newsmessage")
                ? NewsXml.every(root, "itemset", "newsitem").toList()
                : List.of(root);
        Pieces pieces = new Pieces(document, now);
        stories.forEach(story -> pieces.add(story, null, null));
        return pieces.result();
    }

    private ParseResult storyByStory(Document document, Instant now) {
        String text = document.text();
        boolean utf8 = Arrays.equals(text.getBytes(StandardCharsets.UTF_8), document.bytes());
        Matcher message = MESSAGE.matcher(text);
        String opening = message.find() && message.group().length() < OPENING_LENGTH ? message.group() : "";
        String closing = opening.isEmpty() ? "" : "</" + message.group(1) + ">";
        Matcher story = OPENING.matcher(text);
        Pieces pieces = new Pieces(document, now);
        int from = 0;
        int offset = 0;
        int counted = 0;
        while (pieces.at <= ItemCollector.ITEMS && story.find(from)) {
            Matcher following = OPENING.matcher(text);
            int limit = following.find(story.end()) ? following.start() : text.length();
            String rest = text.substring(story.end(), limit);
            int close = rest.indexOf("</" + story.group(1) + ">");
            int end = close >= 0 ? story.end() + close + story.group(1).length() + 3 : limit;
            offset += text.substring(counted, story.start()).getBytes(StandardCharsets.UTF_8).length;
            counted = story.start();
            String piece = text.substring(story.start(), end);
            int length = piece.getBytes(StandardCharsets.UTF_8).length;
            pieces.add(opening + piece + closing, utf8 ? offset : null, utf8 ? length : null);
            from = end;
        }
        return pieces.result();
    }

    /** The stories of a document, one after the other. */
    private static final class Pieces {
        private final Document document;
        private final ArticleFinisher finisher;
        private final List<ParsedArticle> articles = new ArrayList<>();
        private final List<ParseResult.Fault> faults = new ArrayList<>();
        private String format = "newsml-g2";
        private int at;
        private int passedOver;

        Pieces(Document document, Instant now) {
            this.document = document;
            this.finisher = new ArticleFinisher(false, now, ItemCollector.original(document));
        }

        void add(String xml, Integer offset, Integer length) {
            try {
                XmlElement root = StrictXml.read(xml, Map.of());
                XmlElement story = NewsXml.local(root).equals("newsmessage")
                        ? NewsXml.elements(root).findFirst().orElse(root)
                        : root;
                add(story, offset, length);
            } catch (XMLStreamException e) {
                at++;
                fault(ProblemCode.MALFORMED_DOCUMENT, "The story is not well-formed XML.", offset, length);
            }
        }

        void add(XmlElement story, Integer offset, Integer length) {
            at++;
            if (at > ItemCollector.ITEMS) {
                if (at == ItemCollector.ITEMS + 1) {
                    fault(
                            ProblemCode.TOO_LARGE,
                            "Only the first " + ItemCollector.ITEMS + " stories are read.",
                            null,
                            null);
                }
                return;
            }
            boolean nitf = NewsXml.local(story).equals("nitf");
            format = nitf ? "nitf" : "newsml-g2";
            if (!nitf && !NewsMlReader.isText(story)) {
                passedOver++;
                return;
            }
            try {
                articles.add(finisher.finish(
                        nitf ? NitfReader.draft(document, story) : NewsMlReader.draft(document, story)));
            } catch (RefusedArticle e) {
                fault(e.code(), e.getMessage(), offset, length);
            }
        }

        private void fault(ProblemCode code, String detail, Integer offset, Integer length) {
            faults.add(new ParseResult.Fault(at, code.code(), detail, offset, length));
        }

        ParseResult result() {
            if (!articles.isEmpty()) {
                return new ParseResult.Articles(format, articles, faults);
            }
            if (passedOver > 0) {
                return new ParseResult.Refused(
                        ProblemCode.UNSUPPORTED_MEDIA_TYPE, "It holds pictures, packages or other items, and no copy.");
            }
            return faults.size() == 1
                    ? new ParseResult.Refused(
                            faults.get(0).code().equals(ProblemCode.INVALID_ARTICLE.code())
                                    ? ProblemCode.INVALID_ARTICLE
                                    : ProblemCode.MALFORMED_DOCUMENT,
                            faults.get(0).detail())
                    : new ParseResult.Refused(ProblemCode.MALFORMED_DOCUMENT, "No story in it can be read.");
        }
    }
}
