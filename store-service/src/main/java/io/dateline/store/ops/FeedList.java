package io.dateline.store.ops;

import io.dateline.contracts.status.FeedStatus;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The feeds as ingest tells of them; it need not be up. */
public interface FeedList {

    /** The feed with this id, if there is one. */
    Optional<FeedStatus> feed(String id);

    /** The feed of this address, to the letter, if there is one. */
    Optional<FeedStatus> at(String url);

    /**
     * @param states those asked for; none for all
     * @param text   what name or address must hold, in upper or lower case; empty for all
     * @param most   how many at most
     * @return those in trouble first, of one state those that are longest in it; never null
     */
    List<FeedStatus> feeds(Set<FeedStatus.State> states, String text, int most);
}
