package io.dateline.ingest.identity;

import io.dateline.ingest.parse.ParsedArticle;

/** An article and the way it came in. */
public record Incoming(ParsedArticle article, Origin origin) {}
