package io.dateline.systemtests.corpus;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;

/**
 * One article to push.
 *
 * @param title       never null
 * @param body        never null
 * @param publishedAt ISO 8601, or null
 * @param url         or null
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
@JsonIgnoreProperties(ignoreUnknown = true)
public record BenchArticle(String title, String body, String publishedAt, String url) {}
