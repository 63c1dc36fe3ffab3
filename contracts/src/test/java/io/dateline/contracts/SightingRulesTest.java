package io.dateline.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.ArticleRules;
import io.dateline.contracts.article.Sighting;
import io.dateline.contracts.article.Source;
import java.time.Instant;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The rules in Java and the JSON Schema take and refuse the same sightings. */
class SightingRulesTest {
    private static final String ID = Samples.minimalSighting().articleId();
    private static final Source SOURCE = Samples.minimalSighting().source();
    private static final Instant NOW = Samples.NOW;

    static Stream<Arguments> good() {
        return Stream.of(
                of("minimal", Samples.minimalSighting()),
                of("full", Samples.fullSighting()),
                of("highest revision", new Sighting(ID, Integer.MAX_VALUE, SOURCE, null, null, NOW)),
                of("longest url", new Sighting(ID, 1, SOURCE, "u".repeat(ArticleLimits.URL), null, NOW)),
                of("longest title", new Sighting(ID, 1, SOURCE, null, "t".repeat(ArticleLimits.TITLE), NOW)),
                of("longest name", new Sighting(ID, 1, named("n".repeat(ArticleLimits.SHORT_TEXT)), null, null, NOW)));
    }

    static Stream<Arguments> bad() {
        return Stream.of(
                of("no id", new Sighting(null, 1, SOURCE, null, null, NOW)),
                of("another id", new Sighting("secret", 1, SOURCE, null, null, NOW)),
                of("revision 0", new Sighting(ID, 0, SOURCE, null, null, NOW)),
                of("no source", new Sighting(ID, 1, null, null, null, NOW)),
                of("blank name", new Sighting(ID, 1, named(" "), null, null, NOW)),
                of("no kind", new Sighting(ID, 1, new Source("a", "A", null), null, null, NOW)),
                of("url too long", new Sighting(ID, 1, SOURCE, "u".repeat(ArticleLimits.URL + 1), null, NOW)),
                of("title too long", new Sighting(ID, 1, SOURCE, null, "t".repeat(ArticleLimits.TITLE + 1), NOW)),
                of(
                        "name too long",
                        new Sighting(ID, 1, named("n".repeat(ArticleLimits.SHORT_TEXT + 1)), null, null, NOW)),
                of("title with NUL", new Sighting(ID, 1, SOURCE, null, "a\0", NOW)),
                of("url with half a pair", new Sighting(ID, 1, SOURCE, "a\ud83c", null, NOW)),
                of("year 0", new Sighting(ID, 1, SOURCE, null, null, Instant.parse("0000-02-29T00:00:00Z"))),
                of("no time", new Sighting(ID, 1, SOURCE, null, null, null)));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("good")
    void takes(String what, Sighting sighting) {
        assertThat(ArticleRules.violations(sighting)).isEmpty();
        assertThat(Schemas.errors(Schemas.SIGHTING, sighting)).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("bad")
    void refuses(String what, Sighting sighting) {
        assertThat(ArticleRules.violations(sighting)).isNotEmpty().noneMatch(rule -> rule.contains("secret"));
        assertThat(Schemas.errors(Schemas.SIGHTING, sighting)).isNotEmpty();
    }

    @Test
    void refusesATimeThatJsonCannotWrite() {
        Instant late = Instant.parse("+10000-01-01T00:00:00Z");
        assertThat(ArticleRules.violations(new Sighting(ID, 1, SOURCE, null, null, late)))
                .isNotEmpty();
    }

    @Test
    void addressesAreToldApartInAFixedLength() {
        assertThat(Samples.minimalSighting().urlHash()).isEmpty();
        assertThat(Samples.fullSighting().urlHash())
                .hasSize(32)
                .isNotEqualTo(new Sighting(ID, 1, SOURCE, "https://other.example/2", null, NOW).urlHash());
    }

    private static Source named(String name) {
        return new Source("a", name, Source.Kind.FEED);
    }

    private static Arguments of(String what, Sighting sighting) {
        return Arguments.of(what, sighting);
    }
}
