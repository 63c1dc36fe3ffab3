package io.dateline.ingest.websub;

import io.dateline.ingest.host.Turn;

/** A subscription that must be asked for, or renewed, while its hub's turn lasts. */
public record LeasedHub(Turn turn, String id, String hub, String topic, String secret, int tries) {}
