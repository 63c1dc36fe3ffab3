package io.dateline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.parse.Edition;
import org.junit.jupiter.api.Test;

class RevisionPolicyTest {
    private final RevisionPolicy policy = new RevisionPolicy();
    private final ArticleState published =
            new ArticleState("a", false, 1, false, null, true, 3, "h3", 3, null, null, false);

    @Test
    void startsAtOne() {
        // given nothing is known
        // when
        Decision decision = policy.decide(null, new Copy("a", "paper", true, false, "h"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(1, false));
    }

    @Test
    void countsOnWhenTheOwnerChangesIt() {
        // given it is published
        // when
        Decision decision = policy.decide(published, new Copy("a", "paper", true, false, "h4"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(4, false));
    }

    @Test
    void leavesAloneWhatIsPublished() {
        // given it is published
        // when
        Decision decision = policy.decide(published, new Copy("a", "paper", true, false, "h3"));
        // then
        assertThat(decision).isEqualTo(new Decision.Unchanged(3));
    }

    @Test
    void publishesAgainWhatWasReservedAndNeverAcknowledged() {
        // given
        ArticleState cutOff = new ArticleState("a", false, 1, false, null, true, 3, "h3", 2, null, null, false);
        // when
        Decision decision = policy.decide(cutOff, new Copy("a", "paper", true, false, "h3"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(3, true));
    }

    @Test
    void isASightingWhenAnotherCarriesIt() {
        // given it is published
        // when
        Decision decision = policy.decide(published, new Copy("b", "paper", true, false, "x"));
        // then
        assertThat(decision).isEqualTo(new Decision.Sighting(3));
    }

    @Test
    void movesOnceToWhoeverHasTheFullText() {
        // given
        ArticleState teaser = new ArticleState("a", false, 1, false, null, false, 1, "h1", 1, null, null, false);
        // when
        Decision decision = policy.decide(teaser, new Copy("b", "paper", true, false, "x"));
        ArticleState moved = new ArticleState("b", true, 2, false, null, true, 2, "x", 2, null, null, false);
        Decision afterwards = policy.decide(moved, new Copy("c", "paper", true, false, "y"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(2, false));
        assertThat(afterwards).isInstanceOf(Decision.Sighting.class);
    }

    @Test
    void movesWhenTheOwnerIsGone() {
        // given
        ArticleState orphan = new ArticleState("a", true, 2, true, null, true, 3, "h3", 3, null, null, false);
        // when
        Decision decision = policy.decide(orphan, new Copy("b", "paper", false, false, "x"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(4, false));
    }

    @Test
    void movesWhenTheOwnerNeverGotItPublished() {
        // given
        ArticleState neverPublished = new ArticleState("a", false, 1, false, null, true, 1, "h1", 0, null, null, false);
        // when
        Decision decision = policy.decide(neverPublished, new Copy("b", "paper", false, false, "x"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(2, false));
    }

    @Test
    void isNeitherASightingNorPublishedWhileAnotherPublishesIt() {
        // given
        ArticleState underWay = new ArticleState("a", false, 1, false, null, true, 1, "h1", 0, null, null, true);
        ArticleState wholeUnderWay = new ArticleState("a", true, 2, false, null, true, 2, "h2", 1, null, null, true);
        ArticleState nextUnderWay = new ArticleState("a", false, 1, false, null, true, 2, "h2", 1, null, null, true);
        Copy copy = new Copy("b", "paper", true, false, "x");
        // when
        Decision ofFirst = policy.decide(underWay, copy);
        Decision ofWhole = policy.decide(wholeUnderWay, copy);
        Decision ofNext = policy.decide(nextUnderWay, copy);
        // then
        assertThat(ofFirst).isEqualTo(new Decision.Pending(1));
        assertThat(ofWhole).isEqualTo(new Decision.Pending(2));
        assertThat(ofNext).as("readers have the revision before").isEqualTo(new Decision.Sighting(2));
    }

    @Test
    void leavesTheOwnerWhatItCorrectsWhileKafkaIsAway() {
        // given a whole story that was published, and its owner's correction that was not
        ArticleState teaser = new ArticleState("a", false, 1, false, null, false, 1, "h1", 1, null, null, false);
        ArticleState moved = teaser.revised("b", true, "h2", Edition.NONE);
        ArticleState corrected = new ArticleState(
                "b", moved.ownerMoved(), moved.ownerSince(), false, null, true, 3, "h3", 2, null, null, false);
        // when
        Decision ofAnother = policy.decide(corrected, new Copy("c", "paper", true, false, "x"));
        Decision ofOwner = policy.decide(corrected, new Copy("b", "paper", true, false, "h3"));
        // then
        assertThat(ofAnother).isEqualTo(new Decision.Sighting(3));
        assertThat(ofOwner).isEqualTo(new Decision.Publish(3, true));
    }

    @Test
    void letsTheFirstOwnerComeBackWithTheWholeStory() {
        // given a whole story that was never published, taken over by a teaser
        ArticleState cutOff = new ArticleState("a", false, 1, false, null, true, 1, "h1", 0, null, null, false);
        ArticleState teaser = cutOff.revised("b", false, "x", Edition.NONE);
        ArticleState published = new ArticleState(
                "b",
                teaser.ownerMoved(),
                teaser.ownerSince(),
                false,
                null,
                teaser.fullText(),
                2,
                "x",
                2,
                null,
                null,
                false);
        // when
        Decision decision = policy.decide(published, new Copy("a", "paper", true, false, "h1"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(3, false));
    }

    @Test
    void letsNobodyButItsOwnerKillWhateverBecameOfTheOwner() {
        // given
        ArticleState orphan = new ArticleState("a", false, 1, true, null, false, 3, "h3", 3, null, null, false);
        ArticleState neverPublished =
                new ArticleState("a", false, 1, false, null, false, 1, "h1", 0, null, null, false);
        // when
        Decision ofOrphan = policy.decide(orphan, new Copy("b", "paper", true, true, "x"));
        Decision ofUnpublished = policy.decide(neverPublished, new Copy("b", "paper", true, true, "x"));
        // then
        assertThat(ofOrphan).isEqualTo(new Decision.Sighting(3));
        assertThat(ofUnpublished).isEqualTo(new Decision.Sighting(1));
        assertThat(policy.decide(orphan, new Copy("a", "paper", true, true, "x")))
                .isEqualTo(new Decision.Publish(4, false));
    }

    @Test
    void letsAFeedThatIsAddedOnceMoreGoOnWithWhatItBrought() {
        // given
        ArticleState orphan = new ArticleState("a", false, 1, true, "paper", true, 3, "h3", 3, null, null, false);
        ArticleState cutOff = new ArticleState("a", false, 1, true, "paper", true, 3, "h3", 2, null, null, false);
        // when
        Decision same = policy.decide(orphan, new Copy("b", "paper", true, false, "h3"));
        Decision edited = policy.decide(orphan, new Copy("b", "paper", true, false, "h4"));
        Decision ofAnotherSource = policy.decide(orphan, new Copy("b", "other", true, false, "h3"));
        Decision neverThere = policy.decide(cutOff, new Copy("b", "paper", true, false, "h3"));
        // then
        assertThat(same).isEqualTo(new Decision.Unchanged(3));
        assertThat(edited).isEqualTo(new Decision.Publish(4, false));
        assertThat(ofAnotherSource).isEqualTo(new Decision.Publish(4, false));
        assertThat(neverThere).isEqualTo(new Decision.Publish(4, false));
    }
}
