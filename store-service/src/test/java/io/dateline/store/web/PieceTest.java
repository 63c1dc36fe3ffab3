package io.dateline.store.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.store.query.Excerpt;
import io.dateline.store.query.Excerpt.Place;
import java.util.List;
import org.junit.jupiter.api.Test;

class PieceTest {

    @Test
    void marksTheTitleWhereItIsTheOneThatWasLookedThrough() {
        // Given
        List<Excerpt> found = List.of(new Excerpt("title", "Quorum <b> vote", List.of(new Place(0, 6))));
        // When / Then
        assertThat(Piece.title("Quorum <b> vote", found))
                .containsExactly(new Piece("Quorum", true), new Piece(" <b> vote", false));
        assertThat(Piece.title("Another quorum", found)).containsExactly(new Piece("Another quorum", false));
        assertThat(Piece.title("Quorum", List.of())).containsExactly(new Piece("Quorum", false));
    }

    @Test
    void leadsWithThePieceOfTheBodyThatHasMostOfTheWords() {
        // Given
        Excerpt one = new Excerpt("body", "a vote was", List.of(new Place(2, 6)));
        Excerpt two = new Excerpt("body", "vote by quorum", List.of(new Place(0, 4), new Place(8, 14)));
        Excerpt last = new Excerpt("body", "quorum and vote", List.of(new Place(0, 6), new Place(11, 15)));
        // When
        List<Piece> lead = Piece.lead("It began otherwise.", List.of(one, two, last));
        // Then
        assertThat(lead)
                .containsExactly(
                        new Piece("… ", false),
                        new Piece("vote", true),
                        new Piece(" by ", false),
                        new Piece("quorum", true),
                        new Piece(" …", false));
    }

    @Test
    void leadsWithTheBeginningWhereTheBodyHasNoneOfTheWords() {
        // Given
        List<Excerpt> title = List.of(new Excerpt("title", "Vote", List.of(new Place(0, 4))));
        Excerpt first = new Excerpt("body", "A\nvote was held", List.of(new Place(2, 6)));
        // When / Then
        assertThat(Piece.lead("How it began", title)).containsExactly(new Piece("How it began", false));
        assertThat(Piece.lead("", title)).isEmpty();
        assertThat(Piece.lead("A vote was held in Baku", List.of(first)).get(0)).isEqualTo(new Piece("A\n", false));
    }
}
