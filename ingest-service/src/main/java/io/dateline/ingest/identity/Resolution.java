package io.dateline.ingest.identity;

import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Which article each of a batch is, by its strongest known name; names found along the way become aliases. */
final class Resolution {
    private final List<String> ids = new ArrayList<>();
    private final Map<String, Incoming> fresh = new TreeMap<>();
    private final Map<String, String> newKeys = new TreeMap<>();

    /** The owners of articles; asked only where it matters. */
    interface Owners {
        Map<String, String> of(Collection<String> ids) throws SQLException;
    }

    /** @param known article ids by name, of all names of the batch that are known */
    static Resolution of(List<Incoming> batch, List<List<String>> names, Owners owners, Map<String, String> known)
            throws SQLException {
        Resolution resolution = new Resolution();
        Map<String, String> ownerOf = new HashMap<>(owners.of(contested(names, known)));
        Map<String, String> idOf = new HashMap<>(known);
        for (int i = 0; i < batch.size(); i++) {
            String owner = batch.get(i).origin().owner();
            String id = find(names.get(i), idOf, ownerOf, owner);
            if (id == null) {
                id = names.get(i).get(0);
                resolution.fresh.put(id, batch.get(i));
                ownerOf.put(id, owner);
            }
            resolution.ids.add(id);
            for (String name : names.get(i)) {
                if (idOf.putIfAbsent(name, id) == null) {
                    resolution.newKeys.put(name, id);
                }
            }
        }
        return resolution;
    }

    private static String find(
            List<String> names, Map<String, String> idOf, Map<String, String> ownerOf, String owner) {
        boolean hasOwnId = names.get(0).startsWith(IdentityKeys.PUBLISHER);
        for (String name : names) {
            String id = idOf.get(name);
            if (id == null) {
                continue;
            }
            // One sender with two stable ids at one address means two articles, whatever the address says.
            boolean other = hasOwnId
                    && !name.startsWith(IdentityKeys.PUBLISHER)
                    && id.startsWith(IdentityKeys.PUBLISHER)
                    && owner.equals(ownerOf.get(id));
            if (!other) {
                return id;
            }
        }
        return null;
    }

    /** Articles with a publisher's id that are found by another name of an article which has one too. */
    private static Set<String> contested(List<List<String>> names, Map<String, String> known) {
        Set<String> found = new TreeSet<>();
        for (List<String> own : names) {
            if (own.get(0).startsWith(IdentityKeys.PUBLISHER) && !known.containsKey(own.get(0))) {
                own.stream()
                        .map(known::get)
                        .filter(id -> id != null && id.startsWith(IdentityKeys.PUBLISHER))
                        .forEach(found::add);
            }
        }
        return found;
    }

    /** The article of the batch's i-th item. */
    String id(int i) {
        return ids.get(i);
    }

    List<String> ids() {
        return ids.stream().distinct().sorted().toList();
    }

    /** Articles never seen before, with what brought them, in order of their ids. */
    Map<String, Incoming> fresh() {
        return new LinkedHashMap<>(fresh);
    }

    /** Names never seen before and their articles, in order. */
    Map<String, String> newKeys() {
        return newKeys;
    }
}
