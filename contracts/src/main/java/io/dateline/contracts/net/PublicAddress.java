package io.dateline.contracts.net;

import java.net.Inet4Address;
import java.net.Inet6Address;
import java.net.InetAddress;
import java.net.UnknownHostException;
import java.util.Arrays;

/** Whether an address is one that anybody on the internet may reach. What is not, no stranger may make us talk to. */
final class PublicAddress {
    private PublicAddress() {}

    static boolean is(InetAddress address) {
        if (address.isAnyLocalAddress()
                || address.isLoopbackAddress()
                || address.isLinkLocalAddress()
                || address.isSiteLocalAddress()
                || address.isMulticastAddress()) {
            return false;
        }
        byte[] bytes = address.getAddress();
        return address instanceof Inet6Address ? publicV6(bytes) : publicV4(bytes);
    }

    /** IANA special-purpose registry for IPv4. */
    private static boolean publicV4(byte[] b) {
        int first = b[0] & 0xff;
        int second = b[1] & 0xff;
        int third = b[2] & 0xff;
        return !(first == 0
                || first == 10
                || first == 127
                || first >= 224
                || first == 100 && second >= 64 && second <= 127
                || first == 169 && second == 254
                || first == 172 && second >= 16 && second <= 31
                || first == 192 && second == 168
                || first == 192 && second == 0 && (third == 0 || third == 2)
                || first == 192 && second == 88 && third == 99
                || first == 198 && (second == 18 || second == 19)
                || first == 198 && second == 51 && third == 100
                || first == 203 && second == 0 && third == 113);
    }

    /** IANA special-purpose registry for IPv6, and every form that carries an IPv4 address within. */
    private static boolean publicV6(byte[] b) {
        int first = word(b, 0);
        int second = word(b, 1);
        boolean zeros = zero(b, 0, 10);
        if (zeros && (word(b, 5) == 0xffff || word(b, 5) == 0)) {
            return zero(b, 0, 12) && zero(b, 12, 15) ? false : publicV4(Arrays.copyOfRange(b, 12, 16));
        }
        if (zero(b, 0, 8) && word(b, 4) == 0xffff && word(b, 5) == 0) {
            return publicV4(Arrays.copyOfRange(b, 12, 16));
        }
        if (first == 0x64 && second == 0xff9b) {
            return zero(b, 4, 12) && publicV4(Arrays.copyOfRange(b, 12, 16));
        }
        if (first == 0x2002) {
            return publicV4(Arrays.copyOfRange(b, 2, 6));
        }
        if (first == 0x2001 && second == 0) {
            return false;
        }
        boolean uniqueLocal = (first & 0xfe00) == 0xfc00;
        boolean link = (first & 0xff80) == 0xfe80;
        boolean documentation = first == 0x2001 && second == 0xdb8 || (first & 0xfff0) == 0x3ff0;
        boolean protocols = first == 0x2001 && second < 0x200;
        // Global unicast is 2000::/3; the rest is not routed.
        return !uniqueLocal && !link && !documentation && !protocols && (first & 0xe000) == 0x2000 && !isatap(b);
    }

    /** ISATAP hides an IPv4 address in the lower half: {@code …:0:5efe:a.b.c.d}. */
    private static boolean isatap(byte[] b) {
        return word(b, 5) == 0x5efe && (word(b, 4) & 0xfdff) == 0 && !publicV4(Arrays.copyOfRange(b, 12, 16));
    }

    private static int word(byte[] b, int index) {
        return (b[2 * index] & 0xff) << 8 | b[2 * index + 1] & 0xff;
    }

    private static boolean zero(byte[] b, int from, int to) {
        for (int i = from; i < to; i++) {
            if (b[i] != 0) {
                return false;
            }
        }
        return true;
    }

    /**
     * The address a host name spells out, or null where it is a name. Takes the forms that C libraries take (decimal,
     * octal, hexadecimal, short), so that none of them slips by as a name.
     */
    static InetAddress literal(String host) {
        try {
            if (host.startsWith("[") || host.indexOf(':') >= 0) {
                return InetAddress.getByName(host);
            }
            return host.matches("[0-9a-fA-FxX.]+") && host.matches(".*[0-9]\\.?|0[xX].*") ? inetAton(host) : null;
        } catch (UnknownHostException e) {
            return null;
        }
    }

    private static InetAddress inetAton(String host) throws UnknownHostException {
        String[] parts = (host.endsWith(".") ? host.substring(0, host.length() - 1) : host).split("\\.", -1);
        if (parts.length > 4) {
            return null;
        }
        long value = 0;
        for (int i = 0; i < parts.length; i++) {
            long part;
            try {
                part = parts[i].isEmpty() ? -1 : Long.decode(parts[i]);
            } catch (NumberFormatException e) {
                return null;
            }
            boolean last = i == parts.length - 1;
            int bits = last ? 8 * (5 - parts.length) : 8;
            if (part < 0 || part >= 1L << bits) {
                return null;
            }
            value = value << bits | part;
        }
        byte[] bytes = {(byte) (value >> 24), (byte) (value >> 16), (byte) (value >> 8), (byte) value};
        return Inet4Address.getByAddress(bytes);
    }
}
