package io.dateline.enrich.evaluate;

import io.dateline.contracts.article.RawArticle;
import java.io.IOException;
import java.util.List;

/** Quotes of sentences written for this set: right where speaker, verb and words are, or where nobody is quoted. */
final class Quotes implements Evaluation {
    @Override
    public String step() {
        return "quote";
    }

    @Override
    public String set() {
        return "own set";
    }

    @Override
    public List<String> needs() {
        return List.of();
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        List<OwnQuotes.Told> all = OwnQuotes.load();
        int right = 0;
        for (OwnQuotes.Told told : all) {
            RawArticle article =
                    TestArticle.of("", told.body()).toBuilder().language("en").build();
            right += told.isRight(ground.pipeline().enrich(article).quotes()) ? 1 : 0;
        }
        return List.of(new Figure("right", 100.0 * right / all.size(), all.size()));
    }
}
