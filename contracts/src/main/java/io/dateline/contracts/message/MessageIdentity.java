package io.dateline.contracts.message;

/**
 * Which message it is.
 *
 * @param id      as it stands in {@code ce_id}; never null
 * @param subject the article's id, which is the record's key and stands in {@code ce_subject}; never null
 */
public record MessageIdentity(String id, String subject) {}
