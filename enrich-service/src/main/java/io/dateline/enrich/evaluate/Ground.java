package io.dateline.enrich.evaluate;

import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.text.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * What an evaluation works with.
 *
 * @param data     the folder of the development sets
 * @param files    the models under test
 * @param pipeline all steps, as the service runs them
 */
record Ground(Path data, ModelFiles files, Pipeline pipeline) {
    Path file(String path) {
        return data.resolve(path);
    }

    boolean has(String path) {
        return Files.exists(file(path));
    }
}
