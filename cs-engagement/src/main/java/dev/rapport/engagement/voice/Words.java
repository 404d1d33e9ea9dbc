package dev.rapport.engagement.voice;

import java.text.Normalizer;
import java.util.Locale;

/**
 * A text as whole words, alike however it was typed: without case, accents, ligatures and punctuation. Letters and digits
 * make words, everything else is between them.
 */
final class Words {

    private final String text;

    private Words(String text) {
        this.text = text;
    }

    /** Case goes by way of upper case, so that one sharp s is two of the others. */
    static Words of(String text) {
        String plain = Normalizer.normalize(text, Normalizer.Form.NFKD)
                .toUpperCase(Locale.ROOT)
                .toLowerCase(Locale.ROOT);
        StringBuilder words = new StringBuilder(plain.length() + 2).append(' ');
        Normalizer.normalize(plain, Normalizer.Form.NFKD).codePoints().forEach(c -> {
            if (Character.isLetterOrDigit(c)) {
                words.appendCodePoint(c);
            } else if (!isMark(c) && words.charAt(words.length() - 1) != ' ') {
                words.append(' ');
            }
        });
        if (words.charAt(words.length() - 1) != ' ') {
            words.append(' ');
        }
        return new Words(words.toString());
    }

    private static boolean isMark(int c) {
        int type = Character.getType(c);
        return type == Character.NON_SPACING_MARK
                || type == Character.COMBINING_SPACING_MARK
                || type == Character.ENCLOSING_MARK
                || type == Character.FORMAT;
    }

    boolean isEmpty() {
        return text.isBlank();
    }

    /** Says whether a phrase is in it, word by word in its order. */
    boolean contain(Words phrase) {
        return !phrase.isEmpty() && text.contains(phrase.text);
    }

    /** The words with single spaces between them. */
    @Override
    public String toString() {
        return text.strip();
    }
}
