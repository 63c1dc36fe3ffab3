package io.dateline.systemtests.faults;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Histories that each hold one kind of fault, and the one that holds none. */
class CheckerTest {
    private static final LocalDate DAY = LocalDate.of(2026, 1, 1);

    private final List<Sent> sent = new ArrayList<>(List.of(sent("a", 1), sent("b", 1), sent("a", 2)));
    private final List<Row> rows =
            new ArrayList<>(List.of(row(1, "a", 1, false), row(2, "b", 1, true), row(3, "a", 2, true)));
    private final List<Seen> changes = new ArrayList<>(List.of(seen(1, "a", 1), seen(2, "b", 1), seen(3, "a", 2)));
    private final List<Seen> streamed = new ArrayList<>(changes);
    private final List<Burial> poison =
            new ArrayList<>(List.of(new Burial(new Place("articles.raw", 0, 7), "undecodable")));
    private final List<Burial> buried = new ArrayList<>(poison);
    private final List<Answer> answers = new ArrayList<>(List.of(new Answer("too much", "413", "413")));
    private final List<Count> counts = new ArrayList<>(List.of(new Count("too large", 2, 2)));
    private long counter = 3;

    @Test
    void findsNothingWhereNothingIsWrong() {
        assertThat(check().clean()).isTrue();
    }

    @Test
    void findsWhatWasAcceptedAndIsNotStored() {
        // Given: sent, accepted, gone
        sent.add(sent("c", 1));

        // When
        Verdict verdict = check();

        // Then
        assertThat(verdict.lost()).containsExactly("lost: a.example/c/1");
        assertThat(verdict.miscounted()).hasSize(2);
        assertThat(verdict.twice()).isEmpty();
    }

    @Test
    void findsARevisionWhoseTextIsMissing() {
        // Given: the line of the revision is there, the article's own row is not
        rows.set(1, new Row(2, "id-b", 1, null, null, false, false, null, false));

        // Then
        assertThat(check().lost()).containsExactly("lost: a.example/b/1");
    }

    @Test
    void findsOtherWordsThanWereSent() {
        // Given: the first revision's text stands under the second
        rows.set(2, new Row(3, "id-a", 2, "a.example/a", "a1", true, true, DAY, true));

        // Then
        assertThat(check().mangled()).containsExactly("mangled: a.example/a/2");
        assertThat(check().all()).hasSize(1);
    }

    @Test
    void findsWhatIsStoredWithoutItsTags() {
        // Given
        rows.set(0, new Row(1, "id-a", 1, "a.example/a", "a1", false, true, DAY, false));

        // Then
        assertThat(check().untagged()).containsExactly("untagged: a.example/a/1");
        assertThat(check().all()).hasSize(1);
    }

    @Test
    void findsNewsThatNoStoryHolds() {
        // Given: of a head that was sent with words, and of one nobody compares
        rows.set(1, new Row(2, "id-b", 1, "a.example/b", "b1", true, false, DAY, true));
        rows.set(2, new Row(3, "id-a", 2, "a.example/a", "a2", true, false, DAY, true));
        sent.set(1, new Sent("a.example/b", 1, DAY));

        // Then
        assertThat(check().unplaced()).containsExactly("unplaced: a.example/a");
        assertThat(check().all()).hasSize(1);
    }

    @Test
    void findsWhatIsStoredTwice() {
        // Given
        rows.add(row(4, "b", 1, true));
        changes.add(seen(4, "b", 1));
        streamed.add(seen(4, "b", 1));
        counter = 4;

        // When
        Verdict verdict = check();

        // Then
        assertThat(verdict.twice()).containsExactly("twice: id-b/1, again as 4");
        assertThat(verdict.gaps()).hasSize(2).allMatch(gap -> gap.contains("came again as 4"));
        assertThat(verdict.miscounted()).isNotEmpty();
        assertThat(verdict.lost()).isEmpty();
    }

    @Test
    void findsAnArticleThatIsStoredUnderTwoIds() {
        // Given
        rows.set(2, new Row(3, "id-other", 2, "a.example/a", "a2", true, true, DAY, true));

        // Then
        assertThat(check().twice()).containsExactly("twice: a.example/a as id-a and as id-other");
    }

    @Test
    void findsAHoleInTheChanges() {
        // Given
        changes.remove(1);

        // Then
        assertThat(check().gaps()).containsExactly("gap: changes: after 1 came 3", "gap: changes: never saw id-b/1");
    }

    @Test
    void findsAHoleInTheSequenceThoughAllRowsAreThere() {
        // Given: a number was taken by a transaction that never committed
        rows.set(2, row(4, "a", 2, true));
        changes.set(2, seen(4, "a", 2));
        streamed.set(2, seen(4, "a", 2));
        counter = 4;

        // When
        Verdict verdict = check();

        // Then
        assertThat(verdict.gaps()).containsExactly("gap: changes: after 2 came 4", "gap: stream: after 2 came 4");
        assertThat(verdict.miscounted()).containsExactly("count: the store came to seq 4, sent were 3");
    }

    @Test
    void findsWhatAStreamMissedWhereItResumed() {
        // Given: it broke after 1 and was resumed too late
        streamed.subList(1, 2).clear();

        // Then
        assertThat(check().gaps()).containsExactly("gap: stream: after 1 came 3", "gap: stream: never saw id-b/1");
    }

