package io.dateline.enrich.evaluate;

import io.dateline.enrich.pipeline.Pipeline;
import io.dateline.enrich.text.ModelFiles;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * What an evaluation works with.
 *
 * @param data     folders of sets, all laid out alike; a set is taken from the first that has it
 * @param files    the models under test
 * @param pipeline all steps, as the service runs them
 */
record Ground(List<Path> data, ModelFiles files, Pipeline pipeline) {
    Path file(String path) {
        return data.stream()
                .map(folder -> folder.resolve(path))
                .filter(Files::exists)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no " + path + " in " + data));
    }

    boolean has(String path) {
        return data.stream().anyMatch(folder -> Files.exists(folder.resolve(path)));
    }
}
