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
    private final Map<String, String> idOf;
    private final Map<String, Bearer> bearers;
    private final IdentityKeys keys;

    /** The articles with these ids; asked only where it matters. */
    interface Bearers {
        Map<String, Bearer> of(Collection<String> ids) throws SQLException;
    }

    private Resolution(Map<String, String> known, Map<String, Bearer> bearers, IdentityKeys keys) {
        this.idOf = new HashMap<>(known);
        this.bearers = new HashMap<>(bearers);
        this.keys = keys;
    }

    /** @param stories the batch, its names, and those that are known */
    static Resolution of(WireStories stories, Bearers bearers, IdentityKeys keys) throws SQLException {
        Map<String, String> known = stories.known();
        Resolution resolution = new Resolution(known, bearers.of(contested(stories.names(), known)), keys);
        for (int i = 0; i < stories.batch().size(); i++) {
            resolution.resolve(stories.batch().get(i), stories.names().get(i));
        }
        return resolution;
    }

    private void resolve(Incoming incoming, List<String> names) {
        String id = find(incoming, names);
        if (id == null) {
            // One that leads to another article cannot be this one's id.
            id = names.stream()
                    .filter(name -> !idOf.containsKey(name))
                    .findFirst()
                    .orElseThrow();
            fresh.put(id, incoming);
        }
        ids.add(id);
        String owner = incoming.origin().owner();
        String hash = incoming.article().contentHash();
        Bearer bearer = bearers.getOrDefault(id, new Bearer(owner, hash, false, false));
        bearer = bearer.owner().equals(owner) ? bearer.saying(hash) : bearer;
        for (String name : names) {
            if (idOf.putIfAbsent(name, id) == null) {
                newKeys.put(name, id);
                bearer = bearer.named(name);
            }
        }
        bearers.put(id, bearer);
    }

    private String find(Incoming incoming, List<String> names) {
        boolean hasOwnId = names.get(0).startsWith(IdentityKeys.PUBLISHER);
        if (!hasOwnId && guid(names) != null) {
            return ofItem(incoming, names);
        }
        for (String name : names) {
            String id = idOf.get(name);
            if (id == null) {
                continue;
            }
            // One sender with two stable ids at one address means two articles, whatever the address says.
            boolean other = hasOwnId
                    && !name.startsWith(IdentityKeys.PUBLISHER)
                    && id.startsWith(IdentityKeys.PUBLISHER)
                    && incoming.origin().owner().equals(bearers.get(id).owner());
            if (!other) {
                return id;
            }
        }
        return null;
    }

    /** An item of a feed is what its guid says, and what its address says where its guid is new. */
    private String ofItem(Incoming item, List<String> names) {
        String byUrl = byUrl(names, idOf);
        String byGuid = idOf.get(guid(names));
        if (byGuid == null) {
            return byUrl == null || isAnother(item, bearers.get(byUrl)) ? null : byUrl;
        }
        boolean still = byGuid.equals(byUrl) || names.size() == 1 || isStill(item, bearers.get(byGuid));
        return still ? byGuid : byUrl;
    }

    /**
     * Whether an item at an address of its own is what bears its guid. Feeds number what they have from 1, or name every
     * item alike; so beside another address only a guid that is unique in the world counts, or the very same words.
     */
    private static boolean isStill(Incoming item, Bearer bearer) {
        return !bearer.addressed()
                || IdentityKeys.unique(item.article().guid())
                || bearer.hash().equals(item.article().contentHash());
    }

    /**
     * Whether an item with a guid of its own is another than the one this feed has brought from the same address: pages of
     * live news and of the day have many. A guid that is the address once more tells nothing, nor does a new one for the
     * very same words.
     */
    private boolean isAnother(Incoming item, Bearer bearer) {
        return bearer.guided()
                && bearer.owner().equals(item.origin().owner())
                && !keys.guidIsAddress(item)
                && !bearer.hash().equals(item.article().contentHash());
    }

    private static String byUrl(List<String> names, Map<String, String> idOf) {
        return names.stream()
                .filter(name -> name.startsWith(IdentityKeys.URL) && idOf.containsKey(name))
                .map(idOf::get)
                .findFirst()
                .orElse(null);
    }

    /** Null where it has none. */
    private static String guid(List<String> names) {
        return names.stream()
                .filter(name -> name.startsWith(IdentityKeys.GUID))
                .findFirst()
                .orElse(null);
    }

    /** Articles of which names alone do not tell whether they are meant. */
    private static Set<String> contested(List<List<String>> names, Map<String, String> known) {
        Set<String> found = new TreeSet<>();
        for (List<String> own : names) {
            if (!own.get(0).startsWith(IdentityKeys.PUBLISHER)) {
                String byUrl = byUrl(own, known);
                String byGuid = known.get(guid(own));
                if (byGuid != null && !byGuid.equals(byUrl)) {
                    found.add(byGuid);
                } else if (byGuid == null && byUrl != null && guid(own) != null) {
                    found.add(byUrl);
                }
            } else if (!known.containsKey(own.get(0))) {
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
