package io.dateline.systemtests;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.dateline.contracts.message.MessageCodec;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Articles whose every field tries to become part of the page. What runs would set {@code window.ran}; what loads would
 * ask {@code canary.invalid}.
 */
final class HostileStories {
    private static final String RUN = "window.ran=1";
    private static final String AWAY = "http://canary.invalid/";
    private static final int IN_A_BODY = 12;

    private static final List<String> MARKUP = List.of(
            "<script>RUN</script>",
            "<script src=AWAYs.js></script>",
            "<img src=x onerror=RUN>",
            "<img src=AWAYi.png>",
            "<img srcset='AWAYi.png 1x'>",
            "<svg onload=RUN>",
            "<svg><script>RUN</script></svg>",
            "<svg><animate onbegin=RUN attributeName=x dur=1s>",
            "<svg><use href='AWAYs.svg#x'></use></svg>",
            "<math><mi xlink:href='javascript:RUN'>m</mi></math>",
            "<body onload=RUN>",
            "<input autofocus onfocus=RUN>",
            "<select autofocus onfocus=RUN><option>o</select>",
            "<textarea autofocus onfocus=RUN>",
            "<video src=AWAYv.mp4 onerror=RUN></video>",
            "<video poster=AWAYp.png></video>",
            "<audio src=x onerror=RUN></audio>",
            "<details open ontoggle=RUN>",
            "<marquee onstart=RUN>m</marquee>",
            "<p style='animation:x' onanimationstart=RUN>p",
            "<div style=\"background:url('AWAYb.png')\">d</div>",
            "<style>@import 'AWAYs.css';</style>",
            "<link rel=stylesheet href=AWAYs.css>",
            "<link rel=prefetch href=AWAYf>",
            "<base href=AWAY>",
            "<meta http-equiv=refresh content='0;url=AWAY'>",
            "<iframe src='javascript:RUN'></iframe>",
            "<iframe srcdoc='<script>parent.RUN</script>'></iframe>",
            "<iframe src=AWAY></iframe>",
            "<object data=AWAYo></object>",
            "<embed src=AWAYe>",
            "<form action='javascript:RUN'><button>b</button></form>",
            "<button formaction='javascript:RUN'>b</button>",
            "<a href='javascript:RUN'>link</a>",
            "<a href='data:text/html,<script>RUN</script>'>link</a>",
            "<noscript><p title=\"</noscript><img src=x onerror=RUN>\">",
            "<template><script>RUN</script></template>");

    /** How the same is written when the plain way is filtered, or to get out of where a page puts it. */
    private static final List<UnaryOperator<String>> DISGUISES = List.of(
            plain -> plain,
            plain -> "\">" + plain,
            plain -> "'>" + plain,
            plain -> "</title></textarea></script></style>-->" + plain,
            plain -> plain.replace("<", "&lt;").replace(">", "&gt;"),
            plain -> plain.replace("<", "&amp;lt;"),
            plain -> plain.replaceFirst("<(\\w)", "<\u0000$1"),
            plain -> plain.replace("<s", "<S").replace("<i", "<I").replace(" on", "/ON"));

    private HostileStories() {}

    /** Every markup in every disguise. */
    static List<String> vectors() {
        List<String> vectors = new ArrayList<>();
        for (UnaryOperator<String> disguise : DISGUISES) {
            for (String markup : MARKUP) {
                vectors.add(disguise.apply(markup.replace("RUN", RUN).replace("AWAY", AWAY)));
            }
        }
        return vectors;
    }

    /** NDJSON of articles that hold all vectors in their bodies, and some in each other field; {@code word} finds them. */
    static List<String> lines(String word) {
        List<String> vectors = vectors();
        List<String> lines = new ArrayList<>();
        for (int from = 0; from < vectors.size(); from += IN_A_BODY) {
            List<String> some = vectors.subList(from, Math.min(from + IN_A_BODY, vectors.size()));
            String one = some.get(0);
            ObjectNode article = MessageCodec.json().createObjectNode();
            article.put("id", word + "-" + from)
                    .put("title", some.get(some.size() / 2) + " " + word)
                    .put("body", word + " said in Baku on Monday:\n\n" + String.join("\n\n", some))
                    .put("summary", one)
                    .put("byline", "By " + one)
                    .put("slugline", one)
                    .put("source", one)
                    .put("edNote", one);
            article.putArray("authors").add(one);
            article.putArray("categories").add(one);
            lines.add(article.toString());
        }
        return lines;
    }
}
