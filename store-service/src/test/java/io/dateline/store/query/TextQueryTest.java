package io.dateline.store.query;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Collections;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TextQueryTest {

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "baku talks=> 'baku' & 'talks'",
                "Baku AND talks=> 'baku' & 'talks'",
                "baku OR ganja=> 'baku' | 'ganja'",
                "baku or ganja=> 'baku' & 'or' & 'ganja'",
                "a b OR c d=> 'a' & 'b' | 'c' & 'd'",
                "(baku OR ganja) talks=> ('baku' | 'ganja') & 'talks'",
                "talks NOT (gas OR oil)=> 'talks' & !('gas' | 'oil')",
                "talks -oil=> 'talks' & !'oil'",
                "talks -\"oil price\"=> 'talks' & !'oil price'",
                "on-line=> 'on-line'",
                "\"Free Trade\" deal=> 'free trade' & 'deal'",
                "\"AND\"=> 'and'",
                "\"not closed=> 'not closed'",
                "parl*=> 'parl':*",
                "\"parl*\"=> 'parl*'",
                "O'Brien=> 'o''brien'",
                "back\\slash=> 'back\\\\slash'",
                "abc:x & !b c <-> d=> 'abc:x' & '!b' & 'c' & 'd'",
                "((((a))))=> (((('a'))))",
                "-- a - ! &=> !'a'",
                "baku NEAR/1 talks=> ('baku' <1> 'talks' | 'talks' <1> 'baku')",
                "a NEAR/2 \"b c\"=> ('a' <1> 'b c' | 'b c' <1> 'a' | 'a' <2> 'b c' | 'b c' <2> 'a')",
                "parl* NEAR/1 a OR b=> ('parl':* <1> 'a' | 'a' <1> 'parl':*) | 'b'",
                "NOT a NEAR/1 b c=> !('a' <1> 'b' | 'b' <1> 'a') & 'c'",
                "a near/5 \"NEAR/5\" NEARBY=> 'a' & 'near/5' & 'near/5' & 'nearby'",
                "говорил* мир=> 'говорил':* & 'мир'",
            })
    void readsWhatPeopleType(String typed, String query) throws Exception {
        assertThat(TextQuery.read(typed)).isEqualTo(query);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "(a=> has a bracket that is not closed",
                "a)=> has a bracket that closes none",
                "()=> has a bracket that closes none, or nothing in it",
                "a OR=> ends where a word should follow",
                "OR a=> has OR without words on both sides",
                "a AND AND b=> has AND without words on both sides",
                "NOT=> ends where a word should follow",
                "-- !=> ends where a word should follow",
                "! &=> has no words",
                "a--*=> has a * after fewer than 3 letters",
                "a NEAR b=> has NEAR without a number of words from 1 to 10, as in NEAR/5",
                "a NEAR/0 b=> has NEAR without a number of words from 1 to 10, as in NEAR/5",
                "a NEAR/11 b=> has NEAR without a number of words from 1 to 10, as in NEAR/5",
                "a NEAR/x b=> has NEAR without a number of words from 1 to 10, as in NEAR/5",
                "a NEAR/99999999999 b=> has NEAR without a number of words from 1 to 10, as in NEAR/5",
                "NEAR/5 b=> has NEAR that does not stand between two words or phrases",
                "a NEAR/5=> has NEAR that does not stand between two words or phrases",
                "a NEAR/5 NOT b=> has NEAR that does not stand between two words or phrases",
                "a NEAR/5 (b)=> has NEAR that does not stand between two words or phrases",
                "(a) NEAR/5 b=> has NEAR that does not stand between two words or phrases",
                "a NEAR/5 b NEAR/5 c=> has NEAR that does not stand between two words or phrases",
                "ab*=> has a * after fewer than 3 letters",
            })
    void saysWhatIsWrong(String typed, String message) {
        assertThatThrownBy(() -> TextQuery.read(typed))
                .isInstanceOf(TextQuery.Malformed.class)
                .hasMessage(message);
    }

    @ParameterizedTest
    @CsvSource(
            delimiterString = "=>",
            quoteCharacter = '~',
            value = {
                "Yahoo!=>false",
                "\"Oh! Calcutta!\" O'Brien!=>false",
                "!important=>false",
                "Yahoo! NOT Japan=>true",
                "O'Brien! -oil=>true",
            })
    void tellsWhetherSomethingIsNotToOccur(String typed, boolean negates) throws Exception {
        assertThat(TextQuery.negates(TextQuery.read(typed))).isEqualTo(negates);
    }

    @Test
    void writesOutTenDistancesBothWays() throws Exception {
        assertThat(TextQuery.read("a NEAR/10 b").split(" \\| "))
                .hasSize(20)
                .startsWith("('a' <1> 'b'")
                .endsWith("'b' <10> 'a')");
    }

    @Test
    void takesSoManyTermsAndNotOneMore() throws Exception {
        String most = String.join(" ", Collections.nCopies(TextQuery.TERMS, "a"));
        assertThat(TextQuery.read(most)).hasSize(TextQuery.TERMS * 6 - 3);
        assertThatThrownBy(() -> TextQuery.read(most + " a")).hasMessage("has more than 32 terms");
        String pairs = String.join(" ", Collections.nCopies(TextQuery.TERMS / 2, "a NEAR/10 b"));
        assertThat(TextQuery.read(pairs)).contains("<10>");
        assertThatThrownBy(() -> TextQuery.read(pairs + " a")).hasMessage("has more than 32 terms");
    }
}
