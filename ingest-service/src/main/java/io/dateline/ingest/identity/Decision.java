package io.dateline.ingest.identity;

/** What an incoming article is to what is known of it. */
public sealed interface Decision {
    /**
     * To be published under this number.
     *
     * @param reserved whether the number stood for this content before: an earlier try was cut off, or is under way
     */
    record Publish(int revision, boolean reserved) implements Decision {}

    /** The owner sent again what is published already. */
    record Unchanged(int revision) implements Decision {}

    /** Somebody else carries what the owner published. */
    record Sighting(int revision) implements Decision {}

    /**
     * Somebody else carries what another is publishing at this moment. Nothing may be promised before that is safe: judged
     * again a little later it is a sighting, or to be published after all.
     */
    record Pending(int revision) implements Decision {}

    /** The owner sent a version older than the head, or one that was published before it: the head stays. */
    record Late(int revision) implements Decision {}

    /**
     * It breaks a rule of articles, so nobody could read it; nothing is known of it.
     *
     * @param why a sentence; never the article's text
     */
    record Refused(String why) implements Decision {
        @Override
        public int revision() {
            return 0;
        }
    }

    /** Of the article's that is meant; 0 where it was refused. */
    int revision();
}
