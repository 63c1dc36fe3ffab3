package io.dateline.enrich.date;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Dates as newswire prints them: months in thirteen languages, the year often absent. */
public final class DateWords {
    private static final int MONTHS_BACK = 6;
    private static final int MONTHS_AHEAD = 1;
    private static final Map<String, Integer> MONTHS = new HashMap<>();

    static {
        months("january february march april may june july august september october november december");
        months("jan feb mar apr may jun jul aug sep oct nov dec");
        months("- - - - - - - - sept - - -");
        months("enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre");
        months("ene - - abr - - - ago - - - dic");
        months("janvier février mars avril mai juin juillet août septembre octobre novembre décembre");
        months("janv févr - avr - - juil - - - - déc");
        months("januar februar märz april mai juni juli august september oktober november dezember");
        months("gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre");
        months("gen - - - mag giu lug - set ott - dic");
        months("janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro");
        months("января февраля марта апреля мая июня июля августа сентября октября ноября декабря");
        months("янв фев мар апр мая июн июл авг сен окт ноя дек");
        months("- - - - - - - - сент - нояб -");
        months("січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня");
        months("يناير فبراير مارس أبريل مايو يونيو يوليو أغسطس سبتمبر أكتوبر نوفمبر ديسمبر");
        months("- - - ابريل - - - اغسطس - اكتوبر - -");
        months("ژانویه فوریه مارس آوریل مه ژوئن ژوئیه اوت سپتامبر اکتبر نوامبر دسامبر");
        months("yanvar fevral mart aprel may iyun iyul avqust sentyabr oktyabr noyabr dekabr");
        months("januari februari maart april mei juni juli augustus september oktober november december");
        months("ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık");
    }

    private DateWords() {}

    private static void months(String words) {
        String[] names = words.split(" ");
        for (int i = 0; i < names.length; i++) {
            if (!names[i].equals("-")) {
                MONTHS.putIfAbsent(names[i], i + 1);
            }
        }
    }

    /** 1 to 12, or 0 where the word is no month. */
    public static int month(String word) {
        // Lower-cased by itself, the dotted capital of Turkish and Azerbaijani becomes two characters.
        return MONTHS.getOrDefault(word.replace('\u0130', 'i').toLowerCase(Locale.ROOT), 0);
    }

    /**
     * @param year      as printed, two or four digits, or null
     * @param reference when the story was published or fetched
     * @return null where there is no such day, or none without a printed year within six months before and one after
     */
    public static LocalDate date(String year, int month, int day, LocalDate reference) {
        if (year != null) {
            int number = Integer.parseInt(year);
            return dayOf(number < 100 ? 2000 + number : number, month, day);
        }
        LocalDate from = reference.minusMonths(MONTHS_BACK);
        LocalDate to = reference.plusMonths(MONTHS_AHEAD);
        for (int candidate = reference.getYear() + 1; candidate >= reference.getYear() - 1; candidate--) {
            LocalDate date = dayOf(candidate, month, day);
            if (date != null && !date.isBefore(from) && !date.isAfter(to)) {
                return date;
            }
        }
        return null;
    }

    static LocalDate dayOf(int year, int month, int day) {
        try {
            return LocalDate.of(year, month, day);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
