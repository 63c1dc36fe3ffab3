package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * Words somebody is said to have said.
 *
 * @param speaker  entity id, or null where the speaker is not known
 * @param direct   true for words in quotation marks, false for reported speech
 * @param words    never null
 * @param verb     the verb of saying, or null
 * @param speakerSpan where the speaker is named, or null
 * @param by       the rule and its version; never null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Quote(String speaker, boolean direct, Span words, Span verb, Span speakerSpan, String by) {}
