package io.dateline.enrich.pipeline;

import io.dateline.enrich.text.ModelFiles;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
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
        try {
            byte[] hash =
                    MessageDigest.getInstance("SHA-256").digest(all.toString().getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash).substring(0, HEX_CHARACTERS);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }
}
