package io.dateline.store.story;

import java.util.Optional;

/** How the building of stories fares. */
public interface StoryProgress {

    /** Changes that are stored but in no story yet, late articles aside; -1 while it is not known. */
    long behind();

    /** What is wrong, in plain words; empty while nothing is. */
    Optional<String> trouble();
}
