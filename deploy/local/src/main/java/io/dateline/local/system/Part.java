package io.dateline.local.system;

import java.util.Arrays;
import java.util.List;

/** A process of the local system, in the order of starting. */
public enum Part {
    KAFKA("kafka", null, 0),
    POSTGRESQL("postgresql", null, 0),
    STORE("store", "store-service", 512),
    INGEST("ingest", "ingest-service", 512),
    ENRICH("enrich", "enrich-service", 1024),
    NEWSROOM("newsroom", null, 64);

    public static final List<Part> INFRASTRUCTURE = List.of(KAFKA, POSTGRESQL);
    public static final List<Part> SERVICES = List.of(STORE, INGEST, ENRICH);

    private final String label;
    private final String module;
    private final int heapMegabytes;

    Part(String label, String module, int heapMegabytes) {
        this.label = label;
        this.module = module;
        this.heapMegabytes = heapMegabytes;
    }

    public String label() {
        return label;
    }

    public boolean service() {
        return module != null;
    }

    /** The folder of its build, or null for what is no service of ours. */
    String module() {
        return module;
    }

    int heapMegabytes() {
        return heapMegabytes;
    }

    /**
     * The services of these labels, each once.
     *
     * @throws IllegalArgumentException where one is none of them
     */
    public static List<Part> services(List<String> labels) {
        List<String> known = SERVICES.stream().map(Part::label).toList();
        if (!known.containsAll(labels)) {
            throw new IllegalArgumentException("a service is one of " + String.join(", ", known) + ", not "
                    + labels.stream()
                            .filter(label -> !known.contains(label))
                            .findFirst()
                            .orElseThrow());
        }
        return SERVICES.stream().filter(part -> labels.contains(part.label)).toList();
    }

    static List<Part> labelled(String labels) {
        return Arrays.stream(labels.split(","))
                .map(label -> Arrays.stream(values())
                        .filter(part -> part.label.equals(label))
                        .findFirst()
                        .orElseThrow(() -> new IllegalArgumentException("no part " + label)))
                .toList();
    }
}
