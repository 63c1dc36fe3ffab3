package io.dateline.local.newsroom;

import java.time.Instant;

/**
 * A story that is out.
 *
 * @param number of the story, from 0
 * @param at     when it was published; never changes again
 */
record Release(int number, Instant at) {}
