package io.dateline.ingest.identity;

/**
 * An incoming article with its id and what becomes of it.
 *
 * @param id null where it was refused
 */
public record Reserved(Incoming incoming, String id, Decision decision) {}
