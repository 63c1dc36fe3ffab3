package io.dateline.enrich.quote;

import io.dateline.contracts.enriched.Quote;
import io.dateline.contracts.enriched.Span;
import io.dateline.enrich.pipeline.Document;
import io.dateline.enrich.pipeline.Field;
import io.dateline.enrich.pipeline.Step;
import io.dateline.enrich.pipeline.Tags;
import io.dateline.enrich.text.Tokens;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * Who said what: words in quotation marks (without the marks), and reported speech, in the body of English articles.
 * Words in quotation marks without a verb of saying beside them (titles, words held at arm's length) are no quotes.
 */
public final class QuoteStep implements Step {
    /** An interview of whole pages has fewer. */
    static final int MOST_QUOTES = 200;

    /** A clause longer than this is not shown as somebody's words. */
    static final int LONGEST = 5_000;

    @Override
    public String name() {
        return "quote";
    }

    @Override
    public String version() {
        return "6";
    }

    @Override
    public List<String> files() {
        return List.of();
    }

    @Override
    public void run(Document document, Tags tags) {
        if (!tags.language().code().equals("en")) {
            tags.unsupported("quotes");
            return;
        }
        Field body = document.body();
        Tokens tokens = body.tokens();
        Attribution attribution = new Attribution(tokens, new Named(body, tags.entities()), tags.story(body));
        List<Stretch> stretches = Marks.find(tokens);
        List<Quote> quotes = new ArrayList<>();
        boolean[] marked = new boolean[tokens.sentences()];
        direct(body, stretches, attribution, tags, quotes, marked);
        reported(body, attribution, tags.story(body), quotes, marked);
        quotes.sort(Comparator.comparingInt(quote -> quote.words().start()));
        tags.quotes(List.copyOf(quotes.subList(0, Math.min(MOST_QUOTES, quotes.size()))));
    }

    private void direct(
            Field body,
            List<Stretch> stretches,
            Attribution attribution,
            Tags tags,
            List<Quote> quotes,
            boolean[] marked) {
        Tokens tokens = body.tokens();
        DirectSpeech direct = new DirectSpeech(tokens, Marks.paragraphs(tokens), attribution);
        Speaker[] speakers = new Speaker[stretches.size()];
        for (int number = 0; number < speakers.length; number++) {
            speakers[number] = direct.speaker(stretches, number, number == 0 ? null : speakers[number - 1]);
        }
        // Who speaks over several paragraphs may be named behind the last of them only.
        for (int number = speakers.length - 1; number > 0; number--) {
            if (stretches.get(number).continues() && speakers[number] != null && speakers[number - 1] == null) {
                speakers[number - 1] = speakers[number].goesOn();
            }
        }
        for (int number = 0; number < speakers.length; number++) {
            Stretch stretch = stretches.get(number);
            Speaker speaker = speakers[number];
            Span words = body.span(stretch.from(), stretch.close());
            if (speaker != null && words.surface().length() <= LONGEST) {
                quotes.add(quote(body, true, words, speaker));
                mark(tokens, stretch, speaker, marked);
            } else {
                tags.explain()
                        .say(name(), words, "no-quote", () -> "no verb of saying beside it, or it reads like a title");
            }
        }
    }

    /** The sentences of a quotation and of its verb tell nothing else. */
    private static void mark(Tokens tokens, Stretch stretch, Speaker speaker, boolean[] marked) {
        for (int i = stretch.open(); i <= stretch.close() && i < tokens.size(); i++) {
            marked[tokens.sentence(i)] = true;
        }
        if (speaker.verb() >= 0) {
            marked[tokens.sentence(speaker.verb())] = true;
        }
    }

    private void reported(Field body, Attribution attribution, int story, List<Quote> quotes, boolean[] marked) {
        Tokens tokens = body.tokens();
        ReportedSpeech reported = new ReportedSpeech(tokens, attribution);
        for (int from = 0; from < tokens.size(); ) {
            int to = from + 1;
            while (to < tokens.size() && !tokens.startsSentence(to)) {
                to++;
            }
            ReportedSpeech.Found found =
                    marked[tokens.sentence(from)] ? null : reported.find(from < story && story < to ? story : from, to);
            if (found != null) {
                Span words = body.span(found.from(), found.to());
                if (words.surface().length() <= LONGEST) {
                    quotes.add(quote(body, false, words, found.speaker()));
                }
            }
            from = to;
        }
    }

    private Quote quote(Field body, boolean direct, Span words, Speaker speaker) {
        return new Quote(
                speaker.entity() == null ? null : speaker.entity().id(),
                direct,
                words,
                speaker.verb() < 0 ? null : body.span(speaker.verb(), speaker.verb() + 1),
                speaker.from() < 0 ? null : body.span(speaker.from(), speaker.to()),
                by() + ":" + speaker.rule());
    }
}
