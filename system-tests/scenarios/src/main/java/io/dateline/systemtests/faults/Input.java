package io.dateline.systemtests.faults;

import io.dateline.systemtests.corpus.BenchArticle;
import io.dateline.systemtests.corpus.Corpus;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * What is sent in one run, in pieces that are each accepted as a whole: distinct articles, every tenth of which is sent
 * again later with another text. The same seed gives the same pieces.
 */
final class Input {
    static final int PIECE = 50;
    private static final int CORRECTED = 10;

    private final List<Piece> pieces = new ArrayList<>();
    private final int articles;

    /** Some lines of NDJSON, and what they are. */
    record Piece(String lines, List<Sent> sent) {}

    Input(int articles, long seed) {
        this.articles = articles;
        Random random = new Random(seed);
        List<BenchArticle> all = Corpus.generated(articles, seed);
        List<BenchArticle> corrections = new ArrayList<>();
        for (int from = 0; from < articles; from += PIECE) {
            List<BenchArticle> first = all.subList(from, Math.min(articles, from + PIECE));
            List<BenchArticle> lines = new ArrayList<>(first);
            List<Sent> sent = new ArrayList<>();
            first.forEach(article -> sent.add(sent(article, 1)));
            // Of earlier pieces only: sent again after a fault, a piece must mean the same.
            corrections.forEach(article -> {
                lines.add(article);
                sent.add(sent(article, 2));
            });
            corrections.clear();
            first.stream()
                    .filter(article -> random.nextInt(CORRECTED) == 0)
                    .map(Input::corrected)
                    .forEach(corrections::add);
            pieces.add(new Piece(Corpus.ndjson(lines), List.copyOf(sent)));
        }
    }

    List<Piece> pieces() {
        return List.copyOf(pieces);
    }

    int articles() {
        return articles;
    }

    private static BenchArticle corrected(BenchArticle article) {
        return new BenchArticle(
                article.title(), article.body() + "\n\nCorrected.", article.publishedAt(), article.url());
    }

    private static Sent sent(BenchArticle article, int revision) {
        return new Sent(
                article.url(),
                revision,
                Words.of(article.title(), article.body()),
                LocalDate.parse(article.publishedAt().substring(0, 10)));
    }
}
