package dev.rapport.health.card;

import java.util.List;
import java.util.Locale;

/** Writes a page. Everything that is shown is escaped. */
final class Html {

    private final StringBuilder text = new StringBuilder();

    Html raw(String markup) {
        text.append(markup);
        return this;
    }

    Html element(String name, String content) {
        text.append('<').append(name).append('>').append(escape(content));
        text.append("</").append(name).append(">\n");
        return this;
    }

    Html list(List<String> items) {
        text.append("<ul>\n");
        items.forEach(item -> element("li", item));
        text.append("</ul>\n");
        return this;
    }

    Html table(List<String> header, List<List<String>> rows) {
        text.append("<table><thead><tr>");
        header.forEach(
                cell -> text.append("<th scope=\"col\">").append(escape(cell)).append("</th>"));
        text.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            text.append("<tr>");
            row.forEach(cell -> text.append("<td>").append(escape(cell)).append("</td>"));
            text.append("</tr>\n");
        }
        text.append("</tbody></table>\n");
        return this;
    }

    String text() {
        return text.toString();
    }

    static String number(double value) {
        double size = Math.abs(value);
        String format = size >= 1000 || (size > 0 && size < 0.001) ? "%.2e" : size >= 10 ? "%.1f" : "%.3f";
        return String.format(Locale.ROOT, format, value);
    }

    static String percent(double share) {
        return String.format(Locale.ROOT, "%.1f %%", 100 * share);
    }

    static String escape(String plain) {
        return plain.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
