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
        Decision decision = policy.decide(null, new Copy("a", true, false, "h"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(1, false));
    }

    @Test
    void countsOnWhenTheOwnerChangesIt() {
        // given it is published
        // when
        Decision decision = policy.decide(published, new Copy("a", true, false, "h4"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(4, false));
    }

    @Test
    void leavesAloneWhatIsPublished() {
        // given it is published
        // when
        Decision decision = policy.decide(published, new Copy("a", true, false, "h3"));
        // then
        assertThat(decision).isEqualTo(new Decision.Unchanged(3));
    }

    @Test
    void publishesAgainWhatWasReservedAndNeverAcknowledged() {
        // given
        ArticleState cutOff = new ArticleState("a", false, false, true, 3, "h3", 2, null, null);
        // when
        Decision decision = policy.decide(cutOff, new Copy("a", true, false, "h3"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(3, true));
    }

    @Test
    void isASightingWhenAnotherCarriesIt() {
        // given it is published
        // when
        Decision decision = policy.decide(published, new Copy("b", true, false, "x"));
        // then
        assertThat(decision).isEqualTo(new Decision.Sighting(3));
    }

    @Test
    void movesOnceToWhoeverHasTheFullText() {
        // given
        ArticleState teaser = new ArticleState("a", false, false, false, 1, "h1", 1, null, null);
        // when
        Decision decision = policy.decide(teaser, new Copy("b", true, false, "x"));
        Decision afterwards =
                policy.decide(teaser.revised("b", false, "x", Edition.NONE), new Copy("c", true, false, "y"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(2, false));
        assertThat(afterwards).isInstanceOf(Decision.Sighting.class);
    }

    @Test
    void movesWhenTheOwnerIsGone() {
        // given
        ArticleState orphan = new ArticleState("a", true, true, true, 3, "h3", 3, null, null);
        // when
        Decision decision = policy.decide(orphan, new Copy("b", false, false, "x"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(4, false));
    }

    @Test
    void movesWhenTheOwnerNeverGotItPublished() {
        // given
        ArticleState neverPublished = new ArticleState("a", false, false, true, 1, "h1", 0, null, null);
        // when
        Decision decision = policy.decide(neverPublished, new Copy("b", false, false, "x"));
        // then
        assertThat(decision).isEqualTo(new Decision.Publish(2, false));
    }

    @Test
    void letsNobodyButItsOwnerKillWhateverBecameOfTheOwner() {
        // given
        ArticleState orphan = new ArticleState("a", false, true, false, 3, "h3", 3, null, null);
        ArticleState neverPublished = new ArticleState("a", false, false, false, 1, "h1", 0, null, null);
        // when
        Decision ofOrphan = policy.decide(orphan, new Copy("b", true, true, "x"));
        Decision ofUnpublished = policy.decide(neverPublished, new Copy("b", true, true, "x"));
        // then
        assertThat(ofOrphan).isEqualTo(new Decision.Sighting(3));
        assertThat(ofUnpublished).isEqualTo(new Decision.Sighting(1));
        assertThat(policy.decide(orphan, new Copy("a", true, true, "x"))).isEqualTo(new Decision.Publish(4, false));
    }
}