    @Test
    void findsWhatAStreamWasGivenAgainWhereItResumed() {
        // Given
        streamed.add(2, seen(2, "b", 1));

        // Then
        assertThat(check().gaps())
                .containsExactly("gap: stream: after 2 came 2", "gap: stream: id-b/1 came again as 2");
    }

    @Test
    void findsTheEndOfTheStreamMissing() {
        // Given
        streamed.remove(2);

        // Then
        assertThat(check().gaps()).containsExactly("gap: stream: never saw id-a/2");
    }

    @Test
    void findsRevisionsInTheWrongOrder() {
        // Given
        changes.set(0, seen(1, "a", 2));
        changes.set(2, seen(3, "a", 1));

        // When
        Verdict verdict = check();

        // Then
        assertThat(verdict.misordered()).containsExactly("order: changes: id-a came to 1 after 2");
        assertThat(verdict.gaps()).isEmpty();
    }

    @Test
    void findsAnOlderRevisionThatStandsForItsArticle() {
        // Given
        rows.set(0, row(1, "a", 1, true));
        rows.set(2, row(3, "a", 2, false));

        // Then
        assertThat(check().miscounted()).containsExactly("count: a.example/a stands at 1, sent was 2");
    }

    @Test
    void findsTwoRevisionsThatStandForOneArticle() {
        // Given
        rows.set(0, row(1, "a", 1, true));

        // Then
        assertThat(check().miscounted())
                .containsExactly(
                        "count: a.example/a has two newest revisions", "count: 2026-01-01 has 3 articles, sent were 2");
    }

    @Test
    void findsAnArticleOnTheWrongDay() {
        // Given
        rows.set(1, new Row(2, "id-b", 1, "a.example/b", "b1", true, true, DAY.plusDays(1), true));

        // Then
        assertThat(check().miscounted())
                .containsExactly(
                        "count: 2026-01-01 has 1 articles, sent were 2",
                        "count: 2026-01-02 has 1 articles, sent were 0");
    }

    @Test
    void findsPoisonThatVanished() {
        // Given
        buried.clear();

        // Then
        assertThat(check().misburied()).singleElement().asString().startsWith("dead letter missing");
    }

    @Test
    void findsADeadLetterOfAGoodRecord() {
        // Given
        buried.add(new Burial(new Place("articles.enriched", 3, 12), "undecodable"));

        // Then
        assertThat(check().misburied()).singleElement().asString().startsWith("dead letter of a good record");
    }

    @Test
    void findsADeadLetterWithAnotherReason() {
        // Given
        buried.set(0, new Burial(buried.get(0).place(), "invalid"));

        // Then
        assertThat(check().misburied()).singleElement().asString().endsWith("says invalid, not undecodable");
    }

    @Test
    void findsAnAnswerThatShouldBeAnother() {
        // Given
        answers.add(new Answer("far too much", "413", "500"));

        // Then
        assertThat(check().misanswered()).containsExactly("answer: to far too much it was 500, not 413");
    }

    @Test
    void findsWhatAServiceCountedWrong() {
        // Given
        counts.add(new Count("too old", 3, 1));

        // Then
        assertThat(check().miscounted()).containsExactly("count: too old was counted 1, sent were 3");
    }

    @Test
    void countsNoDayForWhatHasNoDate() {
        // Given
        sent.set(1, new Sent("a.example/b", 1, null));
        rows.set(1, new Row(2, "id-b", 1, "a.example/b", "b1", true, true, null, true));

        // Then
        assertThat(check().clean()).isTrue();
    }

    @Test
    void takesADeadLetterWrittenTwiceForOne() {
        // Given: the acknowledgement of the first was lost
        buried.add(buried.get(0));

        // Then
        assertThat(check().clean()).isTrue();
    }

    @Test
    void endsWithThreeWhereSomethingIsWrongWithTwoWhereItTookTooLongWithOneWhereAFaultMetNothing() {
        // Given
        Verdict clean = check();
        sent.add(sent("c", 1));
        Verdict lost = check();

        // Then
        assertThat(Faults.exitCode(outcome(30, clean))).isZero();
        assertThat(Faults.exitCode(outcome(30.1, clean))).isEqualTo(2);
        assertThat(Faults.exitCode(outcome(1, lost))).isEqualTo(3);
        assertThat(Faults.exitCode(outcome(1, clean, "MUTE_KAFKA"))).isEqualTo(1);
        assertThat(Faults.exitCode(outcome(1, lost, "MUTE_KAFKA"))).isEqualTo(3);
    }

    private static Outcome outcome(double recovered, Verdict verdict, String... idle) {
        return new Outcome(10, 1, 1, new Outcome.Times(recovered, 0, 0), List.of(idle), verdict);
    }

    private Verdict check() {
        return Checker.check(new History(sent, rows, changes, streamed, counter, poison, buried, answers, counts));
    }

    private static Sent sent(String name, int revision) {
        return new Sent("a.example/" + name, revision, name + revision, DAY);
    }

    private static Row row(long seq, String name, int revision, boolean head) {
        return new Row(seq, "id-" + name, revision, "a.example/" + name, name + revision, true, true, DAY, head);
    }

    private static Seen seen(long seq, String name, int revision) {
        return new Seen(seq, "id-" + name, revision);
    }
}
