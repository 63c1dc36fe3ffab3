package io.dateline.enrich.entity;

import io.dateline.enrich.text.TextHash;
import io.dateline.enrich.text.WordSet;

/** Word lists of the rules, as hashes of the lower-cased words. */
final class Words {
    /** Nouns that name an office a person holds; also cut off the front of a person's name. */
    static final WordSet TITLES = WordSet.of(
            "president minister premier chancellor speaker secretary senator sen sen. governor gov"
                    + " gov. mayor ambassador envoy prosecutor judge justice general gen. gen colonel col. major maj. captain capt."
                    + " lieutenant lt. sergeant sgt. admiral adm. commander marshal chief chairman chairwoman chairperson chair"
                    + " director head leader spokesman spokeswoman spokesperson king queen prince princess emperor sheikh emir"
                    + " sultan pope cardinal archbishop bishop rabbi imam ayatollah reverend rev. rev professor prof. prof doctor dr. dr"
                    + " mr. mr mrs. mrs ms. ms miss sir lord lady dame baroness baron deputy commissioner representative rep. rep"
                    + " congressman congresswoman lawmaker delegate councillor councilman coach manager captain founder co-founder"
                    + " ceo cfo cto officer analyst economist author actor actress singer striker midfielder defender goalkeeper"
                    + " quarterback researcher scientist lawyer attorney detective inspector sheriff constable officer member"
                    + " vice-president ombudsman rector dean principal editor correspondent reporter superintendent undersecretary");
    /** What may stand before such a noun and belongs to the office. */
    static final WordSet TITLE_PARTS = WordSet.of(
            "prime foreign vice deputy first former acting then interim interior defense"
                    + " defence finance health education justice energy trade culture agriculture economy environment labor labour"
                    + " transport state attorney solicitor prosecutor secretary executive chief managing senior assistant associate"
                    + " permanent special press co party opposition majority minority house senate parliament parliamentary national"
                    + " federal supreme district city police army air navy team head general lead club union current ex");
    /** Words an organisation's name ends in, or has before "of". */
    static final WordSet ORG_HEADS = WordSet.of(
            "party ministry committee council commission agency authority organization"
                    + " organisation association federation confederation union league university college institute academy school"
                    + " bank corporation corp. corp company inc. inc ltd. ltd llc plc group holdings department bureau office court"
                    + " tribunal parliament congress senate assembly majlis knesset duma bundestag lok sabha senate board foundation"
                    + " fund trust society club hospital museum library church network alliance coalition front movement army navy"
                    + " force forces guard police service services command corps center centre observatory exchange airlines airways"
                    + " railways motors industries systems technologies electronics pharmaceuticals energy partners press news"
                    + " times post herald tribune journal gazette broadcasting television radio conference parties chamber cabinet"
                    + " secretariat directorate administration initiative institution syndicate cooperative consortium");
    /** Heads that name as often what an organisation works on: "Ministry of Health and Social Services". */
    static final WordSet FIELDS_OF_WORK = WordSet.of(
            "industries systems technologies electronics pharmaceuticals energy services service railways airlines motors"
                    + " press news radio television police network movement administration trust fund force forces");
    /** Heads that a following "of …" belongs to. */
    static final WordSet OF_HEADS = WordSet.of(
            "ministry university bank department institute conference organization organisation"
                    + " court council committee association federation confederation office board academy chamber church league"
                    + " union party house bureau agency society commission college school assembly congress parliament senate"
                    + " fund movement alliance network front society museum directorate administration parties league corps");
    /** More such heads, which the tagger was not trained with. */
    static final WordSet MORE_OF_HEADS = WordSet.of("foundation center centre authority hospital");
    /** Common words that are capitalised at the head of a sentence or a headline. */
    static final WordSet DETERMINERS =
            WordSet.of("the a an this that these those his her its their our my your in on at for with"
                    + " and but or if when while as by from to of after before during");

    static final WordSet SPEAKERS = WordSet.of("said says told added noted stated emphasized stressed");

    /** Things that have names but are nobody: a name built on one of these is no organisation. */
    static final WordSet NO_ORGANISATIONS =
            WordSet.of("constitution treaty agreement act law convention declaration protocol"
                    + " day cup games olympics olympic war prize award bill code charter accord resolution amendment festival revolution"
                    + " championship championships tournament scholarship symphony"
                    + " award awards prizes honors honours fellowship medal trophy");

    /** What a place's name ends in that a tagger easily takes for an organisation's. */
    static final WordSet FACILITIES =
            WordSet.of("bridge hall hotel airport stadium tower towers square street avenue road"
                    + " river lake mountain mountains island islands park palace valley bay beach strait canal tunnel plaza arena"
                    + " cathedral temple mosque cemetery prison gate castle fort port harbor harbour highway desert peninsula"
                    + " sea ocean gulf hill hills village province county region territory");

    /** Titles that stand before a person's name and begin hardly any organisation's. */
    static final WordSet FORMS_OF_ADDRESS = WordSet.of("premier miss mr. mrs. ms. mr mrs ms sir senator sen. president"
            + " chancellor colonel col. captain capt. lieutenant lt. sergeant sgt. admiral adm. pope sheikh princess queen"
            + " ayatollah archbishop cardinal rabbi imam ambassador inspector detective congressman congresswoman");

    /** Titles that are no office. */
    static final WordSet ADDRESSES = WordSet.of("mr mr. mrs mrs. ms ms. dr dr. prof prof. miss sir lady lord dame");

    /** Words of captions that stand right behind a name. */
    static final WordSet CAPTIONS = WordSet.of("image photo file picture");

    static final long IN = TextHash.word("in");
    static final long OF = TextHash.word("of");
    static final long THE = TextHash.word("the");
    static final long FOR = TextHash.word("for");
    static final long A = TextHash.word("a");
    static final long AN = TextHash.word("an");
    static final long AT = TextHash.word("at");
    static final long TO = TextHash.word("to");
    static final long AND = TextHash.word("and");
    static final long POSSESSIVE = TextHash.word("'s");

    private Words() {}

    /** A list of words, parted by spaces, as hashes; a word may stand in it twice. */
}
