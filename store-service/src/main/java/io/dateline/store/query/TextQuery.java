package io.dateline.store.query;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * Reads what people type: words, "phrases", beginnings* of words, {@code AND}, {@code OR}, {@code NOT}, {@code -without},
 * {@code NEAR/5} and (brackets). Words side by side must all occur; {@code NEAR} binds closer than {@code NOT}, that than
 * {@code AND}, that than {@code OR}. Operators stand in capitals, so that a small "or" is a word.
 *
 * <p>Written down as {@code to_tsquery} takes it, every word and phrase in quotes: PostgreSQL's own {@code
 * websearch_to_tsquery} knows no brackets.
 */
final class TextQuery {
    /** Words and phrases at most. */
    static final int TERMS = 32;
    /** A shorter beginning is that of too many words. */
    static final int PREFIX = 3;
    /** Words that the second of two that are near each other may come after the first. */
    static final int NEAR = 10;

    private static final String SINGLES = "()\"-";

    private final List<Token> tokens;
    private int next;
    private int terms;

    private TextQuery(List<Token> tokens) {
        this.tokens = tokens;
    }

    /** Not what a question can be; the message says why and goes after the name of the parameter. */
    static final class Malformed extends Exception {
        private static final long serialVersionUID = 1;

        Malformed(String message) {
            super(message);
        }
    }

    private enum Kind {
        TERM,
        BEGINNING,
        AND,
        OR,
        NOT,
        NEAR,
        OPEN,
        CLOSE
    }

    private record Token(Kind kind, String text) {}

    /** For {@code to_tsquery}; in lower case. */
    static String read(String text) throws Malformed {
        TextQuery query = new TextQuery(tokens(text));
        String read = query.alternatives();
        if (query.next < query.tokens.size()) {
            throw new Malformed("has a bracket that closes none");
        }
        if (query.terms > TERMS) {
            throw new Malformed("has more than " + TERMS + " terms");
        }
        return read;
    }

    /** Whether something that was read is not to occur. A mark within a word, as in "Yahoo!", says nothing. */
    static boolean negates(String read) {
        return read.replaceAll("'[^']*'", "").contains("!");
    }

    private String alternatives() throws Malformed {
        StringBuilder all = new StringBuilder(together());
        while (at(Kind.OR)) {
            next++;
            all.append(" | ").append(together());
        }
        return all.toString();
    }

    private String together() throws Malformed {
        StringBuilder all = new StringBuilder(one());
        while (next < tokens.size() && !at(Kind.OR) && !at(Kind.CLOSE)) {
            if (at(Kind.AND)) {
                next++;
            }
            all.append(" & ").append(one());
        }
        return all.toString();
    }

    private String one() throws Malformed {
        if (next == tokens.size()) {
            throw new Malformed(tokens.isEmpty() ? "has no words" : "ends where a word should follow");
        }
        Token token = tokens.get(next++);
        return switch (token.kind()) {
            case TERM, BEGINNING -> near(words(token));
            case NOT -> "!" + one();
            case OPEN -> {
                String inner = alternatives();
                if (!at(Kind.CLOSE)) {
                    throw new Malformed("has a bracket that is not closed");
                }
                next++;
                yield "(" + inner + ")";
            }
            case CLOSE -> throw new Malformed("has a bracket that closes none, or nothing in it");
            case AND, OR -> throw new Malformed("has " + token.kind() + " without words on both sides");
            case NEAR -> throw betweenNoWords();
        };
    }

    /**
     * The words, or both they and those that must be near. PostgreSQL's operator asks for one distance in one order: every
     * distance in either order is written out.
     */
    private String near(String one) throws Malformed {
        if (!at(Kind.NEAR)) {
            return one;
        }
        int most = distance(tokens.get(next++).text());
        if (!at(Kind.TERM) && !at(Kind.BEGINNING)) {
            throw betweenNoWords();
        }
        String other = words(tokens.get(next++));
        List<String> ways = new ArrayList<>();
        for (int distance = 1; distance <= most; distance++) {
            ways.add(one + " <" + distance + "> " + other);
            ways.add(other + " <" + distance + "> " + one);
        }
        return "(" + String.join(" | ", ways) + ")";
    }

