package io.dateline.ingest.poll;

import java.time.Duration;

/**
 * What is written when a poll is over.
 *
 * @param state        ok, failing or silent
 * @param reason       stable code, null while ok
 * @param detail       a sentence, or null
 * @param etag         to be kept, or null
 * @param lastModified to be kept, or null
 * @param failures     in a row
 * @param polled       whether the host was asked at all
 * @param broughtNews  whether something new came
 * @param usualGap     seconds, or null
 * @param next         until the next poll
 * @param hostPause    until the host may be asked again
 * @param movedTo      the feed's new address, or null
 */
record PollOutcome(
        String state,
        String reason,
        String detail,
        String etag,
        String lastModified,
        int failures,
        boolean polled,
        boolean broughtNews,
        Double usualGap,
        Duration next,
        Duration hostPause,
        String movedTo) {}
