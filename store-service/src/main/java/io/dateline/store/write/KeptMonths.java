package io.dateline.store.write;

import java.time.Instant;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Collection;
import java.util.List;

/**
 * Which months are kept.
 *
 * @param months whole months before the present one, at least 1
 */
record KeptMonths(int months) {

    KeptMonths {
        if (months < 1) {
            throw new IllegalArgumentException("at least one whole month is kept, not " + months);
        }
    }

    /** Those of {@code present} that are over for good, oldest first. */
    List<YearMonth> over(Collection<YearMonth> present, Instant now) {
        YearMonth oldestKept = YearMonth.from(now.atZone(ZoneOffset.UTC)).minusMonths(months);
        return present.stream()
                .filter(month -> month.isBefore(oldestKept))
                .sorted()
                .toList();
    }
}
