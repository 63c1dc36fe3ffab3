package io.dateline.contracts.enriched;

/**
 * The language an article is written in.
 *
 * @param code       ISO 639-1, or {@code und} where it cannot be told
 * @param confidence 0 to 1, three decimals
 * @param by         the detector and its version; never null
 */
public record Language(String code, double confidence, String by) {}
