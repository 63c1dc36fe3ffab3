package io.dateline.store.web;

import java.util.List;

/**
 * A page of stories.
 *
 * @param stories never null
 * @param largest whether those with most articles come first
 * @param other   address of the same in the other order
 * @param older   address of what follows, or null
 */
public record StoriesView(List<ThreadView.Line> stories, boolean largest, String other, String older) {}
