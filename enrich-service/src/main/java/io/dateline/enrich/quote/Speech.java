package io.dateline.enrich.quote;

import io.dateline.enrich.text.TextHash;
import java.util.Arrays;
import java.util.Set;
import java.util.stream.Collectors;

/** Words of saying and the words around them, as hashes of the lower-cased words. English. */
final class Speech {
    /** Verbs that need no "that" before what was said. */
    static final Set<Long> PLAIN = of("said says say told tells added adds");

    /** Verbs of saying beside quotation marks; for reported speech those not in {@link #PLAIN} need a "that". */
    static final Set<Long> VERBS = of("said says say told tells added adds noted notes stated states stressed stresses"
            + " emphasized emphasised emphasizes emphasises explained explains argued argues claimed claims announced"
            + " announces declared declares insisted insists warned warns acknowledged acknowledges admitted admits conceded"
            + " concedes confirmed confirms denied denies recalled recalls replied replies responded responds answered"
            + " asked asks wrote writes tweeted posted commented comments concluded concludes continued continues remarked"
            + " remarks reiterated reiterates underlined underlines underscored underscores highlighted highlights pointed"
            + " suggested suggests testified testifies urged urges vowed vows pledged pledges predicted predicts joked"
            + " observed observes maintained maintains alleged alleges asserted asserts cautioned cautions reported reports"
            + " quipped exclaimed shouted whispered lamented complained complains boasted believes believed");

    /** What keeps a verb from telling what was said. */
    static final Set<Long> NOT_SAID =
            of("not n't never to refused declined cannot could would might may if unless" + " shall should must");

    static final Set<Long> HE_OR_SHE = of("he she");
    static final Set<Long> PRONOUNS = of("he she they it i we who");
    /** Words that may stand between a verb and what was said: "in a statement", "on Monday", "earlier". */
    static final Set<Long> ASIDE =
            of("in on at by via during after late early earlier later a an the his her their its statement interview"
                    + " speech tweet post letter email e-mail briefing conference news press report monday tuesday wednesday"
                    + " thursday friday saturday sunday today yesterday also reporters journalists lawmakers parliament"
                    + " morning afternoon evening night televised address television radio");

    static final Set<Long> NAMING =
            of("titled entitled called named dubbed film movie book song album novel series show"
                    + " play theme slogan conference exhibition report under on");

    static final Set<Long> BELONGING = of("of for at in from with");

    static final long THAT = TextHash.word("that");
    static final long THE = TextHash.word("the");

    private Speech() {}

    private static Set<Long> of(String words) {
        return Arrays.stream(words.split(" ")).map(TextHash::word).collect(Collectors.toUnmodifiableSet());
    }
}
