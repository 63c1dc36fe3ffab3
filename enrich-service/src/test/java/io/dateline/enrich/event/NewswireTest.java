package io.dateline.enrich.event;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Event;
import io.dateline.enrich.Samples;
import io.dateline.enrich.text.ModelFiles;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Turns of newswire that were once misread: each family of rules with sentences of its own. */
class NewswireTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Iran agreed to suspend uranium enrichment. | AGREE",
                "Poland will reduce its number of troops in Iraq. | AGREE",
                "German Chancellor Angela Merkel had a telephone conversation with Turkish President Erdogan. | CONSULT",
                "Talks between Greece and Turkey on the Aegean dispute opened in Vienna on Tuesday. | CONSULT",
                "Norway has brokered a ceasefire between the Colombian government and the rebels. | CONSULT",
                "Brazil will strike an agreement with Peru. | AGREE",
                "Striking Greek dockers ended their walkout on Monday. | CONCEDE",
                "Egypt reopened its border crossing with Gaza. | RETREAT",
                "Iran announced an end to its military offensive. | RETREAT",
                "Libya expelled thousands of Palestinian workers. | COERCE",
                "Russia expelled four Polish diplomats. | SANCTION",
                "The European Union warned Belarus of possible sanctions. | THREATEN",
                "Senator John Kerry assailed Iran over its nuclear plans. | ACCUSE",
                "Jewish settlers set fire to a Palestinian school in Hebron. | COERCE"
            })
    void tellsActsOfOneTurnFromAnother(String sentence, String type) {
        // When / Then
        assertThat(Told.best(sentence).type()).isEqualTo(type);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "President Bush condemned Iran. | US:GOV | IR:GOV",
                "Opposition groups in Zimbabwe urged President Robert Mugabe to resign. | ZW:OPP | ZW:GOV",
                "Moscow expelled two British diplomats. | RU:GOV | GB:GOV",
                "West Germany imposed sanctions on Iran. | DE:GOV | IR:GOV",
                "Ethiopia massed troops along its border with Eritrea. | ET:GOV | ER:GOV",
                "Russia delivered fighter jets to Syria. | RU:GOV | SY:GOV",
                "Sudan accused Chad of arming rebels. | SD:GOV | TD:GOV",
                "France demanded that Syria withdraw its troops from Lebanon. | FR:GOV | SY:GOV",
                "Gunmen abducted a German aid worker in Kabul. | AF:REB | DE:CVL",
                "Palestinian witnesses say Israeli forces killed four Palestinians. | IL:MIL | PS:CVL",
                "A Lebanese lawmaker was assassinated by gunmen in Beirut. | LB:REB | LB:LEG"
            })
    void knowsWhoseTheyAre(String sentence, String actor, String recipient) {
        // When
        Event event = Told.best(sentence);
        // Then
        assertThat(Told.who(event.actors())).isEqualTo(actor);
        assertThat(Told.who(event.recipients())).isEqualTo(recipient);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Brazil is unlikely to sign a treaty with Peru.",
                "Negotiators from Chile and Peru were not expected to reach an agreement.",
                "The State Department says if Iran were to break its agreement with Russia, that would be sad.",
                "Kenya decided to build a road.",
                "Thousands offered their view.",
                "The French minister declined to comment on the report.",
                "Britain received a green light from Washington.",
                "Police released pictures of the four London bombers.",
                "India and Pakistan have begun a trial run of a bus service.",
                "The terrorist attacks in Russia illustrate a point.",
                "A Palestinian mortar bomb slammed into a house.",
                "President Bush and Senator John Kerry clashed over taxes.",
                "German authorities suspended two soldiers.",
                "Poland should decide soon, Prime Minister Marek Belka says.",
                "Three UN workers abducted nearly three weeks ago are probably alive.",
                "Scientology officials went to Los Angeles."
            })
    void abstains(String sentence) {
        // When / Then
        assertThat(Told.events(sentence)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Putin to visit Turkey in May | AGREE",
                "IRAN TO CEASE NEGOTIATIONS WITH EU | THREATEN",
                "China rebuffs Japan over islands | REJECT",
                "US hostage killed by Iraqi captors | ASSAULT",
                "Bomber wounds seven Afghan soldiers; vote nears end | ASSAULT",
                "Hamas military chief killed | -",
                "Prince Charles chastised for old views | -",
                "Eight Iraqi children stabbed to death as they sleep | -",
                "Britain Agrees to Redeploy Troops | -"
            })
    void readsHeadlines(String title, String type) {
        // When
        EnrichedArticle enriched = Samples.PIPELINE.enrich(
                Samples.article(title, "Nothing else is known.").language("en").build());
        // Then
        assertThat(enriched.events())
                .extracting(Event::type)
                .containsExactlyElementsOf(type.equals("-") ? List.of() : List.of(type));
    }

    @Test
    void refusesADamagedListOfLeaders(@TempDir Path folder) throws IOException {
        // Given
        Files.createDirectories(folder.resolve("events"));
        Files.writeString(folder.resolve(Leaders.FILE), "US\tbush\n");
        ModelFiles files = ModelFiles.in(folder);
        // When / Then
        assertThatThrownBy(() -> new Leaders(files))
                .isInstanceOf(ModelFiles.Unusable.class)
                .hasMessageContaining("leaders.tsv");
    }
}
