package dev.rapport.model.problem;

import java.util.Locale;

/**
 * Quotes foreign text in messages so that it cannot lie about itself: control characters, line ends, marks that turn
 * the reading direction, and halves of surrogate pairs come out as escapes, and long text is cut.
 */
public final class Quote {

    private static final int LONGEST = 60;

    private Quote() {}

    /**
     * The text in double quotes, everything in it visible, cut after 60 characters.
     *
     * @param text any text
     * @return for example {@code "usage.active-share"}, or {@code "Lorem ipsum..." (1204 characters)}
     */
    public static String text(String text) {
        String escaped = cut(text).replace("\\", "\\\\").replace("\"", "\\\"");
        return '"' + visible(escaped) + '"' + lengthOf(text);
    }

    /**
     * A number or word without quotes, everything in it visible, cut after 60 characters.
     *
     * @param text any text
     * @return for example {@code 0.30}, or {@code 3333... (1204 characters)}
     */
    public static String bare(String text) {
        return visible(cut(text)) + lengthOf(text);
    }

    /** The text up to a length; three dots stand for the rest. */
    static String cut(String text, int longest) {
        return text.codePointCount(0, text.length()) <= longest
                ? text
                : text.substring(0, text.offsetByCodePoints(0, longest)) + "...";
    }

    private static String cut(String text) {
        return cut(text, LONGEST);
    }

    private static String lengthOf(String text) {
        int characters = text.codePointCount(0, text.length());
        return characters <= LONGEST ? "" : " (" + characters + " characters)";
    }

    /**
     * A number as people write it: without a fraction where it is whole.
     *
     * @param number any number
     * @return for example {@code 50} or {@code 0.25}
     */
    public static String number(double number) {
        boolean whole = number == Math.rint(number) && Math.abs(number) < 1e15;
        return whole ? Long.toString((long) number) : Double.toString(number);
    }

    /**
     * The text without quotes and in full length, with everything in it visible.
     *
     * @param text any text
     * @return the text, invisible characters written as in {@code \}{@code u202e}
     */
    static String visible(String text) {
        StringBuilder result = null;
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            int next = i + Character.charCount(codePoint);
            if (isInvisible(codePoint)) {
                if (result == null) {
                    result = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                for (int j = i; j < next; j++) {
                    result.append(String.format(Locale.ROOT, "\\u%04x", (int) text.charAt(j)));
                }
            } else if (result != null) {
                result.appendCodePoint(codePoint);
            }
            i = next;
        }
        return result == null ? text : result.toString();
    }

    private static boolean isInvisible(int codePoint) {
        return switch (Character.getType(codePoint)) {
            case Character.CONTROL,
                    Character.FORMAT,
                    Character.SURROGATE,
                    Character.LINE_SEPARATOR,
                    Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED -> true;
            default -> false;
        };
    }
}
