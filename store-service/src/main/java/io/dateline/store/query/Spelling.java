package io.dateline.store.query;

import io.dateline.contracts.Sha256;
import io.dateline.contracts.net.CanonicalUrl;
import java.net.IDN;
import java.text.Normalizer;
import java.util.Arrays;
import java.util.Base64;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How what publishers write is spelt in tags, so that those who store and those who ask mean the same. */
public final class Spelling {
    private static final Pattern WHITE = Pattern.compile("[\\s\\u00a0]+");
    /** Accents of Latin, Greek and Cyrillic; in other scripts marks are vowels, or other letters. */
    private static final Pattern MARKS = Pattern.compile("[\\u0300-\\u036f]+");

    private static final Pattern ASCII = Pattern.compile("\\p{ASCII}*");
    private static final Pattern HOST = Pattern.compile("(?i)^https?://([^/?#:@]+)(?::\\d*)?(?:[/?#].*)?$");
    /** Two labels or more, the last with a letter: no address of numbers. */
    private static final Pattern DOMAIN = Pattern.compile("(?:[a-z0-9_-]+\\.)+[a-z0-9-]*[a-z][a-z0-9-]*");

    private static final int LONGEST_DOMAIN = 253;
    private static final int ADDRESS_BYTES = 16;

    private static final CanonicalUrl ADDRESSES = new CanonicalUrl();

    private Spelling() {}

    /** Without capitals, accents and white space more than one space; letters of their own (ø, ł) become what they resemble. */
    public static String folded(String text) {
        if (ASCII.matcher(text).matches()) {
            return plain(text);
        }
        String bare =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return ownLetters(plain(Normalizer.normalize(bare, Normalizer.Form.NFC)));
    }

    private static String plain(String text) {
        return WHITE.matcher(text.toLowerCase(Locale.ROOT)).replaceAll(" ").strip();
    }

    /** What Unicode does not take apart. */
    private static String ownLetters(String small) {
        StringBuilder letters = new StringBuilder(small.length());
        small.chars().forEach(letter -> {
            switch (letter) {
                case 'ø' -> letters.append('o');
                case 'ł' -> letters.append('l');
                case 'đ', 'ð' -> letters.append('d');
                case 'ı' -> letters.append('i');
                case 'ß' -> letters.append("ss");
                case 'æ' -> letters.append("ae");
                case 'œ' -> letters.append("oe");
                default -> letters.append((char) letter);
            }
        });
        return letters.toString();
    }

    /** A domain in ASCII and without {@code www.}; null where it is none. */
    static String domain(String text) {
        String ascii;
        try {
            ascii = IDN.toASCII(text.strip(), IDN.ALLOW_UNASSIGNED).toLowerCase(Locale.ROOT);
        } catch (IllegalArgumentException e) {
            return null;
        }
        String plain = ascii.endsWith(".") ? ascii.substring(0, ascii.length() - 1) : ascii;
        String domain = plain.startsWith("www.") ? plain.substring("www.".length()) : plain;
        return domain.length() <= LONGEST_DOMAIN && DOMAIN.matcher(domain).matches() ? domain : null;
    }

    /** Of the site that an address is on, as {@link #domain(String)}; null where it has none. */
    public static String domainOf(String address) {
        Matcher matcher = HOST.matcher(address);
        return matcher.matches() ? domain(matcher.group(1)) : null;
    }

    /** 128 bits that stand for the page of an address, however it is written; null where it is no address. */
    static String page(String address) {
        String canonical = ADDRESSES.of(address);
        if (canonical == null || !HOST.matcher(canonical).matches()) {
            return null;
        }
        // A word alone would be taken for a host; people paste addresses as browsers show them, without http.
        return address.contains("://") || domainOf(canonical) != null ? pageOf(canonical) : null;
    }

    /** The same of one that is canonical already, as those of articles are. */
    public static String pageOf(String canonical) {
        byte[] hash = Sha256.of(CanonicalUrl.identityOf(canonical));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(Arrays.copyOf(hash, ADDRESS_BYTES));
    }
}
