package io.dateline.contracts.net;

import crawlercommons.filters.basic.BasicURLNormalizer;
import java.util.List;
import java.util.regex.Pattern;

/** One form for the many addresses of the same page: normalised, without what only tracks its readers. */
public final class CanonicalUrl {
    private static final List<String> TRACKING = List.of(
            "utm_source",
            "utm_medium",
            "utm_campaign",
            "utm_term",
            "utm_content",
            "utm_id",
            "utm_name",
            "utm_reader",
            "utm_brand",
            "utm_social",
            "utm_social-type",
            "utm_cid",
            "utm_pubreferrer",
            "utm_swu",
            "utm_viz_id",
            "fbclid",
            "gclid",
            "gclsrc",
            "dclid",
            "gbraid",
            "wbraid",
            "msclkid",
            "yclid",
            "igshid",
            "twclid",
            "ttclid",
            "mc_cid",
            "mc_eid",
            "_hsenc",
            "_hsmi",
            "vero_id",
            "mkt_tok",
            "oly_anon_id",
            "oly_enc_id",
            "s_cid",
            "at_medium",
            "at_campaign",
            "at_custom1",
            "at_custom2",
            "at_custom3",
            "at_custom4",
            "at_link_id",
            "at_link_origin",
            "at_link_type",
            "at_format",
            "at_ptr_name",
            "at_bbc_team",
            "ns_mchannel",
            "ns_source",
            "ns_campaign",
            "ns_linkname",
            "ns_fee",
            "cmpid",
            "ocid",
            "smid",
            "sr_share",
            "__twitter_impression",
            "ftag",
            "guccounter",
            "ncid",
            "xtor",
            "wt_mc",
            "wt_zmc");
    private static final Pattern SCHEME = Pattern.compile("^https?:", Pattern.CASE_INSENSITIVE);

    private final BasicURLNormalizer normalizer =
            BasicURLNormalizer.newBuilder().queryParamsToRemove(TRACKING).build();

    /** Null where it is no address. */
    public String of(String url) {
        String normal = url == null ? null : normalizer.filter(url);
        if (normal == null || normal.isBlank()) {
            return null;
        }
        int fragment = normal.indexOf('#');
        return fragment < 0 ? normal : normal.substring(0, fragment);
    }

    /** For telling whether two addresses are one page: also the same over http and https. Null where it is no address. */
    public String identity(String url) {
        String canonical = of(url);
        return canonical == null ? null : identityOf(canonical);
    }

    /** The same of one that is canonical already, as those of articles are. */
    public static String identityOf(String canonical) {
        return SCHEME.matcher(canonical).replaceFirst("");
    }
}
