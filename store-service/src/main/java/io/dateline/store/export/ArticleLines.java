package io.dateline.store.export;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.dateline.store.query.ArticleExportQuery;
import io.dateline.store.query.ArticleKeys;
import io.dateline.store.query.ArticleReading;
import io.dateline.store.query.StoredArticle;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.IOException;
import java.io.OutputStream;
import java.util.function.Function;

/** Articles as newline-delimited JSON. Each line is written from what was read for it, and forgotten. */
@ApplicationScoped
public class ArticleLines {
    private final ArticleReading articles;
    private final ObjectMapper json;

    ArticleLines(ArticleReading articles, ObjectMapper json) {
        this.articles = articles;
        this.json = json;
    }

    /** As {@code GET /api/articles/{id}} answers them, without {@code revisions} and {@code sightings}. */
    public StreamingOutput stored(ArticleExportQuery query) {
        return out -> write(query, article -> article, out);
    }

    /** As ninjs. */
    public StreamingOutput ninjs(ArticleExportQuery query) {
        return out -> write(query, article -> Ninjs.of(article.document()), out);
    }

    private void write(ArticleExportQuery query, Function<StoredArticle, Object> form, OutputStream out)
            throws IOException {
        int left = query.max() == 0 ? Integer.MAX_VALUE : query.max();
        String cursor = null;
        do {
            ArticleKeys page = articles.keys(query.articles().withPage(Math.min(left, ArticleReading.KEYS), cursor));
            Heads.each(articles, page.items(), article -> {
                out.write(json.writeValueAsBytes(form.apply(article)));
                out.write('\n');
            });
            left -= page.items().size();
            cursor = page.next();
        } while (cursor != null && left > 0);
    }
}
