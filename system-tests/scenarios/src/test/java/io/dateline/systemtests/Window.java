package io.dateline.systemtests;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.ArrayList;
import java.util.List;

/**
 * A window of a browser that has nothing cached.
 *
 * @param complaints what a page did and should not: script errors, refusals by the policy, calls abroad
 */
record Window(BrowserContext context, Page page, List<String> complaints) {
    /** @param home what every address asked for begins with */
    static Window open(Browser browser, String home, int width, ColorScheme scheme) {
        BrowserContext context = browser.newContext(
                new Browser.NewContextOptions().setViewportSize(width, 900).setColorScheme(scheme));
        Page page = context.newPage();
        List<String> complaints = new ArrayList<>();
        page.onConsoleMessage(message -> {
            if ("error".equals(message.type())) {
                complaints.add(message.text());
            }
        });
        page.onPageError(complaints::add);
        page.onRequest(request -> {
            if (!request.url().startsWith(home)) {
                complaints.add("asked for " + request.url());
            }
        });
        return new Window(context, page, complaints);
    }

    /** Pixels by which the page is wider than the window. */
    int sideways() {
        return (Integer) page.evaluate("document.documentElement.scrollWidth - window.innerWidth");
    }

    void close() {
        context.close();
    }
}
