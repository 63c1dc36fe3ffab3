package io.dateline.local.system;

import java.util.ArrayList;
import java.util.List;

/**
 * Which port is whose, counted from one base.
 *
 * @param base the store's HTTP port; the highest port used is 12 above it
 */
public record PortPlan(int base) {
    public static final int DEFAULT_BASE = 8080;
    private static final int HIGHEST = 12;

    public PortPlan {
        if (base < 1024 || base + HIGHEST > 65_535) {
            throw new IllegalArgumentException(
                    "the port base must lie between 1024 and " + (65_535 - HIGHEST) + ", not " + base);
        }
    }

    public int http(Part part) {
        return switch (part) {
            case STORE -> base;
            case INGEST -> base + 1;
            case ENRICH -> base + 2;
            case KAFKA -> base + 3;
            case POSTGRESQL -> base + 5;
            case NEWSROOM -> base + 6;
        };
    }

    public int kafkaController() {
        return base + 4;
    }

    /** Health and metrics of a service. */
    public int management(Part part) {
        return switch (part) {
            case STORE -> base + 10;
            case INGEST -> base + 11;
            case ENRICH -> base + 12;
            default -> throw new IllegalArgumentException(part + " has no management port");
        };
    }

    /** All ports these parts listen on. */
    public List<Need> needs(List<Part> parts) {
        List<Need> needs = new ArrayList<>();
        for (Part part : parts) {
            needs.add(new Need(http(part), part.label()));
            if (part == Part.KAFKA) {
                needs.add(new Need(kafkaController(), "kafka, its controller"));
            }
            if (part.service()) {
                needs.add(new Need(management(part), part.label() + ", its health and metrics"));
            }
        }
        return needs;
    }

    /** A port and who wants it. */
    public record Need(int port, String owner) {}
}
