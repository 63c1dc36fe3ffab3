package io.dateline.contracts.article;

/**
 * The document an article was read from.
 *
 * @param mediaType MIME type as it was read; never null
 * @param sha256    of the document's bytes, lower-case hex, 64 characters
 * @param bytes     length of the document, at least 0
 */
public record Original(String mediaType, String sha256, long bytes) {}
