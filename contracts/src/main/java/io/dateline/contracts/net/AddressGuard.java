package io.dateline.contracts.net;

import java.net.InetAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.util.Locale;
import java.util.Set;

/**
 * Says which addresses may be talked to. The form of a URL is checked before; every address its host resolves to is
 * checked when the connection is made, and the connection goes to the very address that was checked.
 */
public final class AddressGuard {
    /** Characters of a domain name (RFC 1035, section 2.3.4). */
    private static final int LONGEST_HOST = 253;

    private final Set<String> allowed;
    private final boolean anywhere;

    /** @param allowed exact {@code host:port} pairs that may be fetched wherever they are */
    public AddressGuard(Set<String> allowed) {
        this(allowed, false);
    }

    private AddressGuard(Set<String> allowed, boolean anywhere) {
        this.allowed = allowed;
        this.anywhere = anywhere;
    }

    /** Looks at the form of a URL alone: for whoever wants to reach our own network. */
    public static AddressGuard anywhere() {
        return new AddressGuard(Set.of(), true);
    }

    /** Thrown where an address may not be fetched. The message may be shown. */
    public static final class Refused extends UnknownHostException {
        public Refused(String message) {
            super(message);
        }
    }

    /**
     * The parsed form of a URL that may be tried.
     *
     * @throws Refused where its form, or the address it spells out, says no
     */
    public URI check(String url) throws Refused {
        URI uri;
        try {
            uri = WebAddress.parse(url.strip());
        } catch (IllegalArgumentException e) {
            throw new Refused("This is not an address.");
        }
        String scheme = uri.getScheme() == null ? "" : uri.getScheme().toLowerCase(Locale.ROOT);
        if (!scheme.equals("http") && !scheme.equals("https")) {
            throw new Refused("Only http and https addresses are fetched.");
        }
        if (uri.getRawUserInfo() != null
                || uri.getRawAuthority() != null && uri.getRawAuthority().contains("@")) {
            throw new Refused("Addresses with a user name are not fetched.");
        }
        String host = WebAddress.host(uri);
        if (host == null || host.isBlank()) {
            throw new Refused("The address has no host.");
        }
        if (host.length() > LONGEST_HOST) {
            throw new Refused("The address has a longer host than there can be.");
        }
        InetAddress spelled = PublicAddress.literal(host);
        if (spelled == null && host.startsWith("[")) {
            // With a zone, for instance: it would mean one of our own network interfaces.
            throw new Refused("This is not an address.");
        }
        if (spelled != null && !PublicAddress.is(spelled) && !allows(uri)) {
            throw new Refused("The address is not on the public internet.");
        }
        return uri;
    }

    /** Whether it may be fetched wherever it is: the exact host and port are on the allow-list. */
    public boolean allows(URI uri) {
        return anywhere || allowed.contains(authority(uri));
    }

    /** Of an address that was checked: host, and port where it is not the usual one of http or https: one place to be polite to. */
    public static String host(URI uri) {
        String authority = authority(uri);
        boolean usual = authority.endsWith(":80") || authority.endsWith(":443");
        return usual ? authority.substring(0, authority.lastIndexOf(':')) : authority;
    }

    /** Host and port, the port always named: what the allow-list holds. */
    static String authority(URI uri) {
        int named = WebAddress.port(uri);
        int port = named >= 0 ? named : "https".equalsIgnoreCase(uri.getScheme()) ? 443 : 80;
        return WebAddress.host(uri).toLowerCase(Locale.ROOT) + ":" + port;
    }

    /** @throws Refused where any of a name's addresses is not public: mixed answers are how rebinding begins */
    static InetAddress[] vetted(String host, InetAddress[] addresses) throws Refused {
        for (InetAddress address : addresses) {
            if (!PublicAddress.is(address)) {
                throw new Refused("The address is not on the public internet.");
            }
        }
        return addresses;
    }
}
