package dev.rapport.examples.shared.study;

import java.io.IOException;
import java.io.Writer;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A self-contained page: text, tables and line charts, without scripts. Everything that is shown is escaped. */
public final class StudyPage {

    private static final int WIDTH = 720;
    private static final int HEIGHT = 320;
    private static final int LEFT = 60;
    private static final int BOTTOM = 40;
    private static final int TOP = 16;
    private static final int RIGHT = 16;
    static final List<String> COLOURS =
            List.of("#1f5f8b", "#c8553d", "#3c7a4f", "#7d5ba6", "#b8860b", "#4a4a4a", "#2a9d8f", "#a83279");
    private static final String STYLE = """
            body{font:16px/1.5 system-ui,sans-serif;max-width:60rem;margin:2rem auto;padding:0 1rem;color:#1c1c1c}
            h1{font-size:1.5rem}h2{font-size:1.15rem;margin-top:2rem}
            table{border-collapse:collapse;font-variant-numeric:tabular-nums}
            th,td{padding:.25rem .75rem;border-bottom:1px solid #ddd;text-align:right}
            th:first-child,td:first-child,.words{text-align:left}
            svg{max-width:100%;height:auto}figure{margin:1rem 0}figcaption{color:#555}
            """;

    private final StringBuilder body = new StringBuilder();
    private final String title;

    private StudyPage(String title) {
        this.title = title;
        body.append("<h1>").append(escape(title)).append("</h1>\n");
    }

    /** A line of a chart: points in rising order of x. */
    @SuppressWarnings("ArrayRecordComponent") // points to draw, never compared
    public record Series(String name, double[] x, double[] y, boolean steps) {}

    /** Begins a page. */
    public static StudyPage titled(String title) {
        return new StudyPage(title);
    }

    /** Adds a heading. */
    public StudyPage heading(String text) {
        body.append("<h2>").append(escape(text)).append("</h2>\n");
        return this;
    }

    /** Adds a paragraph. */
    public StudyPage paragraph(String text) {
        body.append("<p>").append(escape(text)).append("</p>\n");
        return this;
    }

    /** Adds a table. Columns of sentences stand to the left, of numbers to the right. */
    public StudyPage table(List<String> header, List<List<String>> rows) {
        body.append("<table><thead><tr>");
        for (int column = 0; column < header.size(); column++) {
            body.append(isOfWords(rows, column) ? "<th scope=\"col\" class=\"words\">" : "<th scope=\"col\">")
                    .append(escape(header.get(column)))
                    .append("</th>");
        }
        body.append("</tr></thead><tbody>\n");
        for (List<String> row : rows) {
            body.append("<tr>");
            for (int column = 0; column < row.size(); column++) {
                body.append(isOfWords(rows, column) ? "<td class=\"words\">" : "<td>")
                        .append(escape(row.get(column)))
                        .append("</td>");
            }
            body.append("</tr>\n");
        }
        body.append("</tbody></table>\n");
        return this;
    }

    private static boolean isOfWords(List<List<String>> rows, int column) {
        return rows.stream()
                .anyMatch(row -> row.size() > column && row.get(column).matches("\\p{L}.* .*"));
    }

    /** Adds a chart of lines, both axes from 0 or the least value that is below. */
    public StudyPage lines(String caption, String xName, String yName, List<Series> series) {
        double xMost = 0;
        double yMost = 0;
        for (Series one : series) {
            for (int i = 0; i < one.x().length; i++) {
                xMost = Math.max(xMost, one.x()[i]);
                yMost = Math.max(yMost, one.y()[i]);
            }
        }
        if (!(xMost > 0) || !(yMost > 0)) {
            return this;
        }
        body.append("<figure><svg viewBox=\"0 0 ")
                .append(WIDTH)
                .append(' ')
                .append(HEIGHT)
                .append("\" role=\"img\" aria-label=\"")
                .append(escape(caption))
                .append("\">\n");
        axis(xMost, yMost, xName, yName);
        for (int i = 0; i < series.size(); i++) {
            line(series.get(i), COLOURS.get(i % COLOURS.size()), xMost, yMost, i);
        }
        body.append("</svg><figcaption>").append(escape(caption)).append("</figcaption></figure>\n");
        return this;
    }

    /** Adds a picture. */
    public StudyPage picture(Picture picture) {
        body.append("<figure>")
                .append(picture.svg())
                .append("<figcaption>")
                .append(escape(picture.caption()))
                .append("</figcaption></figure>\n");
        return this;
    }

    private void axis(double xMost, double yMost, String xName, String yName) {
        int bottom = HEIGHT - BOTTOM;
        for (int i = 0; i <= 4; i++) {
            double y = bottom - (bottom - TOP) * i / 4.0;
            double x = LEFT + (WIDTH - LEFT - RIGHT) * i / 4.0;
            body.append(String.format(
                    Locale.ROOT,
                    "<line x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>"
                            + "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\" font-size=\"12\">%s</text>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"12\">%s</text>%n",
                    LEFT,
                    WIDTH - RIGHT,
                    y,
                    y,
                    LEFT - 6,
                    y + 4,
                    number(yMost * i / 4),
                    x,
                    bottom + 16,
                    number(xMost * i / 4)));
        }
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"12\">%s</text>"
                        + "<text x=\"%d\" y=\"%d\" font-size=\"12\">%s</text>%n",
                WIDTH - RIGHT,
                HEIGHT - 6,
                escape(xName),
                4,
                12,
                escape(yName)));
    }

    private void line(Series series, String colour, double xMost, double yMost, int index) {
        int bottom = HEIGHT - BOTTOM;
        StringBuilder path = new StringBuilder();
        double before = Double.NaN;
        for (int i = 0; i < series.x().length; i++) {
            double x = LEFT + (WIDTH - LEFT - RIGHT) * series.x()[i] / xMost;
            double y = bottom - (bottom - TOP) * series.y()[i] / yMost;
            if (i > 0 && series.steps()) {
                path.append(String.format(Locale.ROOT, "L%.1f %.1f", x, before));
            }
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", i == 0 ? "M" : "L", x, y));
            before = y;
        }
        body.append("<path fill=\"none\" stroke-width=\"2\" stroke=\"")
                .append(colour)
                .append("\" d=\"")
                .append(path)
                .append("\"/>\n");
        body.append(String.format(
                Locale.ROOT,
                "<text x=\"%d\" y=\"%d\" fill=\"%s\" font-size=\"13\" text-anchor=\"end\">%s</text>%n",
                WIDTH - RIGHT - 6,
                TOP + 14 + 16 * index,
                colour,
                escape(series.name())));
    }

    /** A number for people: four digits. */
    public static String number(double value) {
        if (Double.isNaN(value)) {
            return "-";
        }
        return value == Math.rint(value) && Math.abs(value) < 1e9
                ? Long.toString((long) value)
                : String.format(Locale.ROOT, "%.4g", value);
    }

    /** Writes the page. */
    public void writeTo(Writer writer) throws IOException {
        writer.write("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<meta name=\"viewport\" content=\"width=device-width\"><title>" + escape(title) + "</title><style>\n"
                + STYLE + "</style></head><body>\n" + body + "</body></html>\n");
    }

    static String escape(String text) {
        StringBuilder safe = new StringBuilder(text.length() + 8);
        List<Character> special = new ArrayList<>(List.of('<', '>', '&', '"', '\''));
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (special.contains(c) || (c < ' ' && c != '\n' && c != '\t')) {
                safe.append("&#").append(c < ' ' ? 0xFFFD : (int) c).append(';');
            } else {
                safe.append(c);
            }
        }
        return safe.toString();
    }
}
