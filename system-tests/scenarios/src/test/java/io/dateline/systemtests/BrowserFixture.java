package io.dateline.systemtests;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.assertions.PlaywrightAssertions;
import com.microsoft.playwright.options.ColorScheme;
import io.dateline.systemtests.system.Http;
import io.dateline.systemtests.system.Service;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeAll;

/** A system with a seed story, and a browser to look at its pages with. */
abstract class BrowserFixture {
    static final Http HTTP = new Http();
    private static final List<Path> CHROMIUMS = Stream.of(
                    Objects.requireNonNullElse(System.getenv("DATELINE_CHROMIUM"), "/usr/bin/chromium"),
                    "/usr/bin/chromium-browser",
                    "/usr/bin/google-chrome")
            .map(Path::of)
            .toList();
    private static final Path SHOTS = Path.of("target/screenshots");

    static Target target;
    private static Playwright playwright;
    private static Browser browser;

    Window window;

    @BeforeAll
    static void startSystemAndBrowser() throws Exception {
        Path chromium =
                CHROMIUMS.stream().filter(Files::isExecutable).findFirst().orElse(null);
        Assumptions.assumeTrue(chromium != null, "no Chromium is installed: the browser tests are skipped");
        // What is waited for goes through the whole system, on a machine that others may be using.
        PlaywrightAssertions.setDefaultAssertionTimeout(30_000);
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser = playwright
                .chromium()
                .launch(new BrowserType.LaunchOptions()
                        .setExecutablePath(chromium)
                        .setArgs(List.of(
                                "--no-sandbox", "--disable-gpu", "--disable-background-networking", "--disable-quic")));
        Files.createDirectories(SHOTS);
        target = Target.choose(Map.of());
        target.dropWireFile(SeedStory.FILE, SeedStory.bytes());
        await().atMost(Duration.ofSeconds(60))
                .until(() -> HTTP.get(store("/search?q=Gafarova")).body().contains("<mark>Gafarova</mark>"));
    }

    @AfterAll
    static void stopSystemAndBrowser() {
        if (browser != null) {
            browser.close();
            playwright.close();
        }
        if (target != null) {
            target.close();
        }
    }

    @AfterEach
    void closeWindow() {
        if (window != null) {
            window.close();
        }
    }

    /** A new window that takes down whatever a page should not do. */
    Page open(int width, ColorScheme scheme) {
        window = Window.open(browser, store("/"), width, scheme);
        return window.page();
    }

    void fits(Page page) {
        assertThat(page.locator("h1")).hasCount(1);
        assertThat(window.sideways()).as("pixels of sideways scrolling").isLessThanOrEqualTo(0);
        assertThat(window.complaints()).isEmpty();
    }

    /** The browser tells of an answer of 422 as of an error, though it is a page. */
    void refusedAndFits(Page page) {
        assertThat(window.complaints()).singleElement().asString().contains("422");
        window.complaints().clear();
        fits(page);
    }

    static void shoot(Page page, String name, int width, ColorScheme scheme) {
        page.screenshot(new Page.ScreenshotOptions()
                .setPath(SHOTS.resolve(name + "-" + width + "-" + scheme + ".png"))
                .setFullPage(true));
    }

    static String store(String path) {
        return target.url(Service.STORE) + path;
    }
}
