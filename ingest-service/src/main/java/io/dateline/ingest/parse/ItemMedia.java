package io.dateline.ingest.parse;

import io.dateline.contracts.article.ArticleLimits;
import io.dateline.contracts.article.Media;
import java.util.List;

/** What is attached to an item: enclosures, Media RSS, the image of iTunes and of RSS 1.0's kind. */
final class ItemMedia {
    private final List<Media> found;

    ItemMedia(List<Media> found) {
        this.found = found;
    }

    void of(XmlElement item, String document) {
        for (XmlElement enclosure : item.all("enclosure", "media:content")) {
            add(enclosure, document, item);
        }
        for (XmlElement link : item.all("atom:link", "link")) {
            if ("enclosure".equals(link.attribute("rel"))) {
                put(address(link, document), link.attribute("type"), link.attribute("title"));
            }
        }
        for (XmlElement group : item.all("media:group")) {
            for (XmlElement one : group.all("media:content")) {
                add(one, document, group);
            }
            group.all("media:thumbnail").forEach(one -> picture(one, document, "url"));
        }
        item.all("media:thumbnail").forEach(one -> picture(one, document, "url"));
        item.all("itunes:image", "itunes:link").forEach(one -> picture(one, document, "href"));
        for (XmlElement image : item.all("image")) {
            put(Links.absolute(BaseUrl.of(image, document), image.text("url")), null, image.text("title"));
        }
    }

    private void add(XmlElement one, String document, XmlElement around) {
        String url = Links.absolute(BaseUrl.of(one, document), one.attribute("url"));
        String caption = one.text("media:description", "media:title", "media:text");
        if (caption == null && one.name.equals("media:content") && around.name.equals("media:group")) {
            caption = around.text("media:description", "media:title");
        }
        String credit = one.text("media:credit");
        credit = credit == null && one.name.equals("media:content") ? around.text("media:credit") : credit;
        put(url, type(one), credit == null ? caption : caption == null ? credit : caption + " (" + credit + ")");
        one.all("media:thumbnail").forEach(thumbnail -> picture(thumbnail, document, "url"));
    }

    /** Media RSS may say no more than image, audio or video. */
    private static String type(XmlElement one) {
        String type = one.attribute("type");
        return type == null ? one.attribute("medium") : type;
    }

    /** A picture that only repeats another one, smaller, is left out. */
    private void picture(XmlElement one, String document, String attribute) {
        boolean link = one.name.equals("itunes:link") && !"image".equals(one.attribute("rel"));
        if (!link && found.stream().noneMatch(ItemMedia::image)) {
            put(Links.absolute(BaseUrl.of(one, document), one.attribute(attribute)), null, null);
        }
    }

    private static boolean image(Media media) {
        return media.mediaType() != null && media.mediaType().startsWith("image");
    }

    private void put(String url, String type, String caption) {
        boolean wanted = url != null && found.size() < ArticleLimits.LIST;
        if (wanted && found.stream().noneMatch(one -> one.url().equals(url))) {
            Markup text = Markup.guess(caption);
            found.add(new Media(url, type, text == null ? null : text.line()));
        }
    }

    /** Where a link leads: some write the address between the tags. */
    static String address(XmlElement link, String document) {
        String href = link.attribute("href");
        String text = href == null || href.isBlank() ? link.text() : href;
        return Links.absolute(BaseUrl.of(link, document), text);
    }
}
