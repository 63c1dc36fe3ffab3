package io.dateline.enrich.evaluate;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.IntBuffer;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Which of the invented stories are the same text by their fingerprints: each beside itself with a part left out or put
 * in front (same), beside all others, and beside itself told anew (not the same).
 */
final class NearDuplicates implements Evaluation {
    private static final String ANEW = "news/told-anew.tsv";
    /** As the store takes two texts for sharing text at all. */
    private static final double SAME = 0.3;

    private record Text(String story, boolean anew, IntBuffer fingerprint) {}

    @Override
    public String step() {
        return "fingerprint";
    }

    @Override
    public String set() {
        return "news";
    }

    @Override
    public List<String> needs() {
        return List.of(Story.FILE, ANEW);
    }

    @Override
    public List<Figure> run(Ground ground) throws IOException {
        List<Text> texts = new ArrayList<>();
        for (Story story : Story.read(ground.file(Story.FILE))) {
            for (String body : copies(story.body())) {
                texts.add(new Text(story.id(), false, fingerprint(ground, body)));
            }
        }
        for (String line : Files.readAllLines(ground.file(ANEW))) {
            if (!line.startsWith("#")) {
                String[] cells = line.split("\t");
                texts.add(new Text(cells[0], true, fingerprint(ground, cells[1])));
            }
        }
        Tally tally = new Tally();
        for (int i = 0; i < texts.size(); i++) {
            for (int j = i + 1; j < texts.size(); j++) {
                Text one = texts.get(i);
                Text other = texts.get(j);
                boolean same = one.story().equals(other.story()) && one.anew() == other.anew();
                tally.compare("copies", pair(same), pair(likeness(one.fingerprint(), other.fingerprint()) >= SAME));
            }
        }
        return tally.figures();
    }

    private static List<String> pair(boolean same) {
        return same ? List.of("same") : List.of();
    }

    /** As it is; without a sentence in five; cut off behind three fifths; with a line in front. */
    private static List<String> copies(String body) {
        List<String> sentences = List.of(body.split("(?<=[.”\"])\\s+"));
        List<String> fewer = new ArrayList<>(sentences);
        fewer.remove(sentences.size() / 2);
        int cut = body.indexOf(' ', body.length() * 3 / 5);
        return List.of(
                body,
                String.join(" ", fewer),
                body.substring(0, cut),
                "More of this story will follow within the hour.\n\n" + body);
    }

    private static IntBuffer fingerprint(Ground ground, String body) {
        String code = ground.pipeline().enrich(TestArticle.of("", body)).fingerprint();
        return ByteBuffer.wrap(Base64.getDecoder().decode(code)).asIntBuffer();
    }

    /** The share of slots that agree. */
    private static double likeness(IntBuffer one, IntBuffer other) {
        int same = 0;
        for (int i = 0; i < one.limit(); i++) {
            same += one.get(i) == other.get(i) ? 1 : 0;
        }
        return (double) same / one.limit();
    }
}
