package io.dateline.enrich.evaluate;

import io.dateline.contracts.article.RawArticle;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;

/** The language of short invented news, one text for each. */
final class NewsLanguages implements Evaluation {
    private static final String FILE = "news/languages.tsv";

    @Override
    public String step() {
        return "language";
    }

    @Override
    public String set() {
        return "news";
    }

    @Override
    public List<String> needs() {
        return List.of(FILE);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        Tally tally = new Tally();
        for (String line : Files.readAllLines(ground.file(FILE))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t");
                RawArticle article = TestArticle.of(cells[1].substring(0, 30), cells[1]);
                tally.share(
                        "right",
                        ground.pipeline().enrich(article).language().code().equals(cells[0]));
            }
        }
        return tally.figures();
    }
}
