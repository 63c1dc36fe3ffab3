package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ActTest {

    @Test
    void readsAsASentenceWhetherOrNotSomebodyIsNamedToWhomItWasDone() {
        assertThat(Act.did("REQUEST", true)).isEqualTo("made a demand of");
        assertThat(Act.did("REQUEST", false)).isEqualTo("made a demand");
        for (Act act : Act.values()) {
            assertThat(Act.did(act.name(), false))
                    .doesNotEndWithIgnoringCase(" of")
                    .doesNotMatch(".* (with|on|to|from)");
        }
    }

    @Test
    void letsATypeNobodyKnowsStandForItself() {
        assertThat(Act.did("NEWTYPE", true)).isEqualTo("newtype");
        assertThat(Act.noun("190")).isEqualTo("190");
        assertThat(Act.known("190")).isFalse();
        assertThat(Act.types()).isSorted().hasSize(16);
    }
}
