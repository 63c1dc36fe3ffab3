package io.dateline.enrich.text;

import java.util.Arrays;
import java.util.List;

/**
 * The words and marks of one text, in text order, with the sentences they form. Immutable; made once per field and
 * shared by all steps. Offsets are UTF-16 code units of the text.
 */
public final class Tokens {
    /** Kinds of tokens. */
    public static final byte WORD = 1;

    public static final byte NUMBER = 2;
    public static final byte MARK = 3;

    private final String text;
    private final int size;
    private final int[] start;
    private final int[] end;
    private final byte[] kind;
    private final long[] lower;
    private final int[] sentence;
    private final int sentences;

    Tokens(String text, int size, int[] start, int[] end, byte[] kind, long[] lower, int[] sentence) {
        this.text = text;
        this.size = size;
        this.start = start;
        this.end = end;
        this.kind = kind;
        this.lower = lower;
        this.sentence = sentence;
        this.sentences = size == 0 ? 0 : sentence[size - 1] + 1;
    }

    /** Tokens as somebody else cut them (an annotated corpus), joined by spaces, a line break after each sentence. */
    public static Tokens of(List<List<String>> sentences) {
        int count = sentences.stream().mapToInt(List::size).sum();
        StringBuilder text = new StringBuilder();
        int[] start = new int[count];
        int[] end = new int[count];
        byte[] kind = new byte[count];
        long[] lower = new long[count];
        int[] sentence = new int[count];
        int at = 0;
        for (int number = 0; number < sentences.size(); number++) {
            for (String word : sentences.get(number)) {
                start[at] = text.length();
                text.append(word);
                end[at] = text.length();
                int first = word.codePointAt(0);
                kind[at] = Character.isLetter(first) ? WORD : Character.isDigit(first) ? NUMBER : MARK;
                lower[at] = TextHash.lower(text, start[at], end[at]);
                sentence[at++] = number;
                text.append(' ');
            }
            text.append('\n');
        }
        return new Tokens(text.toString(), count, start, end, kind, lower, sentence);
    }

    /**
     * The same text with some tokens cut in two or read as another word: "Bakü" apart from "'de", "Турцию" as "Турция".
     *
     * @param cuts for each token the offset to cut it at, or 0
     * @param read for each token (its first half where it is cut) the {@link TextHash#lower} it is to have, or 0
     */
    public Tokens recut(int[] cuts, long[] read) {
        int more = (int) Arrays.stream(cuts, 0, size).filter(cut -> cut > 0).count();
        int[] starts = new int[size + more];
        int[] ends = new int[size + more];
        byte[] kinds = new byte[size + more];
        long[] lowers = new long[size + more];
        int[] numbers = new int[size + more];
        int at = 0;
        for (int i = 0; i < size; i++) {
            int until = cuts[i] > 0 ? cuts[i] : end[i];
            for (int from = start[i]; from < end[i]; until = end[i]) {
                starts[at] = from;
                ends[at] = until;
                kinds[at] = kind[i];
                boolean whole = from == start[i] && until == end[i];
                lowers[at] = from == start[i] && read[i] != 0
                        ? read[i]
                        : whole ? lower[i] : TextHash.lower(text, from, until);
                numbers[at++] = sentence[i];
                from = until;
            }
        }
        return new Tokens(text, size + more, starts, ends, kinds, lowers, numbers);
    }

    public String text() {
        return text;
    }

    public int size() {
        return size;
    }

    public int start(int token) {
        return start[token];
    }

    public int end(int token) {
        return end[token];
    }

    public int length(int token) {
        return end[token] - start[token];
    }

    public byte kind(int token) {
        return kind[token];
    }

    public boolean isWord(int token) {
        return kind[token] == WORD;
    }

    /** {@link TextHash#lower} of the token. */
    public long lower(int token) {
        return lower[token];
    }

    /** Number of the sentence a token belongs to, from 0. */
    public int sentence(int token) {
        return sentence[token];
    }

    public int sentences() {
        return sentences;
    }

    public boolean startsSentence(int token) {
        return token == 0 || sentence[token] != sentence[token - 1];
    }

    public boolean endsSentence(int token) {
        return token == size - 1 || sentence[token] != sentence[token + 1];
    }

    public char first(int token) {
        return text.charAt(start[token]);
    }

    public boolean capitalised(int token) {
        return kind[token] == WORD && Character.isUpperCase(first(token));
    }

    /** Whether the token is the single character {@code mark}. */
    public boolean is(int token, char mark) {
        return end[token] - start[token] == 1 && text.charAt(start[token]) == mark;
    }

    /** Whether the token is a dash or a colon: what stands between a dateline and its story. */
    public boolean isDash(int token) {
        return is(token, '-') || is(token, '\u2013') || is(token, '\u2014') || is(token, '_') || is(token, ':');
    }

    public String surface(int token) {
        return text.substring(start[token], end[token]);
    }

    /** The text from the start of token {@code from} to the end of token {@code to - 1}. */
    public String surface(int from, int to) {
        return text.substring(start[from], end[to - 1]);
    }

    /** The first token that starts at or after an offset; {@link #size()} where there is none. */
    public int at(int offset) {
        int found = Arrays.binarySearch(start, 0, size, offset);
        return found >= 0 ? found : -found - 1;
    }
}
