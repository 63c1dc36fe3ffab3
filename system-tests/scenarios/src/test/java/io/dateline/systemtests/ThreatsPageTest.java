package io.dateline.systemtests;

import static org.assertj.core.api.Assertions.assertThat;

import io.dateline.systemtests.system.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The page of threats names tests as proof: they have to be there. */
class ThreatsPageTest {
    private static final Pattern TEST = Pattern.compile("`(\\w+(?:Test|IT))`");

    @Test
    void everyTestItNamesExists() throws IOException {
        // Given
        Set<String> named = TEST.matcher(Files.readString(Checkout.root().resolve("docs/threats.md")))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
        Set<String> there;
        try (Stream<Path> files = Files.walk(Checkout.root())) {
            there = files.map(file -> file.getFileName().toString())
                    .filter(file -> file.endsWith(".java"))
                    .map(file -> file.replace(".java", ""))
                    .collect(Collectors.toSet());
        }

        // When / Then
        assertThat(named).hasSizeGreaterThan(30);
        named.removeAll(there);
        assertThat(named).as("tests that are not there").isEmpty();
    }

    @Test
    void asManyHostileTextsReachABrowserAsItSays() throws IOException {
        // When / Then
        assertThat(Files.readString(Checkout.root().resolve("docs/threats.md")))
                .contains(HostileStories.vectors().size() + " vectors");
    }
}
