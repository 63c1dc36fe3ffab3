package io.dateline.ingest.parse.wire;

import java.time.DayOfWeek;
import java.util.Set;

/** What the words of an embargo line, in capitals, say besides its dates and times. */
final class EmbargoWords {
    /** For patterns. */
    static final String MONTH =
            "(?:JAN(?:UARY)?|FEB(?:RUARY)?|MAR(?:CH)?|APR(?:IL)?|MAY|JUNE?|JULY?|AUG(?:UST)?|SEPT?(?:EMBER)?"
                    + "|OCT(?:OBER)?|NOV(?:EMBER)?|DEC(?:EMBER)?)\\b";

    /** Names of zones that more than one place has, or few copy: a time with one counts as one without. */
    private static final Set<String> RARE_ZONES =
            words("AST ADT NST NDT MT AKST AKDT HST BRT ART CLT COT SAST WAT CAT EAT TRT IRST PKT IST ICT MYT PHT WIB"
                    + " KST AWST ACST ACDT AEST AEDT NZT NZST NZDT");
    /** What says nothing of the day or the hour. */
    private static final Set<String> PLAIN =
            words("AT ON IN OF THE THIS TODAY LOCAL TIME HOURS HRS HR H STANDARD DAYLIGHT SUMMER WINTER EASTERN CENTRAL"
                    + " MOUNTAIN PACIFIC EUROPEAN LONDON NEW YORK WASHINGTON PARIS BERLIN BRUSSELS GENEVA ROME MOSCOW TOKYO"
                    + " UK US FOR USE RELEASE PUBLICATION UNTIL AND ALL PRINT ONLINE WEB BROADCAST RADIO TV MEDIA");
    /** What makes another day or hour of those that are named, or none. */
    private static final Set<String> CHANGES =
            words("DELIVERY AFTER FROM LATER FOLLOWING NEXT LAST WHICHEVER EXPECTED ABOUT AROUND APPROX APPROXIMATELY"
                    + " ROUGHLY CIRCA AM PM A P M CHECK CONFIRM CONFIRMED CONFIRMATION ADVISE ADVISED UPON NOT NO NEVER FURTHER"
                    + " NOTICE OR PLUS MINUS PAST HALF QUARTER HOUR MINUTES MINUTE MINS DAY DAYS WEEK WEEKS MONTH MONTHS TOMORROW"
                    + " YESTERDAY EVE DAWN DUSK SUNRISE SUNSET NIGHTFALL CLOSE END PENDING SUBJECT UNLESS IF WHEN WHILE ONCE EARLIEST"
                    + " SOONEST PROVISIONAL PROVISIONALLY TENTATIVE TENTATIVELY TBA TBC TBD DELAYED POSTPONED EXTENDED CHANGED"
                    + " MOVED INSTEAD ORIGINALLY PREVIOUSLY FORMERLY WAS LIKELY PROBABLY POSSIBLY PERHAPS MAYBE");
    /** Before the day on which the copy was made. */
    private static final Set<String> ISSUED = words("ISSUED SENT DATED FILED WRITTEN PUBLISHED");

    private static final Set<String> OTHER_ZONES = words("LOCAL LOCALLY EASTERN CENTRAL MOUNTAIN PACIFIC");
    /** They tell which of two hours is meant. */
    private static final Set<String> LATE = words("AFTERNOON EVENING NIGHT TONIGHT");

    /** For patterns: in capitals where it may be a word. */
    static final String ZONE = "(?:GMT|UTC|(?-i:" + String.join("|", EmbargoClock.ZONES.keySet()) + "|"
            + String.join("|", RARE_ZONES) + "))\\b";

    private EmbargoWords() {}

    private static Set<String> words(String all) {
        return Set.of(all.split(" "));
    }

    static boolean plain(String word) {
        return PLAIN.contains(word) || zone(word);
    }

    static boolean late(String word) {
        return LATE.contains(word);
    }

    static boolean issued(String word) {
        return ISSUED.contains(word);
    }

    /** Digits that are neither date nor time may be part of one. */
    static boolean changes(String word) {
        return CHANGES.contains(word) || word.chars().anyMatch(Character::isDigit);
    }

    /** Of a word that is not the zone of a time: {@code 0001 EST/PST}, {@code 0001 GMT and local time}. */
    static boolean otherZone(String word) {
        return zone(word) || OTHER_ZONES.contains(word);
    }

    static boolean zone(String word) {
        return EmbargoClock.zone(word) || RARE_ZONES.contains(word);
    }

    /** In full, or its beginning of three letters or more; null where it is none. */
    static DayOfWeek weekday(String word) {
        for (DayOfWeek day : DayOfWeek.values()) {
            if (word.length() >= 3
                    && (day.name().startsWith(word) || word.equals("WEDS") && day == DayOfWeek.WEDNESDAY)) {
                return day;
            }
        }
        return null;
    }
}
