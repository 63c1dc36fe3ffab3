package io.dateline.ingest.extract;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jsoup.nodes.Document;
import org.jsoup.nodes.Element;

/** When it was published, as written: the first of the usual places that holds a date. */
final class PageDates {
    private static final Pattern ISO = Pattern.compile("[12]\\d{3}-\\d{2}-\\d{2}.{0,30}");
    private static final Pattern RFC_822 =
            Pattern.compile("(?:[A-Za-z]{3,9},? +)?\\d{1,2} +[A-Za-z]{3,9} +[12]\\d{3}.{0,25}");
    private static final Pattern COMPACT = Pattern.compile("([12]\\d{3})[/.]?(\\d{2})[/.]?(\\d{2})(?:\\D.{0,30})?");
    private static final Pattern AMERICAN =
            Pattern.compile("(?:[A-Za-z]{3,9},? +)?([A-Za-z]{3,9})\\.? +(\\d{1,2}),? +([12]\\d{3})\\b.{0,40}");
    private static final Pattern IN_ADDRESS = Pattern.compile("/([12]\\d{3})[/-](\\d{2})[/-](\\d{2})(?:[/-]|$)");
    private static final int TIMES = 50;

    private PageDates() {}

    /** Null where there is none. */
    static String published(Document page, MetaTags meta, StructuredData data, String url) {
        List<String> places = new ArrayList<>();
        places.add(data.published());
        places.add(meta.first(
                "article:published_time", "og:published_time", "article:published", "og:article:published_time"));
        places.add(meta.first(
                "datepublished",
                "date",
                "pubdate",
                "publishdate",
                "publish-date",
                "publish_date",
                "publication_date",
                "parsely-pub-date",
                "sailthru.date"));
        places.add(meta.first(
                "dc.date.issued",
                "dcterms.created",
                "dcterms.date",
                "dc.date",
                "dc.date.created",
                "article_date_original",
                "ptime",
                "originalpublicationdate"));
        for (Element time : page
                .select(
                        "time[pubdate],time[itemprop=datePublished],[itemprop=datePublished],article time[datetime],time[datetime],abbr.published[title]")
                .stream()
                .limit(TIMES)
                .toList()) {
            places.add(
                    time.hasAttr("datetime")
                            ? time.attr("datetime")
                            : time.hasAttr("title") ? time.attr("title") : time.text());
        }
        Matcher address = IN_ADDRESS.matcher(url == null ? "" : url);
        places.add(address.find() ? address.group(1) + "-" + address.group(2) + "-" + address.group(3) : null);
        return places.stream()
                .map(PageDates::readable)
                .filter(date -> date != null)
                .findFirst()
                .orElse(null);
    }

    /** Null where there is none. */
    static String updated(MetaTags meta, StructuredData data) {
        String said = data.modified() != null
                ? data.modified()
                : meta.first(
                        "article:modified_time",
                        "og:updated_time",
                        "datemodified",
                        "last-modified",
                        "dcterms.modified");
        return readable(said);
    }

    /** In a form that every reader of dates knows; null where it is no date. */
    static String readable(String written) {
        String text = written == null ? "" : written.strip();
        if (ISO.matcher(text).matches() || RFC_822.matcher(text).matches()) {
            return text;
        }
        Matcher compact = COMPACT.matcher(text);
        if (compact.matches()) {
            return compact.group(1) + "-" + compact.group(2) + "-" + compact.group(3);
        }
        Matcher american = AMERICAN.matcher(text);
        return american.matches()
                ? american.group(2) + " " + american.group(1).substring(0, 3).toLowerCase(Locale.ROOT) + " "
                        + american.group(3)
                : null;
    }
}
