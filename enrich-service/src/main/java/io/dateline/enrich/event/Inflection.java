package io.dateline.enrich.event;

import io.dateline.enrich.text.ModelFiles;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.ObjIntConsumer;

/** Forms of English verbs by the rules of spelling and a list of those that follow none. */
final class Inflection {
    static final String FILE = "events/irregular.tsv";

    private final Map<String, String[]> irregular = new HashMap<>();
    private final Set<String> doubling = new HashSet<>();

    /** @throws ModelFiles.Unusable where the list is missing or damaged */
    Inflection(ModelFiles files) {
        for (String line : files.lines(FILE)) {
            String[] cells = line.split("\\|");
            boolean doubled = cells[0].equals("double");
            for (int i = doubled ? 1 : 0; i < cells.length; i++) {
                String[] forms = cells[i].split(" ");
                if (forms.length != (doubled ? 1 : 3)) {
                    throw new ModelFiles.Unusable(FILE, "an entry has " + forms.length + " forms");
                }
                if (doubled) {
                    doubling.add(forms[0]);
                } else {
                    irregular.put(forms[0], forms);
                }
            }
        }
    }

    /** Gives every form of a verb with its bit of {@link Word}. */
    void forms(String verb, ObjIntConsumer<String> to) {
        if (verb.equals("be")) {
            return;
        }
        to.accept(verb, Word.BASE);
        to.accept(present(verb), Word.PRESENT);
        boolean dropsE = verb.endsWith("e") && !verb.endsWith("ee") && !verb.endsWith("oe") && !verb.endsWith("ye");
        String stem = doubling.contains(verb)
                ? verb + verb.charAt(verb.length() - 1)
                : dropsE ? verb.substring(0, verb.length() - 1) : verb;
        boolean ie = verb.endsWith("ie");
        to.accept(ie ? verb.substring(0, verb.length() - 2) + "ying" : stem + "ing", Word.ING);
        // British and American spellings differ in the doubled l and p.
        if (verb.endsWith("l") && doubling.contains(verb) || verb.equals("kidnap")) {
            to.accept(verb + "ing", Word.ING);
            to.accept(verb + "ed", Word.PAST | Word.PARTICIPLE);
        }
        String[] forms = irregular.get(verb);
        if (forms != null) {
            to.accept(forms[1], Word.PAST);
            to.accept(forms[2], Word.PARTICIPLE);
        } else {
            to.accept(past(verb, stem), Word.PAST | Word.PARTICIPLE);
        }
    }

    private static String past(String verb, String stem) {
        if (verb.endsWith("e")) {
            return verb + "d";
        }
        return endsInConsonantY(verb) ? verb.substring(0, verb.length() - 1) + "ied" : stem + "ed";
    }

    private static String present(String verb) {
        if (endsInConsonantY(verb)) {
            return verb.substring(0, verb.length() - 1) + "ies";
        }
        boolean hisses = verb.endsWith("s")
                || verb.endsWith("sh")
                || verb.endsWith("ch")
                || verb.endsWith("x")
                || verb.endsWith("z")
                || verb.equals("go")
                || verb.equals("do")
                || verb.endsWith("to");
        return hisses ? verb + "es" : verb + "s";
    }

    private static boolean endsInConsonantY(String verb) {
        int last = verb.length() - 1;
        return last > 0 && verb.charAt(last) == 'y' && "aeiou".indexOf(verb.charAt(last - 1)) < 0;
    }
}
