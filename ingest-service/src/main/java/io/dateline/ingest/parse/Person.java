package io.dateline.ingest.parse;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Names of persons as feeds write them, mostly with a mail address that is nobody's business. */
final class Person {
    private static final String MAIL = "[^\\s()<>@]{1,64}@[^\\s()<>@]{1,190}";
    private static final Pattern MAIL_THEN_NAME = Pattern.compile(MAIL + "\\s*\\(([^()]{1,200})\\)");
    private static final Pattern NAME_THEN_MAIL =
            Pattern.compile("\"?([^<(@\"]{1,200}?)\"?[\\s,]*[(<]\\s*(?:mailto:)?" + MAIL + "\\s*[)>]");
    private static final int LONGEST = 500;

    private Person() {}

    /** The name alone; the address where there is no name; null where there is neither. */
    static String name(XmlElement element) {
        String written = element.hasElements()
                ? element.text("atom:name", "name", "atom:email", "email", "itunes:name", "rdf:description")
                : element.text();
        if (written == null) {
            written = element.ownText();
        }
        return written.isBlank() ? null : name(Markup.guess(written).line());
    }

    static String name(String written) {
        if (written.length() > LONGEST || written.indexOf('@') < 0) {
            return written;
        }
        Matcher after = MAIL_THEN_NAME.matcher(written);
        if (after.matches()) {
            return after.group(1).strip();
        }
        Matcher before = NAME_THEN_MAIL.matcher(written);
        return before.matches() ? before.group(1).strip() : written;
    }
}
