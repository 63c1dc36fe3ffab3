package io.dateline.store.ops;

import java.util.List;

/** The state of the whole system as its topics and the database tell it; no other service needs to be up. */
public interface OpsBoard {

    /** The newest figures; cheap, at most a few seconds old. What could not be read is told in the snapshot. */
    OpsSnapshot snapshot();

    /** The last hour, oldest minute first, as far as this instance saw it; never null. */
    List<OpsMinute> lastHour();
}
