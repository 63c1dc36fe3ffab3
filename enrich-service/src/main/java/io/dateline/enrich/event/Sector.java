package io.dateline.enrich.event;

/**
 * A part of society that acts.
 *
 * @param code    PLOVER's ({@code GOV}, {@code MIL} …)
 * @param country ISO 3166-1 alpha-2, or null
 */
record Sector(String code, String country) {}
