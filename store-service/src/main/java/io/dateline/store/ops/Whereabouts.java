package io.dateline.store.ops;

import io.dateline.store.query.ArticleTrail;
import io.dateline.store.query.TrailQueries;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/** Where an article is that somebody asks for: in the store, among the dead letters, or neither, as far as can be told. */
@ApplicationScoped
public class Whereabouts {
    /** Letters of one article that are told. */
    static final int LETTERS = 20;

    private final Function<String, Optional<ArticleTrail>> trails;
    private final DeadLetterList letters;
    private final Supplier<OpsSnapshot> board;

    @Inject
    Whereabouts(TrailQueries trails, DeadLetterList letters, OpsBoard board) {
        this(trails::get, letters, board::snapshot);
    }

    Whereabouts(Function<String, Optional<ArticleTrail>> trails, DeadLetterList letters, Supplier<OpsSnapshot> board) {
        this.trails = trails;
        this.letters = letters;
        this.board = board;
    }

    /** What is known. */
    public sealed interface Answer {}

    /**
     * @param trail   null where the store has none to show; then there are letters
     * @param letters newest first, 20 at most; never null
     */
    public record Known(ArticleTrail trail, List<OpsSnapshot.DeadLetterInfo> letters) implements Answer {}

    /** @param detail what was looked at, and where it may be; the same of an article under embargo */
    public record Unknown(String detail) implements Answer {}

    /**
     * Blocks on the database, not on Kafka.
     *
     * @throws io.dateline.contracts.http.ProblemException as {@link TrailQueries#get}
     */
    public Answer find(String id) {
        ArticleTrail trail = trails.apply(id).orElse(null);
        List<OpsSnapshot.DeadLetterInfo> found = letters.newest(null, id, LETTERS);
        return trail == null && found.isEmpty() ? new Unknown(nowhere()) : new Known(trail, found);
    }

    private String nowhere() {
        OpsSnapshot now = board.get();
        long looked = letters.looked();
        long kept = now.deadLetters().stream()
                .mapToLong(OpsSnapshot.DeadLetterTopic::count)
                .sum();
        return "The store has no article of this id to show, and it is the key of none of the "
                + (kept > looked ? "newest " + looked + " of " + kept : Long.toString(looked)) + " dead letters. "
                + waiting(now.stages())
                + (now.troubles().isEmpty()
                        ? ""
                        : " Not all could be read: " + String.join("; ", now.troubles()) + ".");
    }

    private static String waiting(List<OpsSnapshot.Stage> stages) {
        String lanes = stages.stream()
                .filter(stage -> stage.lag() != null && stage.lag() > 0)
                .map(stage -> stage.lag() + " before " + stage.stage() + " (" + stage.lane() + ")")
                .collect(Collectors.joining(", "));
        if (!lanes.isEmpty()) {
            return "It may be on its way: " + lanes + " wait.";
        }
        return stages.stream().anyMatch(stage -> stage.lag() != null)
                ? "Nothing waits on its way here: ingest may not have published it."
                : "How much waits on its way here is not known.";
    }
}
