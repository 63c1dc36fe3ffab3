package io.dateline.contracts.enriched;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.List;

/**
 * Somebody or something an article names; one entity however often and however shortly it is named.
 *
 * @param id       {@code geonames:587084}, {@code wikidata:Q183}, or {@code per:}/{@code org:}/… with the normalised name
 * @param type     never null
 * @param name     canonical name; never null
 * @param salience 0 to 1, three decimals: how much the article is about it
 * @param roles    as the text gives them ("Speaker of the Milli Majlis"); never null
 * @param links    never null
 * @param geo      where it is a place with coordinates, or null
 * @param linkReason why this sense was chosen where a gazetteer knows the name ({@code only-sense}, {@code named-beside: Texas},
 *                   {@code country-in-text: FR}, {@code largest} …), or null where nothing is linked
 * @param mentions at least one
 * @param by       the tagger or gazetteer and its version; never null
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record Entity(
        String id,
        Type type,
        String name,
        @JsonInclude(JsonInclude.Include.ALWAYS) double salience,
        List<Role> roles,
        Links links,
        PlaceLink geo,
        String linkReason,
        List<Span> mentions,
        String by) {

    public Entity {
        roles = roles == null ? List.of() : List.copyOf(roles);
        links = links == null ? Links.NONE : links;
        mentions = mentions == null ? List.of() : List.copyOf(mentions);
    }

    /** Person, organisation, location (facilities among them), and groups by nation, religion or politics. */
    public enum Type {
        @JsonProperty("PER")
        PER,
        @JsonProperty("ORG")
        ORG,
        @JsonProperty("LOC")
        LOC,
        @JsonProperty("NORP")
        NORP
    }

    /**
     * An office, a title, an affiliation.
     *
     * @param text as shown ("Speaker of the Milli Majlis"); never null
     * @param span the words that say so; never null
     * @param affiliation id of the article's entity the office belongs to (an organisation, a country), or null
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Role(String text, Span span, String affiliation) {}

    /**
     * Ids elsewhere; each may be null.
     *
     * @param geonames number
     * @param wikidata {@code Q…}
     * @param iso      ISO 3166-1 alpha-2
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Links(String geonames, String wikidata, String iso) {
        public static final Links NONE = new Links(null, null, null);
    }
}
