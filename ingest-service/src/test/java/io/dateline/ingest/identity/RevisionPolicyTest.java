package io.dateline.ingest.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.ingest.parse.Edition;
import org.junit.jupiter.api.Test;

class RevisionPolicyTest {
    private final RevisionPolicy policy = new RevisionPolicy();
    private final ArticleState published = new ArticleState("a", false, false, true, 3, "h3", 3, null, null);

    @Test
    void startsAtOne() {
        // given nothing is known
        // when
        Decision decision = policy.decide(null, "a", true, "h");
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(1, false));
    }

    @Test
    void countsOnWhenTheOwnerChangesIt() {
        // given it is published
        // when
        Decision decision = policy.decide(published, "a", true, "h4");
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(4, false));
    }

    @Test
    void leavesAloneWhatIsPublished() {
        // given it is published
        // when
        Decision decision = policy.decide(published, "a", true, "h3");
        // then
        assertThat(decision).isEqualTo(new Decision.Unchanged(3));
    }

    @Test
    void publishesAgainWhatWasReservedAndNeverAcknowledged() {
        // given
        ArticleState cutOff = new ArticleState("a", false, false, true, 3, "h3", 2, null, null);
        // when
        Decision decision = policy.decide(cutOff, "a", true, "h3");
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(3, true));
    }

    @Test
    void isASightingWhenAnotherCarriesIt() {
        // given it is published
        // when
        Decision decision = policy.decide(published, "b", true, "x");
        // then
        assertThat(decision).isEqualTo(new Decision.Sighting(3));
    }

    @Test
    void movesOnceToWhoeverHasTheFullText() {
        // given
        ArticleState teaser = new ArticleState("a", false, false, false, 1, "h1", 1, null, null);
        // when
        Decision decision = policy.decide(teaser, "b", true, "x");
        Decision afterwards = policy.decide(teaser.revised("b", false, "x", Edition.NONE), "c", true, "y");
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(2, false));
        assertThat(afterwards).isInstanceOf(Decision.Sighting.class);
    }

    @Test
    void movesWhenTheOwnerIsGone() {
        // given
        ArticleState orphan = new ArticleState("a", true, true, true, 3, "h3", 3, null, null);
        // when
        Decision decision = policy.decide(orphan, "b", false, "x");
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(4, false));
    }

    @Test
    void movesWhenTheOwnerNeverGotItPublished() {
        // given
        ArticleState neverPublished = new ArticleState("a", false, false, true, 1, "h1", 0, null, null);
        // when
        Decision decision = policy.decide(neverPublished, "b", false, "x");
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(2, false));
    }
}
