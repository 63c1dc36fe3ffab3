package io.dateline.ingest.parse;

import static org.assertj.core.api.Assertions.assertThat;

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
