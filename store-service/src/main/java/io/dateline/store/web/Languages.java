package io.dateline.store.web;

import java.util.Locale;
import java.util.Set;

/** What a page needs to know about a language: its name, a tag a browser understands, and its direction. */
final class Languages {
    private static final Set<String> RIGHT_TO_LEFT =
            Set.of("ar", "arc", "ckb", "dv", "fa", "he", "iw", "ks", "ps", "sd", "ug", "ur", "yi");

    /** Name of what nobody could tell. */
    static final String UNKNOWN = "Unknown";

    private Languages() {}

    /** A BCP 47 tag for {@code lang}; {@code und} where the language is not known or the code is not a tag. */
    static String tag(String code) {
        String tag = code == null ? "" : Locale.forLanguageTag(code).toLanguageTag();
        return tag.isEmpty() ? "und" : tag;
    }

    /** {@code rtl}, {@code ltr}, or {@code auto} where the language is not known. */
    static String direction(String code) {
        String language = Locale.forLanguageTag(tag(code)).getLanguage();
        if (language.isEmpty() || "und".equals(language)) {
            return "auto";
        }
        return RIGHT_TO_LEFT.contains(language) ? "rtl" : "ltr";
    }

    /** English name; the code itself where there is none. */
    static String name(String code) {
        if (code == null || code.isBlank() || "und".equals(code)) {
            return UNKNOWN;
        }
        String name = Locale.forLanguageTag(tag(code)).getDisplayLanguage(Locale.ENGLISH);
        return name.isBlank() ? code : name;
    }
}
