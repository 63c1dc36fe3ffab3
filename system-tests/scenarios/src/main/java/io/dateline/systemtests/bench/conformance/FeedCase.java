package io.dateline.systemtests.bench.conformance;

import io.dateline.ingest.parse.Document;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One of feedparser's test files: a feed, and in its first comment what must come out and which headers it came with.
 *
 * @param name         within the folder
 * @param document     as the fetcher would hand it on
 * @param expectations empty where the file states none
 */
record FeedCase(String name, Document document, List<Expectation> expectations) {
    /** Where feedparser's own test server stands, which its expectations name. */
    private static final String SERVER = "http://127.0.0.1:8097/";

    private static final Pattern EXPECT =
            Pattern.compile("^\\s*Expect:\\s*(.*?)\\s*$(?=\\R*\\s*-->)", Pattern.MULTILINE | Pattern.DOTALL);
    private static final Pattern HEADER =
            Pattern.compile("^\\s*Header:\\s*([^:\\r\\n]+):\\s*([^\\r\\n]*)", Pattern.MULTILINE);

    static FeedCase read(Path file, Path folder) {
        byte[] bytes;
        try {
            bytes = Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        String text = comment(bytes);
        Matcher expect = EXPECT.matcher(text);
        List<Expectation> expectations = expect.find() ? Expectation.of(expect.group(1)) : List.of();
        String type = "application/xml";
        String base = SERVER;
        for (Matcher header = HEADER.matcher(text); header.find(); ) {
            String name = header.group(1).strip();
            if (name.equalsIgnoreCase("Content-type")) {
                type = header.group(2).strip();
            } else if (name.equalsIgnoreCase("Content-Location")) {
                base = URI.create(SERVER).resolve(header.group(2).strip()).toString();
            }
        }
        return new FeedCase(
                folder.relativize(file).toString(), new Document(bytes, type, base), new ArrayList<>(expectations));
    }

    /** The comment is ASCII; only its width differs. */
    private static String comment(byte[] bytes) {
        for (Charset charset : List.of(
                StandardCharsets.ISO_8859_1,
                StandardCharsets.UTF_16LE,
                StandardCharsets.UTF_16BE,
                Charset.forName("UTF-32LE"),
                Charset.forName("UTF-32BE"),
                Charset.forName("IBM037"))) {
            String text = new String(bytes, charset);
            int begin = text.indexOf("<!--");
            int end = text.indexOf("-->", begin);
            if (begin >= 0 && end > 0 && text.substring(begin, end).contains("Expect:")) {
                return text.substring(begin, end + 3);
            }
        }
        return "";
    }
}
