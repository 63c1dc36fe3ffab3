package io.dateline.contracts.net;

import java.net.IDN;
import java.net.URI;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Addresses whose hosts {@link URI} does not know: names in other scripts, and names with an underscore. */
public final class WebAddress {
    private static final Pattern PARTS = Pattern.compile("(?s)(\\s*[A-Za-z][A-Za-z0-9+.-]*://)([^/?#]*)(.*)");
    /** A host in any letters, and a port. */
    private static final Pattern AUTHORITY = Pattern.compile("([^@:\\[\\]]+)(:\\d*)?");

    private static final Pattern NAME = Pattern.compile("[A-Za-z0-9._-]+");
    /** The last label is never a number, so that no address of ours is taken for a name. */
    private static final Pattern LOOSE =
            Pattern.compile("((?:[A-Za-z0-9_-]{1,63}\\.)*[A-Za-z][A-Za-z0-9_-]{0,62}\\.?)(?::(\\d{1,5}))?");

    /** Characters of a host and port; matching a pattern of labels costs stack. */
    private static final int LONGEST = 260;

    private WebAddress() {}

    /**
     * Like {@link URI#create}, the host in ASCII as names are looked up (IDNA).
     *
     * @throws IllegalArgumentException where it is no address; also where its host would turn into more than a name
     */
    public static URI parse(String url) {
        Matcher parts = PARTS.matcher(url);
        if (!parts.matches() || ascii(parts.group(2))) {
            return URI.create(url);
        }
        Matcher authority = AUTHORITY.matcher(parts.group(2));
        if (!authority.matches()) {
            throw new IllegalArgumentException("The host is no name.");
        }
        String host = IDN.toASCII(authority.group(1), IDN.ALLOW_UNASSIGNED);
        // Some letters stand for several, a slash or a colon among them: they would move the end of the host.
        if (!NAME.matcher(host).matches()) {
            throw new IllegalArgumentException("The host is no name.");
        }
        String port = authority.group(2) == null ? "" : authority.group(2);
        return URI.create(parts.group(1) + host + port + parts.group(3));
    }

    private static boolean ascii(String text) {
        return text.chars().allMatch(c -> c < 0x80);
    }

    /** Null where there is none. */
    public static String host(URI uri) {
        if (uri.getHost() != null) {
            return uri.getHost();
        }
        Matcher loose = loose(uri);
        return loose.matches() ? loose.group(1) : null;
    }

    /** -1 where none is named. */
    public static int port(URI uri) {
        Matcher loose = loose(uri);
        boolean named = uri.getHost() == null && loose.matches() && loose.group(2) != null;
        return named ? Integer.parseInt(loose.group(2)) : uri.getPort();
    }

    /**
     * One form for all the ways to write a web address: scheme and host in small letters, no usual port, a path, no fragment.
     * None of these leads elsewhere.
     */
    public static String plain(URI uri) {
        String path = uri.getRawPath();
        String query = uri.getRawQuery();
        String scheme = uri.getScheme().toLowerCase(Locale.ROOT);
        int port = port(uri);
        boolean usual = port < 0 || port == (scheme.equals("https") ? 443 : 80);
        return scheme + "://" + host(uri).toLowerCase(Locale.ROOT) + (usual ? "" : ":" + port)
                + (path == null || path.isEmpty() ? "/" : path) + (query == null ? "" : "?" + query);
    }

    private static Matcher loose(URI uri) {
        String authority = uri.getRawAuthority();
        return LOOSE.matcher(authority == null || authority.length() > LONGEST ? "" : authority);
    }
}
