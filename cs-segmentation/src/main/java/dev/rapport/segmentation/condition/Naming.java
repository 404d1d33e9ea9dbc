package dev.rapport.segmentation.condition;

import java.util.Locale;

/** Names of numbers that conditions compute: readable, and different for what is different. */
final class Naming {

    private static final int LONGEST = 100;
    private static final int LONGEST_READABLE = 85;

    private Naming() {}

    /** A name and what else tells it apart; a mark at the end stands for what the letters of a name cannot say. */
    static String of(String name, String words) {
        StringBuilder text = new StringBuilder(name).append('.');
        for (char c : words.toLowerCase(Locale.ROOT).toCharArray()) {
            boolean isWord = (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
            if (isWord || text.charAt(text.length() - 1) != '-') {
                text.append(isWord ? c : '-');
            }
        }
        String readable = text.toString().replaceAll("\\.-+", ".").replaceAll("[.-]+$", "");
        boolean isWhole = words.matches("[a-z0-9]+( [a-z0-9]+)*") && readable.length() <= LONGEST;
        return isWhole ? readable : marked(readable, name + " " + words);
    }

    /** A name that is short enough. */
    static String shortened(String name) {
        return name.length() <= LONGEST ? name : marked(name, name);
    }

    private static String marked(String readable, String whole) {
        String cut = readable.substring(0, Math.min(readable.length(), LONGEST_READABLE))
                .replaceAll("[.-]+$", "");
        return cut + "-" + String.format(Locale.ROOT, "%08x", whole.hashCode());
    }
}
