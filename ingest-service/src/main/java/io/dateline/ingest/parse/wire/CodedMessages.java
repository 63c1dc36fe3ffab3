package io.dateline.ingest.parse.wire;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Wire messages between control codes, ANPA 1312 and IPTC 7901, any number in one document. Copies that lost their
 * control codes on the way are known by their header lines.
 */
public final class CodedMessages {
    static final char SOH = 1;
    static final char STX = 2;
    static final char ETX = 3;
    static final char EOT = 4;
    private static final int HEAD = 400;
    private static final Pattern FILLING = Pattern.compile("^[\\s\\x00\\x16\\x7f]*");
    private static final Pattern CODED = Pattern.compile("^[\\s\\x00\\x16\\x7f]{0,200}\\x01");

    private CodedMessages() {}

    /** @return {@code anpa1312} or {@code iptc7901}; empty where the document is neither */
    public static Optional<String> format(byte[] bytes) {
        String head = WireBytes.positions(bytes.length > HEAD ? java.util.Arrays.copyOf(bytes, HEAD) : bytes);
        if (AnpaMessage.begins(head)) {
            return Optional.of("anpa1312");
        }
        return Iptc7901Message.begins(head) || CODED.matcher(head).find() ? Optional.of("iptc7901") : Optional.empty();
    }

    /**
     * @param now  for dates that leave out their year
     * @param most messages that are read; what follows them is one piece more, and not looked at
     * @return in order; a message that is cut off or has no header is a fault
     */
    public static List<WirePiece> read(byte[] bytes, Instant now, int most) {
        String positions = WireBytes.positions(bytes);
        List<WirePiece> pieces = new ArrayList<>();
        int start = 0;
        while (start < positions.length()) {
            Matcher filling = FILLING.matcher(positions).region(start, positions.length());
            start = filling.find() ? filling.end() : start;
            if (pieces.size() == most && start < positions.length()) {
                pieces.add(WirePiece.beyond(start, positions.length()));
                return pieces;
            }
            int end = end(positions, start);
            if (end > start) {
                pieces.add(piece(positions, start, end, now));
            }
            start = Math.max(end, start + 1);
        }
        return pieces;
    }

    /** Behind the message's EOT; or where the next one begins, or the document ends. */
    private static int end(String positions, int start) {
        for (int at = start; at < positions.length(); at++) {
            if (positions.charAt(at) == EOT) {
                return at + 1;
            }
            if (positions.charAt(at) == SOH && at > start) {
                return at;
            }
        }
        return positions.length();
    }

    private static WirePiece piece(String positions, int start, int end, Instant now) {
        String message = positions.substring(start, end);
        if ((message.indexOf(SOH) >= 0 || message.indexOf(STX) >= 0) && message.indexOf(ETX) < 0) {
            return new WirePiece(start, end - start, null, "The message is cut off: it has no end of text.");
        }
        StoryBuilder story = null;
        if (AnpaMessage.begins(message)) {
            story = new AnpaMessage(WireBytes.text(message), now).read();
        } else if (Iptc7901Message.begins(message)) {
            story = new Iptc7901Message(WireBytes.text(message), now).read();
        }
        if (story == null) {
            return new WirePiece(start, end - start, null, "The message has no header that can be read.");
        }
        boolean empty = story.body.isEmpty() && story.headline == null && !story.marks.kill();
        return empty
                ? new WirePiece(start, end - start, null, "The message holds no copy.")
                : new WirePiece(start, end - start, story.build(now), null);
    }
}
