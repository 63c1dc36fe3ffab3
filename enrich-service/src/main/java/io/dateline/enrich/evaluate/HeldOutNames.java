package io.dateline.enrich.evaluate;

import io.dateline.enrich.entity.Lexica;
import io.dateline.enrich.entity.Tagger;
import io.dateline.enrich.entity.TaggerModel;
import io.dateline.enrich.gazetteer.GazetteerFiles;
import io.dateline.enrich.train.NerScore;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** The tagger alone, on gold tokens of the hand-labelled texts it was not trained on; and its speed. */
final class HeldOutNames implements Evaluation {
    @Override
    public String step() {
        return "entity";
    }

    @Override
    public String set() {
        return "held out";
    }

    @Override
    public List<String> needs() {
        return List.of("ner/uner-english-ewt", "ner/crossner-politics", "ner/wikigold.conll", "ner/wnut17-dev.conll");
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        Tagger tagger = new Tagger(
                TaggerModel.load(ground.files()), Lexica.load(ground.files()), GazetteerFiles.load(ground.files()));
        List<NerScore> scores = NerScore.heldOut(tagger, ground.file("ner"));
        List<Figure> figures = new ArrayList<>();
        for (NerScore score : scores) {
            figures.add(new Figure("F1 " + score.name(), score.f1(), score.names()));
        }
        NerScore all = scores.get(scores.size() - 1);
        for (String type : List.of("PER", "ORG", "LOC")) {
            figures.add(new Figure("F1 all " + type, all.f1(type), all.names()));
        }
        // The second time over, when the compilers have seen it.
        figures.add(new Figure("thousand tokens/s", NerScore.speed(tagger, ground.file("ner")) / 1000, all.tokens()));
        return figures;
    }
}
