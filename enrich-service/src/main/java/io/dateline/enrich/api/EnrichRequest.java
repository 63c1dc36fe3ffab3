package io.dateline.enrich.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.JsonNode;
import io.dateline.contracts.Sha256;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.ArticleStatus;
import io.dateline.contracts.article.Original;
import io.dateline.contracts.article.RawArticle;
import io.dateline.contracts.article.Source;
import io.dateline.contracts.http.Problem;
import io.dateline.contracts.http.ProblemCode;
import io.dateline.contracts.http.ProblemException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What {@code POST /api/enrich} takes in its short form.
 *
 * @param title       1 to 1,000 characters
 * @param body        up to 500,000 characters, or null
 * @param language    BCP 47 tag, or null
 * @param publishedAt ISO 8601, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@Schema(name = "EnrichRequest", description = "A text to tag. A whole RawArticle is taken too.")
record EnrichRequest(String title, String body, String language, Instant publishedAt) {

    /** Whether a JSON object is a RawArticle rather than the short form. */
    static boolean isRawArticle(JsonNode json) {
        return json.has("id") || json.has("contentHash") || json.has("source");
    }

    /** The article to tag: its id and hash are made from the text, so that the same text has the same answer. */
    RawArticle article(Instant now) {
        String cleanTitle = title == null ? null : Normalizer.normalize(title, Normalizer.Form.NFC);
        String cleanBody = body == null ? "" : Normalizer.normalize(body, Normalizer.Form.NFC);
        byte[] bytes = (cleanTitle + "\n" + cleanBody).getBytes(StandardCharsets.UTF_8);
        String hash = HexFormat.of().formatHex(Sha256.of(bytes));
        return RawArticle.builder()
                .id("tx-" + hash.substring(0, 32))
                .contentHash(hash)
                .status(ArticleStatus.USABLE)
                .source(new Source("request", "Request", Source.Kind.PUSH))
                .title(cleanTitle)
                .body(cleanBody)
                .language(language)
                .publishedAt(publishedAt)
                .publishedPrecision(publishedAt == null ? null : "second")
                .fetchedAt(now)
                .original(new Original("application/json", hash, bytes.length))
                .build();
    }

    /** @throws ProblemException where the article breaks a rule of the contract */
    static RawArticle checked(RawArticle article) {
        List<String> violations = ArticleRules.violations(article);
        if (!violations.isEmpty()) {
            throw new ProblemException(
                    ProblemCode.INVALID_ARTICLE,
                    "The article cannot be tagged.",
                    violations.stream()
                            .map(violation -> new Problem.Fault("article", violation))
                            .toList());
        }
        return article;
    }
}
