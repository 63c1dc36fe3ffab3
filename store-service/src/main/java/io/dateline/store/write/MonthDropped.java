package io.dateline.store.write;

import java.time.YearMonth;

/** Texts and tags of a month were dropped and are gone. */
public record MonthDropped(YearMonth month) {}
