package dev.rapport.model.problem;

import java.util.Collection;
import java.util.Locale;
import java.util.Optional;

/**
 * Finds the known word that a misspelled one was probably meant to be. Words are compared without regard to case,
 * hyphens, underscores, dots and blanks, so that {@code allOf} is near {@code all-of}; beyond that, about one slip (a letter
 * too many, missing, wrong, or two swapped) is forgiven for each three letters.
 *
 * <p>The distance is that of optimal string alignment (the restricted Damerau-Levenshtein distance). Of words equally
 * near, the first in {@code String} order is taken, so that the answer does not depend on the order given.
 */
public final class Nearest {

    private static final int LONGEST = 100;

    private Nearest() {}

    /**
     * The nearest of the known words, if one is near enough.
     *
     * @param word what was found
     * @param known what is allowed
     * @return the nearest, or empty
     */
    public static Optional<String> to(String word, Collection<String> known) {
        if (word.length() > LONGEST) {
            return Optional.empty();
        }
        String folded = fold(word);
        String nearest = null;
        int smallest = Math.max(1, folded.length() / 3) + 1;
        for (String candidate : known) {
            String other = fold(candidate);
            if (candidate.length() > LONGEST || Math.min(folded.length(), other.length()) < 2) {
                continue;
            }
            int distance = distance(folded, other);
            if (distance < smallest || (distance == smallest && nearest != null && candidate.compareTo(nearest) < 0)) {
                nearest = candidate;
                smallest = distance;
            }
        }
        return Optional.ofNullable(nearest);
    }

    /**
     * A sentence of advice that offers the nearest known word.
     *
     * @param word what was found
     * @param known what is allowed
     * @return for example {@code Maybe "threshold"}, or nothing if no known word is near enough
     */
    public static String advice(String word, Collection<String> known) {
        return to(word, known).map(nearest -> "Maybe " + Quote.text(nearest)).orElse("");
    }

    private static String fold(String word) {
        StringBuilder folded = new StringBuilder(word.length());
        for (char c : word.toLowerCase(Locale.ROOT).toCharArray()) {
            if (c != '-' && c != '_' && c != ' ' && c != '.') {
                folded.append(c);
            }
        }
        return folded.toString();
    }

    /** Optimal string alignment distance, three rows at a time. */
    static int distance(String a, String b) {
        int[] beforeLast = new int[b.length() + 1];
        int[] last = new int[b.length() + 1];
        int[] row = new int[b.length() + 1];
        for (int j = 0; j <= b.length(); j++) {
            last[j] = j;
        }
        for (int i = 1; i <= a.length(); i++) {
            row[0] = i;
            for (int j = 1; j <= b.length(); j++) {
                int wrong = last[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                row[j] = Math.min(wrong, Math.min(last[j], row[j - 1]) + 1);
                if (i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1)) {
                    row[j] = Math.min(row[j], beforeLast[j - 2] + 1);
                }
            }
            int[] free = beforeLast;
            beforeLast = last;
            last = row;
            row = free;
        }
        return last[b.length()];
    }
}
