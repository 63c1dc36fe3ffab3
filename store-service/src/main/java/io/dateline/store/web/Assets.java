package io.dateline.store.web;

import io.dateline.contracts.Sha256;
import io.quarkus.qute.TemplateExtension;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.HexFormat;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Addresses of stylesheets and scripts that carry a hash of their content, so that browsers may keep them for long and
 * still never show a page with the assets of another version. In templates: {@code {asset:url('dateline.css')}}.
 */
@TemplateExtension(namespace = "asset")
public final class Assets {
    private static final Map<String, String> URLS = new ConcurrentHashMap<>();
    private static final String HTMX = "webjars/htmx.org/2.0.7/dist/htmx.min.js";

    private Assets() {}

    /** The address of a file under {@code assets/}; throws where there is none. */
    public static String url(String file) {
        return URLS.computeIfAbsent("assets/" + file, Assets::hashed);
    }

    /** The address of the htmx script. */
    public static String htmx() {
        return URLS.computeIfAbsent(HTMX, Assets::hashed);
    }

    private static String hashed(String path) {
        ClassLoader loader = Thread.currentThread().getContextClassLoader();
        try (InputStream in = loader.getResourceAsStream("META-INF/resources/" + path)) {
            if (in == null) {
                throw new IllegalStateException("no such asset: " + path);
            }
            return "/" + path + "?v=" + HexFormat.of().formatHex(Sha256.of(in.readAllBytes()), 0, 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
