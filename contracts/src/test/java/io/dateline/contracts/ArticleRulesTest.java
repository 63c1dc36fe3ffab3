package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.Media;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.RawArticleBuilder;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.message.MessageCodec;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.function.BiFunction;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The rules in Java and the JSON Schema take and refuse the same articles. */
class ArticleRulesTest {
    private static final String HASH = "0123456789abcdef".repeat(4);
    private static final Instant LAST = Instant.parse("9999-12-31T23:59:59.999999999Z");

    static Stream<Arguments> good() {
        return Stream.of(
                of("minimal", base()),
                of("full", Samples.fullRaw().toBuilder()),
                of("revision 1", base().revision(1)),
                of("highest revision", base().revision(Integer.MAX_VALUE)),
                of("urgency 1", base().urgency(1)),
                of("urgency 9", base().urgency(9)),
                of("shortest id prefix", base().id("ab-" + HASH.substring(32))),
                of("longest id prefix", base().id("abcdefgh-" + HASH.substring(32))),
                of("title of a no-break space", base().title("\u00a0")),
                of("title beyond the BMP", base().title("🌾")),
                of("lines of text", base().body("one\n\ntwo\u2028three\n")),
                of("year 9999", base().publishedAt(LAST).embargoUntil(LAST).updatedAt(LAST)),
                of("year 1", base().publishedAt(Instant.parse("0001-01-01T00:00:00Z"))),
                of("date without precision", base().publishedAt(Samples.NOW)),
                of("longest source id", base().source(new Source("a".repeat(200), "A", Source.Kind.PUSH))),
                of("empty document", base().original(new Original("text/plain", HASH, 0))));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                of("no id", base().id(null)),
                of("id prefix too short", base().id("a-" + HASH.substring(32))),
                of("id prefix too long", base().id("abcdefghi-" + HASH.substring(32))),
                of("id in capitals", base().id("url-" + HASH.substring(32).toUpperCase())),
                of("id and a line feed", base().id("url-" + HASH.substring(32) + "\n")),
                of("revision 0", base().revision(0)),
                of("no hash", base().contentHash(null)),
                of("short hash", base().contentHash(HASH.substring(1))),
                of("no status", base().status(null)),
                of("no source", base().source(null)),
                of("no source id", base().source(new Source(null, "A", Source.Kind.PUSH))),
                of("source id in capitals", base().source(new Source("ANA", "A", Source.Kind.PUSH))),
                of("source id with a slash", base().source(new Source("a/b", "A", Source.Kind.PUSH))),
                of("source id too long", base().source(new Source("a".repeat(201), "A", Source.Kind.PUSH))),
                of("blank source name", base().source(new Source("a", " ", Source.Kind.PUSH))),
                of("no source kind", base().source(new Source("a", "A", null))),
                of("no title", base().title(null)),
                of("blank title", base().title(" \t\u2003")),
                of("no fetch time", base().fetchedAt(null)),
                of("no original", base().original(null)),
                of("no media type", base().original(new Original(null, HASH, 1))),
                of("no document hash", base().original(new Original("a/b", null, 1))),
                of("negative length", base().original(new Original("a/b", HASH, -1))),
                of("urgency 0", base().urgency(0)),
                of("urgency 10", base().urgency(10)),
                of("year 10000", base().publishedAt(LAST.plusNanos(1))),
                of("year 0", base().updatedAt(Instant.parse("0000-12-31T23:59:59.999999999Z"))),
                of("embargo in year 10000", base().embargoUntil(LAST.plusNanos(1))),
                of("unknown precision", base().publishedAt(Samples.NOW).publishedPrecision("year")),
                of("precision without date", base().publishedPrecision("day")),
                of("media without address", base().media(List.of(new Media(null, "a/b", "c")))),
                of("NUL in the title", base().title("a\u0000")),
                of("NUL in the body", base().body("line\n\u0000")),
                of("NUL in the byline", base().byline("\u0000")),
                of("NUL in an author", base().authors(List.of("a\u0000b"))),
                of("NUL in a caption", base().media(List.of(new Media("https://a.example/", null, "\u0000")))),
                of("lone high surrogate", base().body("a\ud83c")),
                of("lone low surrogate", base().summary("\udf3ea")));
    }

    /** Every text and list with its limit. */
    static Stream<Arguments> limits() {
        return Stream.of(
                limit("title", ArticleLimits.TITLE, (b, n) -> b.title("x".repeat(n))),
                limit("body", ArticleLimits.BODY, (b, n) -> b.body("x".repeat(n))),
                limit("summary", ArticleLimits.SUMMARY, (b, n) -> b.summary("x".repeat(n))),
                limit("url", ArticleLimits.URL, (b, n) -> b.url("x".repeat(n))),
                limit("feedId", ArticleLimits.SHORT_TEXT, (b, n) -> b.feedId("x".repeat(n))),
                limit("guid", ArticleLimits.SHORT_TEXT, (b, n) -> b.guid("x".repeat(n))),
                limit("slugline", ArticleLimits.SHORT_TEXT, (b, n) -> b.slugline("x".repeat(n))),
                limit("byline", ArticleLimits.SHORT_TEXT, (b, n) -> b.byline("x".repeat(n))),
                limit("language", ArticleLimits.SHORT_TEXT, (b, n) -> b.language("x".repeat(n))),
                limit("agency", ArticleLimits.SHORT_TEXT, (b, n) -> b.agency("x".repeat(n))),
                limit("edNote", ArticleLimits.SHORT_TEXT, (b, n) -> b.edNote("x".repeat(n))),
                limit("author", ArticleLimits.SHORT_TEXT, (b, n) -> b.authors(List.of("x".repeat(n)))),
                limit("category", ArticleLimits.SHORT_TEXT, (b, n) -> b.categories(List.of("x".repeat(n)))),
                limit("flag", ArticleLimits.SHORT_TEXT, (b, n) -> b.flags(List.of("x".repeat(n)))),
                limit(
                        "source name",
                        ArticleLimits.SHORT_TEXT,
                        (b, n) -> b.source(new Source("a", "x".repeat(n), Source.Kind.FEED))),
                limit(
                        "original type",
                        ArticleLimits.SHORT_TEXT,
                        (b, n) -> b.original(new Original("x".repeat(n), HASH, 1))),
                limit("media url", ArticleLimits.URL, (b, n) -> b.media(List.of(new Media("x".repeat(n), null, null)))),
                limit(
                        "media type",
                        ArticleLimits.SHORT_TEXT,
                        (b, n) -> b.media(List.of(new Media("a", "x".repeat(n), null)))),
                limit(
                        "caption",
                        ArticleLimits.SHORT_TEXT,
                        (b, n) -> b.media(List.of(new Media("a", null, "x".repeat(n))))),
                limit("authors", ArticleLimits.LIST, (b, n) -> b.authors(Collections.nCopies(n, "x"))),
                limit("categories", ArticleLimits.LIST, (b, n) -> b.categories(Collections.nCopies(n, "x"))),
                limit("flags", ArticleLimits.LIST, (b, n) -> b.flags(Collections.nCopies(n, "x"))),
                limit(
                        "media",
                        ArticleLimits.LIST,
                        (b, n) -> b.media(Collections.nCopies(n, new Media("a", null, null)))));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void rulesAndSchemaTakeTheSame(String name, RawArticle article) {
        assertThat(ArticleRules.violations(article)).isEmpty();
        assertThat(Schemas.errors(Schemas.RAW, json(article))).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void rulesAndSchemaRefuseTheSame(String name, RawArticle article) {
        assertThat(ArticleRules.violations(article)).hasSize(1);
        assertThat(Schemas.errors(Schemas.RAW, json(article))).isNotEmpty();
    }

    @ParameterizedTest(name = "{0} of {1}")
    @MethodSource("limits")
    void rulesAndSchemaHaveTheSameLimits(
            String name, int limit, BiFunction<RawArticleBuilder, Integer, RawArticleBuilder> of) {
        // When
        RawArticle at = of.apply(base(), limit).build();
        RawArticle past = of.apply(base(), limit + 1).build();
        // Then
        assertThat(ArticleRules.violations(at)).isEmpty();
        assertThat(Schemas.errors(Schemas.RAW, json(at))).isEmpty();
        assertThat(ArticleRules.violations(past)).hasSize(1);
        assertThat(Schemas.errors(Schemas.RAW, json(past))).hasSize(1);
    }

    @Test
    void schemaCountsCodePointsWhereTheRulesCountCodeUnits() {
        // Given
        RawArticle article =
                base().title("🌾".repeat(ArticleLimits.TITLE / 2 + 1)).build();
        // Then
        assertThat(ArticleRules.violations(article)).containsExactly("title is too long");
        assertThat(Schemas.errors(Schemas.RAW, json(article)))
                .as("the one difference JSON Schema cannot avoid; the schema says so")
                .isEmpty();
        assertThat(Schemas.read(Schemas.RAW).get("description").asText()).contains("code points");
    }

    @Test
    void violationsNeverQuoteTheText() {
        // Given
        RawArticle article = base().id("secret")
                .title("secret\u0000")
                .byline("secret".repeat(1000))
                .source(new Source("secret!", "secret\u0000", Source.Kind.PUSH))
                .publishedPrecision("secret")
                .build();
        // Then
        assertThat(ArticleRules.violations(article)).hasSize(6).noneMatch(violation -> violation.contains("secret"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "plain", "🌾", "a🌾b", "\ud83c\udf3e\ud83c\udf3e", "\ufffd", "\uffff", "\u0001", "e\u0301"})
    void keepsWhatEveryStoreCanKeep(String text) {
        assertThat(ArticleRules.storable(text)).isTrue();
    }

    @ParameterizedTest
    @CsvSource({
        "'0', NUL",
        "'d83c', high alone",
        "'df3e', low alone",
        "'df3e d83c', the wrong way round",
        "'d83c d83c df3e', high before a pair",
        "'d83c df3e df3e', low after a pair",
        "'d83c 61 df3e', parted",
        "'61 d83c', high at the end",
        "'d83c df3e 0', NUL after a pair"
    })
    void refusesWhatSomeStoreCannotKeep(String units, String why) {
        // Given
        StringBuilder text = new StringBuilder();
        for (String unit : units.split(" ")) {
            text.append((char) Integer.parseInt(unit, 16));
        }
        // Then
        assertThat(ArticleRules.storable(text.toString())).as(why).isFalse();
    }

    @Test
    void absentTextIsStorable() {
        assertThat(ArticleRules.storable(null)).isTrue();
    }

    private static RawArticleBuilder base() {
        return Samples.minimalRaw().toBuilder();
    }

    private static JsonNode json(RawArticle article) {
        return MessageCodec.json().valueToTree(article);
    }

    private static Arguments of(String name, RawArticleBuilder article) {
        return Arguments.of(name, article.build());
    }

    private static Arguments limit(
            String name, int limit, BiFunction<RawArticleBuilder, Integer, RawArticleBuilder> of) {
        return Arguments.of(name, limit, of);
    }
}
