package io.dateline.ingest.parse.wire;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * A line cut once into what the rules see of it.
 *
 * @param codes of the kinds of its tokens, {@link EmbargoKind#code}
 * @param starts where each token begins in the text, and where the text ends
 */
record EmbargoTokens(String text, String codes, List<Integer> starts) {
    private static final List<EmbargoKind> FORMS = Arrays.stream(EmbargoKind.values())
            .filter(kind -> kind.form() != null)
            .toList();
    /** A group for each of the forms; of those that fit the first counts. Else it is a word, which is what it is. */
    private static final Pattern TOKEN = Pattern.compile(
            FORMS.stream().map(kind -> "(" + kind.form() + ")").collect(Collectors.joining("|"))
                    + "|\\p{L}[\\p{L}\\p{N}\\p{M}]*+(?:['\u2019]\\p{L}++)*+",
            Pattern.CASE_INSENSITIVE);

    static EmbargoTokens of(String text) {
        StringBuilder codes = new StringBuilder();
        List<Integer> starts = new ArrayList<>();
        for (Matcher m = TOKEN.matcher(text); m.find(); ) {
            codes.append(kind(m).code());
            starts.add(m.start());
        }
        starts.add(text.length());
        return new EmbargoTokens(text, codes.toString(), starts);
    }

    private static EmbargoKind kind(Matcher token) {
        for (int form = 0; form < FORMS.size(); form++) {
            if (token.start(form + 1) >= 0) {
                return FORMS.get(form);
            }
        }
        return EmbargoKind.ofWord(token.group());
    }

    int start(int token) {
        return starts.get(token);
    }

    boolean beginsWithCapital(int token) {
        return token < codes.length() && Character.isUpperCase(text.charAt(starts.get(token)));
    }

    /** Whether the first two letters of a token are capitals, as of a word in capitals. */
    boolean inCapitals(int token) {
        return beginsWithCapital(token) && Character.isUpperCase(text.charAt(starts.get(token) + 1));
    }
}
