package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.UserError;
import java.util.ArrayList;
import java.util.List;

/**
 * Columns on a command line, with commas between. A name in double quotes may have commas and colons in it, and a quote
 * that is doubled: {@code "Sales, net":numeric,country:categorical}.
 */
final class ColumnWords {

    /**
     * One column as it was written.
     *
     * @param name  the name without quotes
     * @param suffix  what stands behind the name, with its colon; empty if nothing does
     * @param quoted  whether the name was in quotes
     */
    record Word(String name, String suffix, boolean quoted) {}

    private ColumnWords() {}

    static List<Word> of(String text) {
        List<Word> words = new ArrayList<>();
        int from = 0;
        boolean inside = false;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || (text.charAt(i) == ',' && !inside)) {
                words.add(word(text.substring(from, i).strip()));
                from = i + 1;
            } else if (text.charAt(i) == '"') {
                inside = !inside;
            }
        }
        if (inside) {
            throw new UserError("option (--columns " + text + ") must close every quote.\n"
                    + "Maybe a quote in a name is doubled: \"12\"\" screens\".");
        }
        return words;
    }

    private static Word word(String text) {
        if (!text.startsWith("\"")) {
            return new Word(text, "", false);
        }
        int end = text.lastIndexOf('"');
        String name = text.substring(1, Math.max(1, end)).replace("\"\"", "\"");
        return new Word(name, text.substring(end + 1), true);
    }
}
