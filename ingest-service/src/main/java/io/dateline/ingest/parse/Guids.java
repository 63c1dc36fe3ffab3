package io.dateline.ingest.parse;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What items of feeds call themselves. */
final class Guids {
    private Guids() {}

    /** One that items with different links share does not tell which article is meant, and so is none. */
    static void judge(List<ArticleDraft> drafts) {
        Map<String, String> links = new HashMap<>();
        Set<String> shared = new HashSet<>();
        for (ArticleDraft draft : drafts) {
            if (draft.guid != null) {
                String link = Links.key(draft.url);
                String other = links.putIfAbsent(draft.guid, link);
                if (other != null && !other.equals(link)) {
                    shared.add(draft.guid);
                }
            }
        }
        for (ArticleDraft draft : drafts) {
            draft.guid = shared.contains(draft.guid) ? null : draft.guid;
        }
    }
}
