package io.dateline.enrich.language;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Tells Serbian in Latin letters from Croatian, which share words and letters: the old vowel yat is {@code e} in the
 * one and {@code je} or {@code ije} in the other (vreme, vrijeme), and a few words and months differ.
 */
final class SerbianCroatian {
    private static final List<String> SERBIAN = List.of(
            " vrem",
            " vred",
            " mest",
            " svet",
            " reč",
            " gde",
            " ovde",
            " uvek",
            " zahtev",
            " primer",
            " promen",
            " čovek",
            " cel",
            " podel",
            " odeljenj",
            " odeljak",
            " pre ",
            " posle",
            " sledeć",
            " takođe",
            " opšt",
            " šta ",
            " ko ",
            " bezbed",
            " zamen",
            " izmen",
            " razume",
            " uputst",
            " obaveš",
            " obezbe",
            " ver",
            " uver",
            " proveri",
            " namer",
            " mer",
            " umet",
            " nedelj",
            " ponedelj",
            " hilja",
            " evr",
            " avgust",
            " januar",
            " februar",
            " oktob",
            " odsto",
            " sopstv",
            " organizov",
            " uopšt",
            " niko ",
            " svako ",
            " neko ",
            " dete",
            " dece",
            " rešen",
            " reši",
            " sprov",
            " saopšt",
            " zabeleš",
            " smer",
            " nasled",
            " sused",
            " hteo",
            " videl",
            " hemij",
            " istorij",
            " jedinst",
            " računar",
            " sistem",
            " saradnj",
            " muzik",
            " pozorišt",
            " fudbal",
            " vazduh",
            " hleb",
            " bioskop",
            " stanic",
            " sednic",
            " predsed",
            " savet",
            " izvešt",
            " zvanič",
            " stepen",
            " porodic",
            " avion",
            " spoljn",
            " snabdev",
            " utica",
            " prisust",
            " učestv",
            " izuze",
            " spisak",
            " spisk",
            " dugme",
            " levo",
            " levoj",
            " levi",
            " uspe",
            " dospe",
            " želez",
            " ministark",
            " podešav",
            " uslov",
            " mesec",
            " beogr",
            " takodje",
            " bled",
            " beleš",
            " namen",
            " uvećav",
            " dodel",
            " primen");
    private static final List<String> CROATIAN = List.of(
            "vje",
            "mje",
            "pje",
            "dje",
            "tje",
            "sje",
            "cje",
            "ije",
            " vrijed",
            " bijel",
            " dijel",
            " dio ",
            " riječ",
            " svijet",
            " cijel",
            " lijep",
            " mijen",
            " slijed",
            " riješ",
            " vijest",
            " uvijek",
            " lijek",
            " rješ",
            " također",
            " općen",
            " uopće",
            " opć",
            " tko ",
            " nitko",
            " svatko",
            " netko",
            " poslije",
            " tisuć",
            " siječ",
            " veljač",
            " ožuj",
            " travnj",
            " svib",
            " lipnj",
            " srpnj",
            " kolovoz",
            " rujn",
            " rujan",
            " listopad",
            " studen",
            " prosinc",
            " vlastit",
            " organizir",
            " zasluž",
            " posto ",
            " europ",
            " glazb",
            " tjedan",
            " tjedn",
            " sustav",
            " poslužitelj",
            " pisač",
            " računal",
            " zaslon",
            " odabir",
            " odaber",
            " zadan",
            " tipk",
            " suradnj",
            " kemij",
            " povijes",
            " kazališt",
            " nogomet",
            " zrak",
            " vlak ",
            " kruh",
            " postaj",
            " izvješć",
            " priopć",
            " stupanj",
            " obitelj",
            " vanjsk",
            " opskrb",
            " udio",
            " točk",
            " točn",
            " popis",
            " gumb",
            " pohran",
            " putem",
            " pomoću",
            " razin",
            " pružatelj",
            " unutar",
            " kako bi",
            " mapa",
            " mapu",
            " mape",
            " dopušt",
            " prijenos",
            " promidžb",
            " županij",
            " glede");
    /** Not the old vowel: "nije", "policije", "klijent". */
    private static final List<String> BOTH = List.of(
            "nije",
            "cije",
            "rije ",
            "gije",
            "zije",
            "dije ",
            "klijent",
            "pacijent",
            "prije ",
            "fije",
            "sije ",
            "objekt");

    /** "They want to see": Serbian "žele da vide", Croatian "žele vidjeti". */
    private static final String WANT = " (?:mo[žg]|treba|mora|žel|hoće|hoću|sm[ei]|počn|nastav)\\p{L}* ";

    private static final Pattern WITH_DA = Pattern.compile(WANT + "da ");
    private static final Pattern WITH_INFINITIVE =
            Pattern.compile(WANT + "(?:se |ga |ih |je |ju |li |i )?\\p{L}{2,12}[aiueo]ti ");

    private SerbianCroatian() {}

    /** @return {@code sr} or {@code hr}, or null where nothing in the text tells */
    static String of(String text) {
        String lower = " " + text.toLowerCase(Locale.ROOT).replaceAll("[\\s\\p{Punct}]+", " ") + " ";
        int serbian = count(lower, SERBIAN) + count(lower, WITH_DA);
        int croatian = count(lower, CROATIAN) - count(lower, BOTH) + count(lower, WITH_INFINITIVE);
        if (serbian == croatian) {
            // Croatian has the word too, but where Serbian says "da vidi" it says "vidjeti".
            return count(lower, List.of(" da ")) >= 2 ? "sr" : null;
        }
        return serbian > croatian ? "sr" : "hr";
    }

    private static int count(String text, Pattern pattern) {
        return (int) pattern.matcher(text).results().count();
    }

    private static int count(String text, List<String> marks) {
        int count = 0;
        for (String mark : marks) {
            for (int at = text.indexOf(mark); at >= 0; at = text.indexOf(mark, at + 1)) {
                count++;
            }
        }
        return count;
    }
}
