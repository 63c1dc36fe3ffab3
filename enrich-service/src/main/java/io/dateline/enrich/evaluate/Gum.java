package io.dateline.enrich.evaluate;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A text of the GUM corpus (Zeldes 2017) with its named persons, organisations and places. GUM marks every noun phrase;
 * a name is what stands around a head that is a proper noun, without titles, and not inside a longer name: the
 * conventions of newswire corpora, read off as well as they can be.
 *
 * @param text  the running text, two line breaks between paragraphs
 * @param names in text order, none overlapping
 */
record Gum(String file, String text, List<Name> names) {
    /**
     * @param type    {@code PER}, {@code ORG} or {@code LOC}
     * @param salient most of its five summaries mention it
     * @param page    Wikipedia title with underscores, or null
     */
    record Name(int start, int end, String type, boolean salient, String page) {}

    private static final Pattern ENTITY = Pattern.compile("(?:^|\\|)Entity=([^|]+)");
    private static final Pattern BRACKET = Pattern.compile("\\(([^()]+)|(\\d+)?\\)");
    private static final Set<String> TITLES = Set.of(("president vice prime minister mr. mrs. ms. mr mrs dr. dr senator"
                    + " sen. rep. gov. governor secretary general gen. chancellor king queen prince princess pope judge justice"
                    + " professor prof. sir lord mayor ambassador chief captain sgt. lt. col. sheriff officer")
            .split(" (?=.)"));
    private static final Set<String> LINKS = Set.of("of", "the", "for", "and", "&", "de", "'s");

    private record Token(String word, String pos, int start, int end) {}

    private record Open(String[] fields, int from) {}

    static List<Gum> read(Path folder) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(folder)) {
            files = all.filter(file -> file.toString().endsWith(".conllu"))
                    .sorted()
                    .toList();
        }
        List<Gum> texts = new ArrayList<>();
        for (Path file : files) {
            texts.add(of(file.getFileName().toString(), Files.readAllLines(file)));
        }
        return texts;
    }

    private static Gum of(String file, List<String> lines) {
        StringBuilder text = new StringBuilder();
        List<Token> tokens = new ArrayList<>();
        List<Open> open = new ArrayList<>();
        List<Name> names = new ArrayList<>();
        int joinedUntil = 0;
        boolean spaceAfterJoined = true;
        for (String line : lines) {
            if (line.startsWith("# newpar") && !line.contains("_block")) {
                text.append(text.isEmpty() ? "" : "\n\n");
            }
            String[] cells = line.split("\t");
            if (cells.length != 10 || cells[0].contains(".")) {
                continue;
            }
            boolean space = !cells[9].contains("SpaceAfter=No");
            if (cells[0].contains("-")) {
                joinedUntil = Integer.parseInt(cells[0].substring(cells[0].indexOf('-') + 1));
                spaceAfterJoined = space;
                continue;
            }
            int id = Integer.parseInt(cells[0]);
            space = id < joinedUntil ? false : id == joinedUntil ? spaceAfterJoined : space;
            joinedUntil = id >= joinedUntil ? 0 : joinedUntil;
            tokens.add(new Token(cells[1], cells[4], text.length(), text.length() + cells[1].length()));
            text.append(cells[1]).append(space ? " " : "");
            brackets(cells[9], tokens, open, names);
        }
        return new Gum(file, text.toString(), outermost(names));
    }

    private static void brackets(String misc, List<Token> tokens, List<Open> open, List<Name> names) {
        Matcher entity = ENTITY.matcher(misc);
        if (!entity.find()) {
            return;
        }
        Matcher bracket = BRACKET.matcher(entity.group(1));
        int last = tokens.size() - 1;
        while (bracket.find()) {
            if (bracket.group(1) != null) {
                open.add(new Open(bracket.group(1).split("-", 8), last));
            } else if (bracket.group(2) != null || !open.isEmpty()) {
                close(bracket.group(2), open, tokens, names);
            }
        }
    }

    /** A bare bracket closes what was opened last; a number, what was opened last under it. */
    private static void close(String id, List<Open> open, List<Token> tokens, List<Name> names) {
        for (int i = open.size() - 1; i >= 0; i--) {
            if (id == null || open.get(i).fields()[0].equals(id)) {
                Open one = open.remove(i);
                name(one, tokens, names);
                return;
            }
        }
    }

    private static void name(Open open, List<Token> tokens, List<Name> names) {
        String[] fields = open.fields();
        String type = switch (fields[1]) {
            case "person" -> "PER";
            case "organization" -> "ORG";
            case "place" -> "LOC";
            default -> null;
        };
        int head = open.from() + Integer.parseInt(fields[5].split(",")[0]) - 1;
        if (type == null || head >= tokens.size()) {
            return;
        }
        // "musician Tiziano Lugli", "Ambassador to the United States Hamdullah Mohib": the name follows its head.
        boolean office = TITLES.contains(tokens.get(head).word().toLowerCase(Locale.ROOT));
        if (type.equals("PER") && (office || !proper(tokens, head))) {
            head = office ? tokens.size() - 1 : head + 1;
        }
        if (head >= tokens.size()
                || !proper(tokens, head)
                || TITLES.contains(tokens.get(head).word().toLowerCase(Locale.ROOT))
                || type.equals("PER") && tokens.get(head).pos().equals("NNPS")) {
            return;
        }
        int from = head;
        while (from > open.from() && (proper(tokens, from - 1) || hyphen(tokens, from - 1))) {
            from--;
        }
        int to = head + 1;
        while (to < tokens.size()) {
            int next = to;
            while (!type.equals("PER")
                    && next < tokens.size()
                    && LINKS.contains(tokens.get(next).word())) {
                next++;
            }
            boolean joined = next + 1 < tokens.size() && hyphen(tokens, next);
            if (next >= tokens.size() || !joined && !proper(tokens, next)) {
                break;
            }
            to = next + (joined ? 2 : 1);
        }
        int title = from;
        for (int i = from; type.equals("PER") && i < to - 1; i++) {
            title = TITLES.contains(tokens.get(i).word().toLowerCase(Locale.ROOT)) ? i + 1 : title;
        }
        String page = fields.length > 7 && !fields[7].isBlank() ? fields[7] : null;
        boolean salient = fields[3].chars().filter(c -> c == 's').count() >= 3;
        names.add(new Name(tokens.get(title).start(), tokens.get(to - 1).end(), type, salient, page));
    }

    private static boolean proper(List<Token> tokens, int i) {
        return tokens.get(i).pos().startsWith("NNP")
                && Character.isUpperCase(tokens.get(i).word().charAt(0));
    }

    /** A hyphen between two tokens that nothing else parts: "Cheuk-yan" is cut in three. */
    private static boolean hyphen(List<Token> tokens, int i) {
        return i > 0
                && i + 1 < tokens.size()
                && tokens.get(i).word().equals("-")
                && tokens.get(i - 1).end() == tokens.get(i).start()
                && tokens.get(i).end() == tokens.get(i + 1).start();
    }

    private static List<Name> outermost(List<Name> names) {
        List<Name> sorted = new ArrayList<>(names);
        sorted.sort(Comparator.comparingInt((Name name) -> name.start() - name.end())
                .thenComparingInt(Name::start));
        List<Name> kept = new ArrayList<>();
        for (Name name : sorted) {
            if (kept.stream().noneMatch(other -> name.start() < other.end() && other.start() < name.end())) {
                kept.add(name);
            }
        }
        kept.sort(Comparator.comparingInt(Name::start));
        return kept;
    }
}
