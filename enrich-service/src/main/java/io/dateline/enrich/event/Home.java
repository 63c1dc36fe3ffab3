package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Span;

/**
 * The country somebody is taken to belong to by words other than their own.
 *
 * @param country ISO 3166-1 alpha-2; never null
 * @param words   what says so; never null
 */
record Home(String country, Span words) {}
