package io.dateline.contracts.article;

import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * A picture, film or sound that the publisher attached. Only its address is kept: pages never load it.
 *
 * @param url       absolute http(s) address; never null
 * @param mediaType declared MIME type, or null
 * @param caption   plain text, or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Media(String url, String mediaType, String caption) {}
