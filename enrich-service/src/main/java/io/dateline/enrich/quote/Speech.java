package io.dateline.enrich.quote;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.WordSet;

/** Words of saying and the words around them, as hashes of the lower-cased words. English. */
final class Speech {
    /** Verbs that need no "that" before what was said. */
    static final WordSet PLAIN = WordSet.of("said says say told tells added adds");

    /** Verbs of saying beside quotation marks; for reported speech those not in {@link #PLAIN} need a "that". */
    static final WordSet VERBS =
            WordSet.of("said says say told tells added adds noted notes stated states stressed stresses"
                    + " emphasized emphasised emphasizes emphasises explained explains argued argues claimed claims announced"
                    + " announces declared declares insisted insists warned warns acknowledged acknowledges admitted admits conceded"
                    + " concedes confirmed confirms denied denies recalled recalls replied replies responded responds answered"
                    + " asked asks wrote writes tweeted posted commented comments concluded concludes continued continues remarked"
                    + " remarks reiterated reiterates underlined underlines underscored underscores highlighted highlights pointed"
                    + " suggested suggests testified testifies urged urges vowed vows pledged pledges predicted predicts joked"
                    + " observed observes maintained maintains alleged alleges asserted asserts cautioned cautions reported reports"
                    + " quipped exclaimed shouted whispered lamented complained complains boasted believes believed"
                    + " believe argue insist warn admit deny acknowledge");

    /** Those of them that are nouns as well, where a verb follows: "member states agreed", "press reports indicate". */
    static final WordSet NOUNS = WordSet.of("states claims reports notes comments points remarks");

    static final WordSet BEHIND_A_NOUN = WordSet.of("agreed agree indicate indicated show showed suggest suggested");

    /** Whoever denies something did not say it. */
    static final WordSet DENYING = WordSet.of("denied denies deny");

    /** Verbs whose hearer may stand before the "that": "warned the council that". */
    static final WordSet WARNING = WordSet.of("warned warns warn cautioned cautions urged urges");

    /** Adding takes figures as well as words: "added 24 points". */
    static final WordSet ADDING = WordSet.of("added adds");

    /** Verbs that tell what somebody thinks or feels; never beside quotation marks, and only with a "that". */
    static final WordSet THINKING =
            WordSet.of("thinks thought hopes hoped fears feared expressed expresses voiced voices");

    /** Verbs whose object comes first: called the plan "a disgrace". */
    static final WordSet NAMING_VERBS =
            WordSet.of("called calls described describes branded brands labelled labeled denounced"
                    + " denounces dismissed dismisses hailed hails slammed criticised criticized");

    /** What keeps a verb from telling what was said. */
    static final WordSet NOT_SAID =
            WordSet.of("not n't never nor neither to refused declined cannot could would might may if unless"
                    + " shall should must");

    static final WordSet HE_OR_SHE = WordSet.of("he she");
    static final WordSet PRONOUNS = WordSet.of("he she they it i we who");
    /** Pronouns that are the subject of a clause. */
    static final WordSet SUBJECTS = WordSet.of("he she they i we there");
    /** Words that may stand between a verb and what was said: "in a statement", "on Monday", "earlier". */
    static final WordSet ASIDE = WordSet.of(
            "has have had 's 've 'd repeatedly in on at by via during after late early earlier later a an the his her their its"
                    + " statement interview"
                    + " speech tweet post letter email e-mail briefing conference news press report monday tuesday wednesday"
                    + " thursday friday saturday sunday today yesterday also reporters journalists lawmakers parliament"
                    + " morning afternoon evening night televised address television radio");

    static final WordSet NAMING =
            WordSet.of("titled entitled called named dubbed film movie book song album novel series show"
                    + " play theme slogan conference exhibition report under on");

    /** What stands between those who speak and the name of their place or body: "officials at". */
    static final WordSet BELONGING = WordSet.of("of for to at in from with");
    /** What stands between those who speak and the name of a person: "a lawyer for". */
    static final WordSet SERVING = WordSet.of("of for to");
    /** What may stand before a person's name and be part of the same phrase. */
    static final WordSet TITLES = WordSet.of("president vice prime foreign finance defence defense minister chancellor"
            + " premier king queen prince princess pope senator sen sen. gov gov. governor mayor mr mr. mrs mrs. ms ms. dr"
            + " dr. gen gen. general judge justice former late then acting chief executive ceo chairman director leader"
            + " candidate suspect defendant actor singer billionaire");
    /** Where another clause begins behind the one who speaks. */
    static final WordSet CLAUSES =
            WordSet.of("who whom when while where which that after before because since until if");
    /** What opens a phrase of circumstance before a clause: "After the talks in Geneva, …". */
    static final WordSet CIRCUMSTANCE = WordSet.of("after before in on at by during since while when as with without"
            + " for from following despite amid under over earlier later last asked speaking writing if although though"
            + " because once through throughout until upon alongside ahead between among");

    /** What the words of somebody may open with where there is no "that". */
    static final WordSet OPENINGS =
            WordSet.of("a an this these those his her its their our my there no some many more most all"
                    + " both one two three four five six at");

    static final WordSet TELLING = WordSet.of("told tells tell");

    /** One of these soon after it tells that a bare noun opens a clause: "said rates would rise". */
    static final WordSet FINITE =
            WordSet.of("would 'll 'd 're 'm will was were had has have is are could can may might must should did");

    /** Words that end the phrase a speaker is named by. */
    static final WordSet NO_SPEAKER = WordSet.of(
            "no nobody none neither nor nothing and but or as if when that which who whom while because although it there this"
                    + " what is are was were be been being have has had also not he she they we i you so than then");

    static final WordSet DETERMINERS = WordSet.of("the a an one his her its their some two three four several many");

    static final long ACCORDING = TextHash.word("according");
    static final long TO = TextHash.word("to");
    static final long NOT = TextHash.word("not");
    static final long WHO = TextHash.word("who");
    static final long THAT = TextHash.word("that");
    static final long THE = TextHash.word("the");

    private Speech() {}
}
