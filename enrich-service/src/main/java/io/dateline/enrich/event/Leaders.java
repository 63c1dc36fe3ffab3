package io.dateline.enrich.event;

import io.dateline.contracts.enriched.Entity;
import io.dateline.enrich.text.ModelFiles;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** The countries of leaders everybody knows, whom newswire names without saying whose they are. Immutable. */
final class Leaders {
    static final String FILE = "events/leaders.tsv";
    /** A name that many bear counts only behind a title. */
    private static final char TITLED = '=';

    private final Map<String, Sector> leaders = new HashMap<>();

    /** @throws ModelFiles.Unusable where the list is missing or damaged */
    Leaders(ModelFiles files) {
        for (String line : files.lines(FILE)) {
            String[] cells = line.split("\t", -1);
            if (cells.length != 3 || cells[1].isEmpty()) {
                throw new ModelFiles.Unusable(FILE, "a line has " + cells.length + " cells");
            }
            Sector sector = new Sector(cells[1], cells[0].isEmpty() ? null : cells[0]);
            for (String name : cells[2].split("\\|")) {
                leaders.put(name, sector);
            }
        }
    }

    /**
     * The leader a person is, or null.
     *
     * @param titled whether an office stands beside the name where it is read
     */
    Sector of(Entity person, boolean titled) {
        String name = person.name().toLowerCase(Locale.ROOT);
        Sector found = leaders.get(name);
        if (found != null || !titled && !office(person.roles())) {
            return found;
        }
        return leaders.get(TITLED + name);
    }

    private static boolean office(List<Entity.Role> roles) {
        for (Entity.Role role : roles) {
            String text = role.text().toLowerCase(Locale.ROOT);
            if (text.contains("president") || text.contains("minister") || text.contains("chancellor")) {
                return true;
            }
        }
        return false;
    }
}
