package dev.rapport.engagement.page;

import java.util.ArrayList;
import java.util.List;

/** A page read back as a browser would: its tags without the values of their attributes, and its text. */
final class Skeleton {

    private final List<String> tags = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();

    Skeleton(String html) {
        int at = 0;
        while (at < html.length()) {
            char c = html.charAt(at);
            if (c == '<') {
                at = tag(html, at);
            } else {
                text.append(c);
                at++;
            }
        }
    }

    private int tag(String html, int start) {
        StringBuilder tag = new StringBuilder();
        boolean quoted = false;
        int at = start;
        for (; at < html.length(); at++) {
            char c = html.charAt(at);
            if (c == '"') {
                quoted = !quoted;
            } else if (!quoted) {
                tag.append(c);
                if (c == '>') {
                    break;
                }
            }
        }
        tags.add(tag.toString());
        return at + 1;
    }

    List<String> tags() {
        return tags;
    }

    /** The text with its entities read. */
    String text() {
        return unescaped(text.toString());
    }

    static String unescaped(String escaped) {
        return escaped.replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&quot;", "\"")
                .replace("&#39;", "'")
                .replace("&amp;", "&");
    }
}
