package io.dateline.enrich.dateline;

import java.util.Locale;
import java.util.Set;

/** News agencies, by the names their datelines print. */
final class Agencies {
    private static final Set<String> NAMES =
            Set.of(("AP|AFP|REUTERS|DPA|EFE|ANSA|TASS|ITAR-TASS|XINHUA|UPI|YONHAP|KYODO|JIJI|PTI|ANI|IANS|UNI|WAM|"
                            + "IRNA|ISNA|SPA|KUNA|QNA|BNA|PETRA|MENA|WAFA|SANA|APA|AZERTAC|AZƏRTAC|АЗЕРТАДЖ|TREND|TURAN|REPORT|"
                            + "INTERFAX|RIA|RIA NOVOSTI|UKRINFORM|BELTA|KAZINFORM|ANADOLU|AA|DHA|BTA|MTI|CTK|PAP|TANJUG|HINA|"
                            + "AGERPRES|LUSA|BELGA|ANP|APA-OTS|ATS|NTB|TT|RITZAU|STT|CP|THE CANADIAN PRESS|AAP|BERNAMA|ANTARA|"
                            + "VNA|TNA|KPL|NAN|SAPA|BLOOMBERG|GLOBE NEWSWIRE|PRNEWSWIRE|BUSINESS WIRE|CNN|CNS|BBC|NOTIMEX|"
                            + "TELAM|PRENSA LATINA|MEHR|TASNIM|NINA|MAP|APS|TAP|ANGOP|GNA|PNA|CNA|ТАСС|ИТАР-ТАСС|РИА НОВОСТИ|"
                            + "ИНТЕРФАКС|ИНТЕРФАКС-УКРАИНА|ІНТЕРФАКС-УКРАЇНА|INTERFAX.RU|УКРИНФОРМ|УКРІНФОРМ|УНИАН|УНІАН|UNIAN|"
                            + "БЕЛТА|КАЗИНФОРМ|ТРЕНД|ТУРАН|АПА|REPORT.AZ|PAN ARMENIAN|ARMENPRESS|ARKA|INTERPRESSNEWS|"
                            + "THOMSON REUTERS FOUNDATION|PRESS ASSOCIATION|PA|STATES NEWS SERVICE|MEDIA OUTREACH|ACN NEWSWIRE|"
                            + "KCNA|APP|UNB|BSS|IINA|UNA|SUNA|STR|XINHUANET|YONHAP NEWS AGENCY|ANADOLU AGENCY|ANKA|IHA|İHA|"
                            + "KYIV INDEPENDENT|شينخوا|واس|وام|كونا|قنا|بنا|بترا|سانا|وفا|واع|أ ش أ|رويترز|أذرتاج|الأناضول|"
                            + "ایرنا|ایسنا|مهر|تسنیم|فارس|ایلنا|新华社|中新社|中新网|中央社|人民网")
                    .split("\\|"));

    private Agencies() {}

    /** Whether the name is an agency's, in any case. */
    static boolean isKnown(String name) {
        return NAMES.contains(name.toUpperCase(Locale.ROOT));
    }

    /** The agency of "Trend A. Akbarov", where a byline goes on from it; else the name as it stands. */
    static String without(String name) {
        for (int blank = name.indexOf(' '); blank > 0; blank = name.indexOf(' ', blank + 1)) {
            if (isKnown(name.substring(0, blank)) && !isKnown(name)) {
                return name.substring(0, blank);
            }
        }
        return name;
    }
}
