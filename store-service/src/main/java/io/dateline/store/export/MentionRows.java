package io.dateline.store.export;

import io.dateline.contracts.enriched.Event;
import io.dateline.contracts.enriched.Event.Mention;
import io.dateline.contracts.enriched.Event.Participant;
import io.dateline.contracts.enriched.Span;
import io.dateline.store.query.EventItem;
import io.dateline.store.query.ExportedTelling;
import java.text.BreakIterator;
import java.util.List;
import java.util.Locale;

/** The sentences that tell an event as lines of GDELT's Mentions table, 16 columns. */
final class MentionRows {
    static final int COLUMNS = 16;
    private static final String WEB = "1";
    private static final String CITATION = "2";

    private final EventItem item;
    private final ExportedTelling told;
    private final Event event;

    MentionRows(EventItem item, ExportedTelling told) {
        this.item = item;
        this.told = told;
        this.event = told.telling().event();
    }

    /** One for each sentence, in text order. */
    List<Row> rows() {
        List<Mention> mentions =
                event.mentions().isEmpty() ? List.of(new Mention(event.sentence(), event.trigger())) : event.mentions();
        return mentions.stream().map(this::row).toList();
    }

    private Row row(Mention mention) {
        // Who takes part is known of the best sentence only.
        boolean best = mention.sentence().equals(event.sentence());
        Participant actor1 = first(event.actors());
        Participant actor2 = event.recipients().isEmpty() ? second(event.actors()) : first(event.recipients());
        return new Row()
                .add(item.id())
                .add(item.firstToldAt())
                .add(told.telling().sortAt())
                .add(told.url() == null ? CITATION : WEB)
                .add(told.telling().source())
                .add(told.url() == null ? ArticleUri.of(told.telling().article()) : told.url())
                .add(sentence(mention.sentence()))
                .add(best ? offset(actor1) : null)
                .add(best ? offset(actor2) : null)
                .add(offset(mention.trigger()))
                .add(1)
                .add(Math.round(event.confidence() * 100))
                .add(told.body().length())
                // MentionDocTone, MentionDocTranslationInfo, Extras
                .skip(3);
    }

    private static Participant first(List<Participant> who) {
        return who.isEmpty() ? null : who.get(0);
    }

    private static Participant second(List<Participant> who) {
        return who.size() < 2 ? null : who.get(1);
    }

    private static String offset(Participant who) {
        return who == null ? null : offset(who.span());
    }

    /** In the body; null in the title, which GDELT does not count. */
    private static String offset(Span span) {
        return span.field().equals("body") ? Integer.toString(span.start()) : null;
    }

    /** From 1, as Java's rules part the body; null in the title. */
    private String sentence(Span sentence) {
        if (!sentence.field().equals("body")) {
            return null;
        }
        BreakIterator sentences = BreakIterator.getSentenceInstance(Locale.ROOT);
        sentences.setText(told.body());
        int number = 0;
        for (int start = sentences.first();
                start != BreakIterator.DONE && start <= sentence.start();
                start = sentences.next()) {
            number++;
        }
        return Integer.toString(number);
    }
}
