package io.dateline.ingest.bulk;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * What is to be imported.
 *
 * @param path   below the import folder
 * @param kind   ndjson, warc or folder; null to go by the name
 * @param rate   records a second at most, 1 to 100,000; null for what is set
 * @param source of articles that name none; null for what is set
 */
@JsonIgnoreProperties(ignoreUnknown = true)
@Schema(description = "What is to be imported.")
record ImportRequest(
        @Schema(description = "Below the import folder.", examples = "2016/news.warc.gz")
        String path,

        @Schema(
                description = "By the name where it is left out.",
                enumeration = {"ndjson", "warc", "folder"})
        String kind,

        @Schema(description = "Records a second at most.", examples = "500")
        Integer rate,

        @Schema(description = "A name for articles that name no source.")
        String source) {}
