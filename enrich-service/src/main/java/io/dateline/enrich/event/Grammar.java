package io.dateline.enrich.event;

import io.dateline.enrich.text.LongTable;
import io.dateline.enrich.text.TextHash;

/** The words that hold English sentences together, and what each of them is. */
final class Grammar {
    private Grammar() {}

    static void fill(LongTable<Word> words) {
        add(words, Word.BE, "be is are was were been being am 're 'm");
        add(words, Word.HAVE, "has have had having 've");
        add(words, Word.DO, "do does did");
        add(words, Word.WILL, "will would shall wo sha 'll 'd");
        add(words, Word.MAY, "may might could can cannot ca");
        add(words, Word.MUST, "must should ought");
        add(words, Word.NOT, "not never n't neither nor cannot hardly barely scarcely");
        add(words, Word.ALMOST, "almost nearly");
        add(words, Word.TO, "to");
        add(
                words,
                Word.DETERMINER,
                "the a an this that these those its his her their our your my some any all both every"
                        + " each another no such several many more most other few two three four five six seven eight nine ten dozens"
                        + " 's whose one which alleged suspected recent so-called new");
        add(
                words,
                Word.PREPOSITION,
                "of in on at by with from for into against over under about between among through"
                        + " during near outside inside across around within without upon toward towards like as per via onto off along"
                        + " despite amid following after before since until because");
        add(
                words,
                Word.SUBORDINATOR,
                "after before while when because although though since until unless if whereas amid"
                        + " following as where despite whether saying calling claiming including which prompting accusing"
                        + " lest once so-that even-though raising leaving alleging citing demanding-that");
        add(words, Word.RELATIVE, "who which whose whom where");
        add(words, Word.AND, "and but or then nor yet");
        add(words, Word.THAT, "that");
        add(words, Word.PRONOUN, "he she it they we i you who them him us himself themselves itself");
        add(words, Word.IF, "if unless");
        add(
                words,
                Word.WILLING,
                "willing ready prepared set due scheduled expected poised likely determined certain going"
                        + " eager about supposed keen");
        add(words, Word.UNWILLING, "unwilling reluctant unprepared opposed");
        add(words, Word.PLACE, "in at near outside inside across around on");
        add(
                words,
                Word.BREAK,
                "with against to for over by on between into toward towards about via after before following"
                        + " during as into among that who which");
        add(words, Word.OWN, "its their his her");
        add(words, Word.STATIVE, "engaged involved locked embroiled massed gathered camped assembled");
        add(words, Word.ADJECTIVE, "armed united alleged suspected disputed occupied exiled deposed ousted masked");
        add(words, Word.BY, "by");
        add(
                words,
                Word.DAY,
                "monday tuesday wednesday thursday friday saturday sunday today yesterday tomorrow tonight");
        add(
                words,
                Word.ADVERB,
                "also already still now again just soon once later earlier ever always often even only yet"
                        + " first finally today yesterday recently far back monday tuesday wednesday thursday friday saturday sunday"
                        + " jointly long twice last week month year night early late both then in-principle nearly almost apparently");
    }

    static void fillSubjects(LongTable<Word> words) {
        each(
                words,
                word -> word.sport = true,
                "coach striker squad innings wicket wickets playoff playoffs touchdown quarterback"
                        + " midfielder goalkeeper tournament championship championships soccer football cricket rugby tennis golf nba nfl"
                        + " mlb nhl inning homer umpire referee teammate teammates semifinal semifinals quarterfinal quarterfinals"
                        + " semi-final quarter-final midfield batsman bowler scored premiership athlete athletes"
                        + " pitcher defenseman cornerback linebacker basketball baseball hockey sprinter halftime half-time"
                        + " grand-slam wimbledon world-cup grandprix standings kickoff kick-off"
                        + " batting bowling birdie bogey knockout heavyweight nascar preseason");
        each(
                words,
                word -> word.market = true,
                "shares stocks investors profit profits quarterly earnings takeover merger"
                        + " shareholders nasdaq index revenue ipo dow shareholder stock inc corp ltd plc customers retailer software"
                        + " sales chip chips airline carrier automaker");
        each(
                words,
                word -> word.needsObject = true,
                "killed wounded injured arrested detained jailed abducted kidnapped"
                        + " murdered executed beaten raped tortured freed released deported seized slain assassinated convicted"
                        + " sentenced charged indicted shot hurt captured imprisoned hijacked beheaded accused sued stabbed sacked"
                        + " fired expelled banned occupied besieged bombed shelled attacked raided stormed confiscated displaced evacuated repatriated");
        each(words, word -> word.objective = true, "them him us me himself themselves it her everybody everyone");
        each(words, word -> word.doubtful = true, "unlikely unable powerless hesitant");
        each(words, word -> word.foreseen = true, "due scheduled expected poised likely certain supposed");
        each(words, word -> word.leads = true, "led headed chaired fronted");
        each(
                words,
                word -> word.visits = true,
                "visit visits visiting visited trip tour touring arrived arrives arriving");
        each(
                words,
                word -> word.happens = true,
                "began begin begins started start starts opened open opens resumed resume resumes continued continue"
                        + " continues ended end ends stopped stop stops concluded broke erupted flared raged took occurred"
                        + " breaks erupt erupts kicked");
    }

    private static void each(LongTable<Word> words, java.util.function.Consumer<Word> set, String list) {
        for (String text : list.split(" ")) {
            set.accept(at(words, TextHash.word(text)));
        }
    }

    private static void add(LongTable<Word> words, int kind, String list) {
        for (String text : list.split(" ")) {
            at(words, TextHash.word(text)).kinds |= kind;
        }
    }

    static Word at(LongTable<Word> words, long hash) {
        Word word = words.get(hash);
        if (word == null) {
            word = new Word();
            words.put(hash, word);
        }
        return word;
    }
}