    private static int distance(String operator) throws Malformed {
        String number = operator.replaceFirst("^NEAR/?", "");
        if (number.matches("\\d{1,2}") && Integer.parseInt(number) >= 1 && Integer.parseInt(number) <= NEAR) {
            return Integer.parseInt(number);
        }
        throw new Malformed("has NEAR without a number of words from 1 to " + NEAR + ", as in NEAR/5");
    }

    private static Malformed betweenNoWords() {
        return new Malformed("has NEAR that does not stand between two words or phrases");
    }

    private String words(Token token) throws Malformed {
        return token.kind() == Kind.TERM ? term(token.text()) : beginning(token.text());
    }

    private String term(String text) {
        terms++;
        return "'" + text.replace("\\", "\\\\").replace("'", "''") + "'";
    }

    private String beginning(String text) throws Malformed {
        if (text.codePoints().filter(Character::isLetterOrDigit).count() < PREFIX) {
            throw new Malformed("has a * after fewer than " + PREFIX + " letters");
        }
        return term(text) + ":*";
    }

    private boolean at(Kind kind) {
        return next < tokens.size() && tokens.get(next).kind() == kind;
    }

    private static List<Token> tokens(String text) {
        List<Token> tokens = new ArrayList<>();
        int at = 0;
        while (at < text.length()) {
            char c = text.charAt(at);
            if (Character.isWhitespace(c)) {
                at++;
            } else if (c == '(' || c == ')') {
                tokens.add(new Token(c == '(' ? Kind.OPEN : Kind.CLOSE, null));
                at++;
            } else if (c == '"') {
                int end = text.indexOf('"', at + 1);
                // One that nobody closed goes to the end, as everywhere.
                end = end < 0 ? text.length() : end;
                phrase(text.substring(at + 1, end), tokens);
                at = end + 1;
            } else if (c == '-' && at + 1 < text.length() && !Character.isWhitespace(text.charAt(at + 1))) {
                tokens.add(new Token(Kind.NOT, null));
                at++;
            } else {
                int end = at + 1;
                while (end < text.length() && !ends(text.charAt(end))) {
                    end++;
                }
                word(text.substring(at, end), tokens);
                at = end;
            }
        }
        return tokens;
    }

    /** A hyphen within a word is part of it. */
    private static boolean ends(char c) {
        return Character.isWhitespace(c) || c != '-' && SINGLES.indexOf(c) >= 0;
    }

    private static void word(String text, List<Token> tokens) {
        switch (text) {
            case "AND" -> tokens.add(new Token(Kind.AND, null));
            case "OR" -> tokens.add(new Token(Kind.OR, null));
            case "NOT" -> tokens.add(new Token(Kind.NOT, null));
            default -> {
                String word = text.toLowerCase(Locale.ROOT);
                if (text.equals("NEAR") || text.startsWith("NEAR/")) {
                    tokens.add(new Token(Kind.NEAR, text));
                } else if (word.endsWith("*") && hasLetters(word)) {
                    tokens.add(new Token(Kind.BEGINNING, word.replaceAll("\\*+$", "")));
                } else {
                    phrase(word, tokens);
                }
            }
        }
    }

    private static void phrase(String text, List<Token> tokens) {
        if (hasLetters(text)) {
            tokens.add(new Token(Kind.TERM, text.toLowerCase(Locale.ROOT)));
        }
    }

    /** Marks alone are no word: they neither widen nor narrow. */
    private static boolean hasLetters(String word) {
        return word.codePoints().anyMatch(Character::isLetterOrDigit);
    }
}
