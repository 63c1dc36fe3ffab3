package io.dateline.systemtests;

import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.Locale;
import java.util.concurrent.atomic.AtomicLong;

/**
 * What a page costs somebody who has never been there.
 *
 * @param bytes   everything the page asks for, as it goes over the wire, headers included; but for the live stream, which
 *                never ends
 * @param shift   cumulative layout shift of its first second and a half
 * @param stories it shows
 */
record FirstView(long bytes, double shift, int stories) {
    private static final String LAYOUT_SHIFT = """
            () => new Promise((done) => {
              let sum = 0;
              new PerformanceObserver((seen) => seen.getEntries().forEach((shift) => { sum += shift.value; }))
                .observe({ type: "layout-shift", buffered: true });
              setTimeout(() => done(sum), 500);
            })""";

    /** @param page of a browser that has nothing cached */
    static FirstView of(Page page, String address) {
        AtomicLong bytes = new AtomicLong();
        CDPSession network = page.context().newCDPSession(page);
        network.on(
                "Network.loadingFinished",
                done -> bytes.addAndGet(done.get("encodedDataLength").getAsLong()));
        network.send("Network.enable");
        page.navigate(address);
        page.waitForTimeout(1_000);
        double shift = ((Number) page.evaluate(LAYOUT_SHIFT)).doubleValue();
        return new FirstView(bytes.get(), shift, page.locator(".headline").count());
    }

    void print(String path, int width) {
        System.out.printf(
                Locale.ROOT,
                "RESULT first_view_kb=%.1f cls=%.4f page=%s width=%d stories=%d%n",
                bytes / 1000.0,
                shift,
                path,
                width,
                stories);
    }
}
