package io.dateline.contracts.article;

/**
 * A picture, film or sound that the publisher attached. Only its address is kept: pages never load it.
 *
 * @param url       absolute http(s) address; never null
 * @param mediaType declared MIME type, or null
 * @param caption   plain text, or null
 */
public record Media(String url, String mediaType, String caption) {}
