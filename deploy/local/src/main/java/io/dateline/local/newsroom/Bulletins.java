package io.dateline.local.newsroom;

import java.util.List;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * Short fictional bulletins, each different and each the same for its number: what the newsroom sends once the bundled
 * stories are out.
 */
final class Bulletins {
    private static final String RIGHTS = "Fictional sample story, Apache-2.0";

    private static final List<String> PLACES = List.of(
            "Helsinki, Finland",
            "Nairobi, Kenya",
            "Lima, Peru",
            "Tbilisi, Georgia",
            "Hanoi, Vietnam",
            "Montreal, Canada",
            "Dakar, Senegal",
            "Ljubljana, Slovenia",
            "Auckland, New Zealand",
            "Baku, Azerbaijan",
            "Busan, South Korea",
            "Casablanca, Morocco",
            "Gdansk, Poland",
            "Guadalajara, Mexico",
            "Kathmandu, Nepal",
            "Montevideo, Uruguay",
            "Muscat, Oman",
            "Naples, Italy",
            "Rotterdam, Netherlands",
            "Tallinn, Estonia",
            "Tashkent, Uzbekistan",
            "Thessaloniki, Greece",
            "Windhoek, Namibia");

    private static final List<String> PEOPLE = List.of(
            "Maria Lindholm",
            "Joseph Okafor",
            "Elena Vargas",
            "David Kapanadze",
            "Linh Pham",
            "Sarah Tremblay",
            "Ousmane Fall",
            "Nina Kovac",
            "James Ngata",
            "Leyla Mammadova",
            "Ji-woo Park",
            "Karim Bennani",
            "Piotr Zielinski",
            "Rosa Delgado",
            "Anita Shrestha",
            "Diego Ferreira");

    /** Placeholders: {city} {place} {person} {other} {n} (a number) {p} (a percentage) {d} (a weekday). */
    private record Pattern(String category, String title, String... paragraphs) {}

    private static final List<Pattern> PATTERNS = List.of(
            new Pattern(
                    "business",
                    "Shares in {city} close {p} percent higher",
                    "Share prices in {city} rose {p} percent on {d}, led by banks and transport companies. About {n} million"
                            + " shares changed hands.",
                    "{person}, an analyst, said investors expected the central bank to leave interest rates unchanged"
                            + " until the spring. The currency gained slightly against the dollar."),
            new Pattern(
                    "disaster",
                    "Flood warning lifted in {city} after {n} people leave homes",
                    "The authorities in {city} lifted a flood warning on {d} after the river fell below the danger mark."
                            + " {n} people had spent two nights in schools and sports halls.",
                    "Mayor {person} thanked the firefighters. No one was injured, but {p} percent of the harvest in the"
                            + " villages nearby is lost."),
            new Pattern(
                    "sport",
                    "{city} win derby with goal in the last minute",
                    "{person} scored in the 90th minute on {d} to give {city} a 2-1 victory in the league before {n}"
                            + " spectators.",
                    "Coach {other} called it the best match of the season. The team is now second in the table."),
            new Pattern(
                    "politics",
                    "City council of {city} votes for {n} new homes",
                    "The council of {city} voted on {d} to build {n} homes on the grounds of a former factory. The"
                            + " opposition asked for a referendum.",
                    "\"People need a roof before they need a view,\" Mayor {person} told reporters. {other}, who leads"
                            + " the opposition, said the traffic plan was missing."),
            new Pattern(
                    "health",
                    "Clinic in {city} begins vaccination against measles",
                    "A clinic in {city} began vaccinating children against measles on {d}. {n} families have"
                            + " registered, the health ministry said.",
                    "Dr. {person} said coverage in the region had risen by {p} percent within a year. The World Health"
                            + " Organization supplied the vaccine."),
            new Pattern(
                    "science",
                    "Researchers in {city} map {n} new species of beetle",
                    "A team of biologists in {city} has described {n} species of beetle that were unknown to science,"
                            + " the university said on {d}.",
                    "Professor {person} found the first of them in a museum drawer. {other} wrote the software that"
                            + " compares photographs; it was right in {p} percent of the cases."),
            new Pattern(
                    "weather",
                    "Storm cuts power to {n} households near {city}",
                    "A storm cut the power of {n} households near {city} on {d} and brought down trees on the coast"
                            + " road. Ferries stayed in port.",
                    "Meteorologist {person} expects rain until the weekend and temperatures {p} degrees below the"
                            + " average."),
            new Pattern(
                    "arts",
                    "Exhibition in {city} shows {n} photographs from one street",
                    "A museum in {city} opened an exhibition of {n} photographs on {d}, all taken in the same street"
                            + " over 50 years.",
                    "Photographer {person}, who was born there, walked it every Sunday. Curator {other} said visitors"
                            + " stayed twice as long as usual."),
            new Pattern(
                    "labour",
                    "Bus drivers in {city} accept pay rise of {p} percent",
                    "Bus drivers in {city} ended a strike on {d} after accepting a pay rise of {p} percent. {n}"
                            + " drivers had stopped work for three days.",
                    "Trade union leader {person} said night work would be paid better as well. Trams are to run as"
                            + " usual from Monday."),
            new Pattern(
                    "crime",
                    "Police in {city} recover {n} stolen bicycles",
                    "Police in {city} found {n} stolen bicycles in a warehouse on {d} and arrested two men. The"
                            + " owners can collect them next week.",
                    "Prosecutor {person} said the two were to appear in court within a month."));

    private static final List<String> DAYS =
            List.of("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday");

    private Bulletins() {}

    static Story bulletin(int number) {
        SplittableRandom random = new SplittableRandom(number);
        Pattern pattern = PATTERNS.get(number % PATTERNS.size());
        String place = PLACES.get(random.nextInt(PLACES.size()));
        String city = place.substring(0, place.indexOf(','));
        String person = PEOPLE.get(random.nextInt(PEOPLE.size()));
        String other = PEOPLE.get((PEOPLE.indexOf(person) + 1 + random.nextInt(PEOPLE.size() - 1)) % PEOPLE.size());
        String n = Integer.toString(20 + random.nextInt(780));
        String p = random.nextInt(1, 6) + "." + random.nextInt(10);
        String day = DAYS.get(random.nextInt(DAYS.size()));
        FeedName feed = FeedName.values()[number % FeedName.values().length];
        Filler filler = new Filler(city, person, other, n, p, day);
        String dateline =
                city.toUpperCase(Locale.ROOT) + place.substring(city.length()) + ", {date} (" + feed.title() + ") - ";
        List<String> body =
                List.of(dateline + filler.fill(pattern.paragraphs()[0]), filler.fill(pattern.paragraphs()[1]));
        return new Story(
                "bulletin-" + number,
                feed,
                filler.fill(pattern.title()),
                "Staff of the " + feed.title(),
                "en",
                RIGHTS,
                null,
                null,
                List.of(pattern.category()),
                body);
    }

    private record Filler(String city, String person, String other, String n, String p, String day) {
        String fill(String pattern) {
            return pattern.replace("{city}", city)
                    .replace("{person}", person)
                    .replace("{other}", other)
                    .replace("{n}", n)
                    .replace("{p}", p)
                    .replace("{d}", day);
        }
    }
}
