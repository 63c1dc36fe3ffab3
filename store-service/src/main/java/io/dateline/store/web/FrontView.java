package io.dateline.store.web;

import java.util.List;

/**
 * The front page.
 *
 * @param reported stories of the last days, those that most sources report first; never null
 * @param rising   what is told more of late than before; never null
 * @param newest   the newest articles; never null
 * @param older    address of what follows them, or null
 * @param seq      number of the last change before they were read
 */
public record FrontView(
        List<ThreadView.Line> reported, List<Rising> rising, List<StoryView> newest, String older, long seq) {

    /** @param title how often it was told, in words; never null */
    public record Rising(String label, String href, String title) {}
}
