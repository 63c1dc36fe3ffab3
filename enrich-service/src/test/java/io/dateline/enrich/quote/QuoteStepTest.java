package io.dateline.enrich.quote;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.contracts.enriched.EnrichedArticle;
import io.dateline.contracts.enriched.Quote;
import io.dateline.enrich.Samples;
import io.dateline.enrich.evaluate.OwnQuotes;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class QuoteStepTest {
    private static final String LEAD = "Finance Minister Olga Petersen presented the budget in Oslo on Monday."
            + " Parliament will vote on it in June.\n\n";

    private static EnrichedArticle enrich(String body) {
        return Samples.PIPELINE.enrich(
                Samples.article("Minister presents the budget", body).build());
    }

    private static List<Quote> quotes(String body) {
        return enrich(body).quotes();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "\"We will lower the tax next year,\" Petersen said. | We will lower the tax next year,",
                "“We will lower the tax next year,” said Petersen. | We will lower the tax next year,",
                "«We will lower the tax next year», Petersen said: “It is time.” | It is time.",
                "Petersen said: \"We will lower the tax next year.\" | We will lower the tax next year.",
                "Petersen, who met farmers in Bergen, said “the tax is far too high”. | the tax is far too high",
                "‘We will lower the tax next year,’ Petersen told reporters. | We will lower the tax next year,",
                "\"We won't wait for the workers' council,\" Petersen added. | We won't wait for the workers' council,"
            })
    void findsWhoSaidWhatInQuotationMarks(String told, String words) {
        // When
        List<Quote> quotes = quotes(LEAD + told);
        // Then
        assertThat(quotes).anySatisfy(quote -> {
            assertThat(quote.direct()).isTrue();
            assertThat(quote.words().surface()).isEqualTo(words);
            assertThat(quote.speaker()).isEqualTo("per:olga-petersen");
            assertThat(quote.speakerSpan().surface()).isEqualTo("Petersen");
            assertThat(quote.verb().surface()).isIn("said", "told", "added");
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                ",,We are ready“\n“The talks go on,” Petersen said.",
                "He said: «\n«We are ready», Petersen said.",
                "“\n“\n“",
                "„\n„"
            })
    void takesAMarkAloneAtTheEndOfALine(String told) {
        // When
        List<Quote> quotes = quotes(LEAD + told);
        // Then
        assertThat(quotes)
                .allSatisfy(quote -> assertThat(quote.words().surface()).isNotBlank());
    }

    @Test
    void joinsTheHalvesOfASplitQuotation() {
        // When
        List<Quote> quotes = quotes(LEAD + "“The tax is too high,” Petersen said, “and we will lower it.”");
        // Then
        assertThat(quotes)
                .extracting(quote -> quote.words().surface())
                .containsExactly("The tax is too high,", "and we will lower it.");
        assertThat(quotes).extracting(Quote::speaker).containsOnly("per:olga-petersen");
    }

    @Test
    void followsAQuotationOverItsParagraphs() {
        // When
        List<Quote> quotes =
                quotes(LEAD + "Petersen said: “The tax is too high.\n\n“We have waited for years to change that.”");
        // Then
        assertThat(quotes)
                .extracting(quote -> quote.words().surface())
                .containsExactly("The tax is too high.", "We have waited for years to change that.");
        assertThat(quotes).extracting(Quote::speaker).containsOnly("per:olga-petersen");
        assertThat(quotes.get(1).by()).endsWith(":goes-on");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Delegates came for a conference on “Guardians of the Northern Budget” in Bergen.",
                "The so-called “tax bonus” was agreed last year.",
                "Petersen wrote a book titled \"The Price of Bread and Butter\" last year.",
                "The quotation “that nobody closes was printed on Monday.",
                "She refused to say “sorry for it” in public.",
                "Petersen didn't say that the tax would fall.",
                "Petersen did not publicly say that the tax would fall.",
                "No officials said that the tax would fall.",
                "Nobody said that the tax would fall."
            })
    void leavesTitlesAndWordsAtArmsLengthAlone(String told) {
        assertThat(quotes(LEAD + told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Petersen said that the tax would fall next year. | the tax would fall next year",
                "Petersen said the tax would fall next year. | the tax would fall next year",
                "Petersen told reporters on Monday that the tax would fall. | the tax would fall",
                "The tax would fall by a third next year, Petersen said. | The tax would fall by a third next year",
                "Petersen stressed that the tax would fall next year. | the tax would fall next year",
                "After the talks in Bergen on Monday, Petersen said the tax would fall. | the tax would fall",
                "After she arrived in Bergen, Petersen said the tax would fall. | the tax would fall",
                "In an interview with CNN on Sunday, Petersen said the tax would fall. | the tax would fall",
                "In Bergen, the tax would fall by a third, Petersen said. | In Bergen, the tax would fall by a third",
                "The minister, Olga Petersen, said the tax would fall. | the tax would fall"
            })
    void tellsReportedSpeechApart(String told, String words) {
        // When
        List<Quote> quotes = quotes(LEAD + told);
        // Then
        assertThat(quotes).singleElement().satisfies(quote -> {
            assertThat(quote.direct()).isFalse();
            assertThat(quote.words().surface()).isEqualTo(words);
            assertThat(quote.speaker()).isEqualTo("per:olga-petersen");
        });
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "A lawyer for Olga Petersen said the claim was false. | A lawyer for Olga Petersen",
                "The mother of Olga Petersen said the claim was false. | The mother of Olga Petersen",
                "\"It is false,\" said a lawyer for Olga Petersen. | a lawyer for Olga Petersen",
                "\"It is false,\" said a lawyer for Minister Olga Petersen. | a lawyer for Minister Olga Petersen",
                "\"It is false,\" a lawyer for Olga Petersen said. | a lawyer for Olga Petersen",
                "\"It is false,\" said a spokesman for the Kremlin. | a spokesman for the Kremlin",
                "The claim was entirely false, according to a lawyer for Olga Petersen. | a lawyer for Olga Petersen"
            })
    void doesNotTakeTheClientForItsSpokesman(String told, String speaker) {
        // When
        List<Quote> quotes = quotes(told);
        // Then
        assertThat(quotes).singleElement().satisfies(quote -> {
            assertThat(quote.speaker()).isNull();
            assertThat(quote.speakerSpan().surface()).isEqualTo(speaker);
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\"It is false,\" said the spokesman for the Kremlin, Dmitry Peskov.",
                "\"It is false,\" said Kremlin spokesman Dmitry Peskov.",
                "At the White House President Dmitry Peskov said the claim was false."
            })
    void takesTheNameBehindAnOfficeForTheSpeaker(String told) {
        // When / Then
        assertThat(quotes(told)).extracting(Quote::speaker).containsExactly("per:dmitry-peskov");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Petersen denied a report on Tuesday that school officials have contacted the coach.",
                "Petersen denied that she had taken money from the builders of the bridge.",
                "Petersen announced a chip that combines speech and video into a single part.",
                "Petersen announced measures that would further weaken the councils of the towns.",
                "Petersen added 24 points and 16 rebounds in the second half of the game.",
                "Egypt, Israel and the United States have reached an agreement that allows industry to sell products.",
                "Press reports indicate that the company has created a new device for schools."
            })
    void takesNothingForSomebodysWordsThatNobodySaid(String told) {
        // When, Then
        assertThat(quotes(LEAD + told)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '\0',
            value = {
                "Petersen said the United States \"will not stand by\". | will not stand by",
                "Petersen warned the council that the rates would rise in the autumn. | the rates would rise in the autumn",
                "Petersen added that the tax was far too high for farmers. | the tax was far too high for farmers",
                "Petersen added the government was not opposed to the plan. | the government was not opposed to the plan"
            })
    void takesWhatWasSaidForTheWordsOfWhomeverSaidIt(String told, String words) {
        // When, Then
        assertThat(quotes(LEAD + told)).singleElement().satisfies(quote -> {
            assertThat(quote.words().surface()).isEqualTo(words);
            assertThat(quote.speaker()).isEqualTo("per:olga-petersen");
        });
    }

    @Test
    void namesNobodyWhereTheLawyerOfSomebodySpeaks() {
        // When
        List<Quote> quotes = quotes("\"It is false,\" said Olga Petersen's lawyer.");
        // Then
        assertThat(quotes).extracting(Quote::speaker).containsOnlyNulls();
    }

    @Test
    void leavesTheDatelineOut() {
        // When
        List<Quote> quotes = quotes("LONDON, Oct 3 (Reuters) - Britain will send troops to Poland, Prime Minister Keir"
                + " Starmer said on Friday.");
        // Then
        assertThat(quotes)
                .extracting(quote -> quote.words().surface())
                .containsExactly("Britain will send troops to Poland");
    }

    @Test
    void takesAPronounForTheOnlyPersonItCanMean() {
        assertThat(quotes(LEAD + "Petersen spoke for an hour. “We will lower the tax,” she said."))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.speaker()).isEqualTo("per:olga-petersen");
                    assertThat(quote.speakerSpan().surface()).isEqualTo("she");
                });
    }

    @Test
    void namesNobodyWhereAPronounCouldMeanTwo() {
        assertThat(quotes(LEAD + "Petersen met Anna Lindqvist in Bergen. “We will lower the tax,” she said."))
                .singleElement()
                .satisfies(quote -> {
                    assertThat(quote.speaker()).isNull();
                    assertThat(quote.speakerSpan().surface()).isEqualTo("she");
                });
    }

    @Test
    void doesNotTakeTheOfficeOfASpokesmanForItsHolder() {
        assertThat(quotes(LEAD + "“We know nothing of it,” a spokesman for the Bank of Norway said."))
                .allSatisfy(quote -> assertThat(quote.speaker()).isNull());
    }

    @Test
    void seedStoryHasReportedSpeechOnly() {
        // When
        EnrichedArticle seed = Samples.PIPELINE.enrich(Samples.seed());
        // Then
        assertThat(seed.quotes()).isNotEmpty().noneMatch(Quote::direct);
        assertThat(seed.quotes().get(0).speaker()).isEqualTo("per:sahiba-gafarova");
        assertThat(seed.quotes().get(0).speakerSpan().surface()).isEqualTo("the Speaker of the Milli Majlis");
    }

    @Test
    void saysThatItDoesNotReadOtherLanguages() {
        // When
        EnrichedArticle german = enrich("Die Ministerin hat am Montag in Berlin den neuen Haushalt vorgestellt."
                + " „Wir werden die Steuern im kommenden Jahr senken“, sagte sie nach der Sitzung des Kabinetts.");
        // Then
        assertThat(german.language().code()).isEqualTo("de");
        assertThat(german.quotes()).isEmpty();
        assertThat(german.enrichment().unsupported()).contains("quotes");
    }

    @Test
    void keepsToItsLimit() {
        // Given
        String said = "“We will lower the tax,” Petersen said. ";
        // When
        List<Quote> atTheLimit = quotes(LEAD + said.repeat(QuoteStep.MOST_QUOTES));
        List<Quote> oneMore = quotes(LEAD + said.repeat(QuoteStep.MOST_QUOTES + 1));
        // Then
        assertThat(atTheLimit).hasSize(QuoteStep.MOST_QUOTES);
        assertThat(oneMore).hasSize(QuoteStep.MOST_QUOTES);
    }

    static Stream<OwnQuotes.Told> told() throws IOException {
        return OwnQuotes.load().stream();
    }

    @ParameterizedTest
    @MethodSource("told")
    void readsTheSentencesOfTheOwnSet(OwnQuotes.Told told) {
        // When
        List<Quote> quotes = Samples.PIPELINE
                .enrich(Samples.article("Untitled", told.body()).language("en").build())
                .quotes();
        // Then
        assertThat(told.isRight(quotes))
                .as(told.expected() + " in "
                        + quotes.stream().map(OwnQuotes::line).toList())
                .isTrue();
    }
}
