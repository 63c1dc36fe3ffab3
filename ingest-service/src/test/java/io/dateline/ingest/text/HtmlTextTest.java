package io.dateline.ingest.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jsoup.Jsoup;
import org.jsoup.nodes.Element;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlTextTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>One</p><p>Two</p> | One//Two",
                "One<br>two<br/>three | One/two/three",
                "One<br><br>Two | One//Two",
                "<div><div><p>One</p></div></div>two | One//two",
                "<ul><li>a</li><li>b</li></ul> | a//b",
                "<table><tr><td>a</td><td>b</td></tr><tr><td>c</td></tr></table> | a b//c",
                "<pre>a\\n  b</pre> | a/b",
                "x <b>y</b><i>z</i> | x yz",
                "a&nbsp;&amp;&eacute;&#8217;&#x1F600;&#150;&unknown;&copy2 | a &\u00e9\u2019\ud83d\ude00\u2013&unknown;\u00a92",
                "1 < 2 & 3 > 2 | 1 < 2 & 3 > 2",
                "<![CDATA[One <b>two</b>]]> | One two",
                "a<iframe src='x'/>b | ab",
                "a<svg><title>t</title></svg>b<svg>c | abc",
                "<h1>a</h1>b<custom-tag>c</custom-tag> | a//bc",
                "a <!-- > b --> c | a c",
                "a<!-->b | ab",
                "a<!-- never closed > b | a b",
                "<a title='>' href=x>b</a> | b"
            })
    void readsHtmlAsParagraphs(String html, String text) {
        assertThat(HtmlText.paragraphs(html.replace("\\n", "\n"))).isEqualTo(text.replace('/', '\n'));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<script>EVIL</script>",
                "<SCRIPT SRC=//x>EVIL</SCRIPT >",
                "<script>EVIL",
                "<script>'</scrip>'EVIL</script\n>",
                "<style>EVIL</style>",
                "<style>@import 'EVIL'",
                "<noscript>EVIL</noscript>",
                "<iframe srcdoc='EVIL'>EVIL</iframe>",
                "<object data='EVIL'><param value='EVIL'>EVIL</object>",
                "<svg/onload=EVIL>",
                "<svg><script>EVIL</script></svg>",
                "<svg><g><script>EVIL</script><text>EVIL</text></g></svg>",
                "<math><annotation-xml encoding='text/html'>EVIL</annotation-xml></math>",
                "<template><b>EVIL</b></template>",
                "<img src=x onerror=EVIL>",
                "<img src='x' onerror='a>b;EVIL'>",
                "<a href='javascript:EVIL' onclick=\"EVIL\"></a>",
                "<body onload=EVIL>",
                "<input value='EVIL'>",
                "<textarea>EVIL</textarea>",
                "<title>EVIL</title>",
                "<button formaction='javascript:EVIL'>EVIL</button>",
                "<meta http-equiv=refresh content='0;url=javascript:EVIL'>",
                "<link rel=stylesheet href='javascript:EVIL'>",
                "<base href='javascript:EVIL//'>",
                "<video><source onerror='EVIL'>EVIL</video>",
                "<audio src=x onerror=EVIL>EVIL</audio>",
                "<!--<script>EVIL</script>-->",
                "<!--[if gte IE 4]><script>EVIL</script><![endif]-->",
                "<?xml-stylesheet href='EVIL'?>",
                "<!DOCTYPE html SYSTEM 'EVIL'>",
                "<xmp><script>EVIL</script></xmp>",
                "<a/onclick=EVIL/href=x>",
                "<div style=\"width:expression(EVIL)\">",
                "<img \"\"\"><script>EVIL</script>\">",
                "<table background='javascript:EVIL'>",
                "<img src=x:alert(alt) onerror=EVIL alt=0",
                "<plaintext>EVIL</plaintext>",
                "<select><option>EVIL</option></select>"
            })
    void leavesNothingOfScriptsAndWhatIsNotCopy(String html) {
        String text = HtmlText.paragraphs("before " + html);

        assertThat(text).startsWith("before").doesNotContain("EVIL");
    }

    @Test
    void keepsMarkupThatIsTheTopicAsText() {
        // An article on HTML writes its tags with references: they are copy, and stay text wherever they are shown.
        assertThat(HtmlText.paragraphs("<p>Use &lt;script&gt; sparingly.</p>")).isEqualTo("Use <script> sparingly.");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "<p>x | true",
                "x <br/> y | true",
                "Q&amp;A | true",
                "x <!-- y --> | true",
                "a <3 b > c | false",
                "List<String> and Map<K> | false",
                "AT&T; Bell | false",
                "5 < 6 & 7 > 6 | false",
                "plain | false"
            })
    void tellsHtmlFromText(String text, boolean html) {
        assertThat(HtmlText.looksLikeHtml(text)).isEqualTo(html);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"The <blink> tag | false", "<b>bold</b> | true", "<b>bold</b> <x>y</x> | false", "R&amp;D | true"})
    void tellsTextThatIsHtmlAllTheSame(String text, boolean html) {
        assertThat(HtmlText.isClearlyHtml(text)).isEqualTo(html);
    }

    /** The letters that jsoup's tree shows are the letters we read, for HTML of any nesting that closes what it opens. */
    @Test
    void agreesWithATreeOfTheSameHtml() {
        Random random = new Random(7);
        for (int i = 0; i < 2_000; i++) {
            String html = nested(random, 4);
            Element tree = Jsoup.parseBodyFragment(html).body();
            tree.select("script,style,svg,object").remove();

            assertThat(letters(HtmlText.line(html))).as(html).isEqualTo(letters(tree.text()));
        }
    }

    /** jsoup parts some inline elements with a space, so white space is left out of it. */
    private static String letters(String text) {
        return text.replaceAll("[\\s\\u00a0]", "");
    }

    private static String nested(Random random, int depth) {
        String[] inline = {"b", "i", "a href='x>y'", "span class=\"q\"", "em"};
        String[] block = {"p", "div", "blockquote", "section", "h2", "li"};
        String[] gone = {"script", "style", "svg", "object"};
        StringBuilder out = new StringBuilder();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            int kind = random.nextInt(depth > 0 ? 8 : 3);
            String tag = kind < 5 ? inline[random.nextInt(inline.length)] : block[random.nextInt(block.length)];
            switch (kind) {
                case 0 -> out.append("word").append(random.nextInt(100)).append(' ');
                case 1 -> out.append("&amp;&nbsp;&eacute;<!-- c -->");
                case 2 -> {
                    String name = gone[random.nextInt(gone.length)];
                    out.append('<').append(name).append(">x</").append(name).append('>');
                }
                default ->
                    out.append('<')
                            .append(tag)
                            .append('>')
                            .append(tag.equals("p") || tag.equals("h2") ? "text" : nested(random, depth - 1))
                            .append("</")
                            .append(tag.split(" ")[0])
                            .append('>');
            }
        }
        return out.toString();
    }
}
