package io.dateline.systemtests.kubernetes;

import io.dateline.contracts.access.AccessConfig;
import io.dateline.systemtests.system.Checkout;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.ConfigMappings;
import io.smallrye.config.ConfigMappings.ConfigClass;
import java.io.IOException;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What a service can be told, and what it is told by its own {@code application.properties}. */
final class ServiceSettings {
    private static final Map<String, String> MAPPINGS = Map.of(
            "ingest", "io.dateline.ingest.IngestConfig",
            "enrich", "io.dateline.enrich.wiring.EnrichConfig",
            "store", "io.dateline.store.StoreConfig");
    private static final Pattern SINGLE = Pattern.compile("@ConfigProperty\\(name = \"([^\"]+)\"");
    private static final Pattern IMAGE_VARIABLE = Pattern.compile("(?m)^(?:ENV|   ) +([A-Z_]+)=");

    private final String service;
    private final Properties properties = new Properties();

    private ServiceSettings(String service) throws IOException {
        this.service = service;
        Path file = module().resolve("src/main/resources/application.properties");
        try (Reader in = Files.newBufferedReader(file)) {
            properties.load(in);
        }
    }

    static ServiceSettings of(String service) throws IOException {
        return new ServiceSettings(service);
    }

    /** @return null where the service's own file says nothing of it */
    String get(String key) {
        return properties.getProperty(key);
    }

    /** All keys that begin and end so. */
    List<String> keys(String prefix, String suffix) {
        return properties.stringPropertyNames().stream()
                .filter(key -> key.startsWith(prefix) && key.endsWith(suffix))
                .toList();
    }

    /** Names of environment variables that change something: of its settings, or those its image reads. */
    Set<String> environment() throws IOException, ClassNotFoundException {
        Set<String> keys = new TreeSet<>(properties.stringPropertyNames());
        keys.addAll(mapped(Class.forName(MAPPINGS.get(service))));
        keys.addAll(mapped(AccessConfig.class));
        try (Stream<Path> sources = Files.walk(module().resolve("src/main/java"))) {
            sources.filter(path -> path.toString().endsWith(".java"))
                    .forEach(path -> SINGLE.matcher(text(path)).results().forEach(found -> keys.add(found.group(1))));
        }
        Set<String> names = new TreeSet<>();
        keys.forEach(key -> names.add(key.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT)));
        names.addAll(imageVariables());
        return names;
    }

    private static Set<String> mapped(Class<?> mapping) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        return ConfigMappings.getProperties(ConfigClass.configClass(mapping, prefix))
                .keySet();
    }

    private static Set<String> imageVariables() {
        Set<String> names = new TreeSet<>();
        Matcher matcher = IMAGE_VARIABLE.matcher(text(Checkout.root().resolve("deploy/images/service/Dockerfile")));
        while (matcher.find()) {
            names.add(matcher.group(1));
        }
        return names;
    }

    private Path module() {
        return Checkout.root().resolve(service + "-service");
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
