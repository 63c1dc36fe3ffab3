package io.dateline.enrich.pipeline;

import io.dateline.contracts.Sha256;
import io.dateline.enrich.text.ModelFiles;
import java.util.List;

/** Names what produced tags: the steps in their order, their versions, and the bytes of every file they use. */
final class EnrichmentVersion {
    private static final int HEX_CHARACTERS = 16;

    private EnrichmentVersion() {}

    static String of(List<Step> steps, ModelFiles files) {
        StringBuilder all = new StringBuilder();
        for (Step step : steps) {
            all.append(step.by()).append('\n');
            for (String file : step.files()) {
                all.append(file).append(' ').append(files.sha256(file)).append('\n');
            }
        }
        return Sha256.hex(all.toString(), HEX_CHARACTERS / 2);
    }
}
