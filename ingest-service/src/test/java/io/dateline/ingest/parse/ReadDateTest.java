package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ReadDateTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 01 Jan 2004 19:48:21 GMT | 2004-01-01T19:48:21Z | second",
                "Thu, 1 Jan 04 19:48 +0100 | 2004-01-01T18:48:00Z | minute",
                "01 Jan 2004 | 2004-01-01T00:00:00Z | day",
                "Thu, 01 Jan 2004 07:48:21 PM EST | 2004-01-02T00:48:21Z | second",
                "Thu Jan  1 19:48:21 2004 | 2004-01-01T19:48:21Z | second",
                "Thu Jan 01 19:48:21 PST 2004 | 2004-01-02T03:48:21Z | second",
                "Mon, 05 Jan 2026 24:00:00 GMT | 2026-01-06T00:00:00Z | second",
                "Jan 1, 2004 12:05 AM | 2004-01-01T00:05:00Z | minute",
                "January 5th, 2026 | 2026-01-05T00:00:00Z | day",
                "2003-12-31T10:14:55Z | 2003-12-31T10:14:55Z | second",
                "2003-12-31T10:14:55.25+02:00 | 2003-12-31T08:14:55.250Z | second",
                "2003-12-31 10:14 | 2003-12-31T10:14:00Z | minute",
                "2003-12-31 | 2003-12-31T00:00:00Z | day",
                "20031231 | 2003-12-31T00:00:00Z | day",
                "20031231T101455Z | 2003-12-31T10:14:55Z | second",
                "2003-335 | 2003-12-01T00:00:00Z | day",
                "1073000000 | 2004-01-01T23:33:20Z | second",
                "1073000000123 | 2004-01-01T23:33:20Z | second",
                "2004-07-08 23:56:58.0 | 2004-07-08T23:56:58Z | second",
                "Fri, 2006/09/15 08:19:53 EDT | 2006-09-15T12:19:53Z | second",
                "2004-j\u00falius-13T9:15-05:00 | 2004-07-13T14:15:00Z | minute",
                "\u039a\u03c5\u03c1, 11 \u0399\u03bf\u03cd\u03bb 2004 12:00:00 EST | 2004-07-11T17:00:00Z | second",
                "2004\ub144 05\uc6d4 28\uc77c  01:31:15 | 2004-05-28T01:31:15Z | second",
                "2004-05-25 \uc624\ud6c4 11:23:17 | 2004-05-25T23:23:17Z | second",
                "lundi 5 janvier 2026 10:30 | 2026-01-05T10:30:00Z | minute",
                "5. M\u00e4rz 2026, 10:30 Uhr | 2026-03-05T10:30:00Z | minute",
                "5 de enero de 2026 | 2026-01-05T00:00:00Z | day"
            })
    void readsEveryWayOfWritingADate(String written, String at, String precision) {
        assertThat(ReadDate.of(written)).hasToString("ReadDate[at=" + at + ", precision=" + precision + "]");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Thu, 01 Jan 2004 19:48:21 GMT+0100 | 2004-01-01T18:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21 UTC-05:00 | 2004-01-02T00:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21 GMT+1 | 2004-01-01T18:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21 +0100 (CET) | 2004-01-01T18:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21 CET (+0100) | 2004-01-01T18:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21 CET+0100 | 2004-01-01T18:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21 -05 | 2004-01-02T00:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21.5 EST | 2004-01-02T00:48:21Z | second",
                "Thu, 01 Jan 2004 19:48:21 Z. | 2004-01-01T19:48:21Z | second",
                "01 Jul 2004 19:48 ET | 2004-07-01T23:48:00Z | minute",
                "Jan 5, 2026 10:30 AM ET | 2026-01-05T15:30:00Z | minute",
                "Jan 5, 2026 10:30 PM GMT+2 | 2026-01-05T20:30:00Z | minute",
                "Tue Mar 01 2016 18:00:00 GMT+0100 (CET) | 2016-03-01T17:00:00Z | second",
                "Tue Mar 01 2016 18:00:00 GMT+0100 (Central European Standard Time) | 2016-03-01T17:00:00Z | second",
                "Tue Mar 01 18:00:00 UTC+02:00 2016 | 2016-03-01T16:00:00Z | second",
                "2024-01-01T10:00:00+03 | 2024-01-01T07:00:00Z | second",
                "2024-01-01 10:00:00+03 | 2024-01-01T07:00:00Z | second",
                "2024-01-01 10:00:00 UTC+03:00 | 2024-01-01T07:00:00Z | second",
                "2024-01-01T10:00:00+03:00[Europe/Moscow] | 2024-01-01T07:00:00Z | second",
                "20240101T100000+03 | 2024-01-01T07:00:00Z | second",
                "2024/01/01 10:00 -0500 | 2024-01-01T15:00:00Z | minute",
                "10:30 2004-05-25 | 2004-05-25T10:30:00Z | minute",
                "5. M\u00e4rz 2026, 10:30 Uhr MEZ | 2026-03-05T09:30:00Z | minute",
                "10:30 Thu, 5 Mar 2026 | 2026-03-05T10:30:00Z | minute",
                "10:30 den 5 januari 2026 | 2026-01-05T10:30:00Z | minute"
            })
    void readsTheZoneInWhateverWayItIsWritten(String written, String at, String precision) {
        assertThat(ReadDate.of(written)).hasToString("ReadDate[at=" + at + ", precision=" + precision + "]");
    }

    /** A capital that becomes two characters in small letters. */
    @ParameterizedTest
    @ValueSource(
            strings = {"12 N\u0130SAN 2026 10:00", "PAZARTES\u0130, 12.01.2026 10:00", "12 EK\u0130M 2026 10:00 XYZ"})
    void readsDatesInTurkishCapitalsWithoutHarm(String written) {
        assertThatCode(() -> ReadDate.of(written)).doesNotThrowAnyException();
    }

    /** The hour may be any of a day's: only the day is known. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Thu, 01 Jan 2004 19:48:21 XYZ",
                "Thu, 01 Jan 2004 19:48:21 Eastern",
                "Thu, 01 Jan 2004 19:48:21 EST+0500",
                "Thu, 01 Jan 2004 19:48:21 (XYZ)",
                "2004-01-01 19:48:21 XYZ",
                "Jan 1, 2004 7:48 PM Central European Time",
                "Thu Jan 01 19:48:21 XYZ 2004",
            })
    void takesNoMoreThanTheDayWhereItDoesNotKnowTheZone(String written) {
        assertThat(ReadDate.of(written)).hasToString("ReadDate[at=2004-01-01T00:00:00Z, precision=day]");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "yesterday",
                "31 Feb 2004",
                "01/02/2004",
                "2004-13-01",
                "2004",
                "2004-05",
                "10:30",
                "Thu, 99 Jan 2004",
                "2004-01-01T25:00:00Z",
                "January"
            })
    void leavesAloneWhatCouldBeAnything(String written) {
        assertThat(ReadDate.of(written)).isNull();
    }
}
