package io.dateline.enrich.text;

import io.dateline.contracts.Sha256;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HexFormat;
import java.util.List;
import java.util.zip.GZIPInputStream;

/**
 * The model and vocabulary files: from the jar, or from a folder that replaces them. A file that is missing or cannot
 * be read stops the start: a service that tags without its models would write wrong tags for ever.
 */
public final class ModelFiles {
    private final Path folder;

    private ModelFiles(Path folder) {
        this.folder = folder;
    }

    public static ModelFiles bundled() {
        return new ModelFiles(null);
    }

    /** @param folder laid out as {@code enrich-service/models} */
    public static ModelFiles in(Path folder) {
        return new ModelFiles(folder);
    }

    /** The file as it is, or as it is inside where the name ends in {@code .gz}. */
    public byte[] bytes(String name) {
        byte[] raw = raw(name);
        if (!name.endsWith(".gz")) {
            return raw;
        }
        try (GZIPInputStream in = new GZIPInputStream(new ByteArrayInputStream(raw), 1 << 16)) {
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Unusable(name, e.toString());
        }
    }

    /** The lines of a UTF-8 file, those that start with {@code #} or are blank left out. */
    public List<String> lines(String name) {
        var decoder = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT);
        var in = new InputStreamReader(new ByteArrayInputStream(bytes(name)), decoder);
        try (BufferedReader reader = new BufferedReader(in)) {
            List<String> lines = reader.lines()
                    .filter(line -> !line.isBlank() && line.charAt(0) != '#')
                    .toList();
            if (lines.isEmpty()) {
                throw new Unusable(name, "it is empty");
            }
            return lines;
        } catch (IOException | java.io.UncheckedIOException e) {
            throw new Unusable(name, e.toString());
        }
    }

    /** SHA-256 of the file's bytes, lower-case hex. */
    public String sha256(String name) {
        return HexFormat.of().formatHex(Sha256.of(raw(name)));
    }

    private byte[] raw(String name) {
        try (InputStream in = open(name)) {
            if (in == null) {
                throw new Unusable(name, "it is missing");
            }
            return in.readAllBytes();
        } catch (IOException e) {
            throw new Unusable(name, e.toString());
        }
    }

    private InputStream open(String name) throws IOException {
        return folder == null
                ? ModelFiles.class.getResourceAsStream("/models/" + name)
                : Files.newInputStream(folder.resolve(name));
    }

    /** A model or vocabulary file is missing or damaged; the service must not start. */
    public static final class Unusable extends IllegalStateException {
        public Unusable(String name, String why) {
            super("model file " + name + " cannot be used: " + why);
        }
    }
}
