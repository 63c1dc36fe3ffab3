package io.dateline.local.rewind;

import java.util.List;

/** What became of a wish to read again. */
public sealed interface Rewound {
    /**
     * The groups will read again from there on.
     *
     * @param partitions all that a group had committed, by group, topic and number
     */
    record Done(List<Partition> partitions) implements Rewound {
        /** Records that will be read again. */
        public long records() {
            return partitions.stream().mapToLong(one -> one.from() - one.to()).sum();
        }

        /** Those whose first record kept is the first to be read: what was there before is gone from Kafka. */
        public List<Partition> cut() {
            return partitions.stream().filter(Partition::cut).toList();
        }
    }

    /**
     * One of the groups still has members; nothing was changed.
     *
     * @param group   whose
     * @param members how many
     */
    record InUse(String group, int members) implements Rewound {}

    /** No group of the service has ever committed an offset. */
    record Nothing() implements Rewound {}

    /**
     * Where one partition is read on from.
     *
     * @param from offset that was to be read next, before
     * @param to   offset that will be read next, never above {@code from}
     * @param cut  whether no record from before the time is kept: older ones were deleted, and perhaps wanted
     */
    record Partition(String group, String topic, int partition, long from, long to, boolean cut) {}
}
