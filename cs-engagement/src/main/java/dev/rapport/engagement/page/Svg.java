package dev.rapport.engagement.page;

import java.util.Locale;

/** Writes one SVG image. What it says to those who do not see it is in its label. */
final class Svg {

    private static final int LONGEST_TEXT = 24;

    private final StringBuilder svg = new StringBuilder();

    Svg(String label, int width, int height) {
        svg.append("<svg role=\"img\" viewBox=\"0 0 ").append(width).append(' ').append(height);
        svg.append("\" aria-label=\"").append(Text.escape(label)).append("\">");
    }

    /** A rectangle with a title that shows under the pointer; none without an area. */
    void bar(double x, double y, double width, double height, String style, String title) {
        if (!(width > 0) || !(height > 0)) {
            return;
        }
        svg.append("<rect class=\"").append(Text.escape(style));
        attribute("x", x);
        attribute("y", y);
        attribute("width", width);
        attribute("height", height);
        svg.append("\"><title>").append(Text.escape(title)).append("</title></rect>");
    }

    void text(double x, double y, String anchor, String text) {
        svg.append("<text text-anchor=\"").append(anchor);
        attribute("x", x);
        attribute("y", y);
        svg.append("\">")
                .append(Text.escape(Text.shortened(text, LONGEST_TEXT)))
                .append("</text>");
    }

    void line(double x1, double y1, double x2, double y2) {
        svg.append("<line class=\"axis");
        attribute("x1", x1);
        attribute("y1", y1);
        attribute("x2", x2);
        attribute("y2", y2);
        svg.append("\"/>");
    }

    String end() {
        return svg.append("</svg>").toString();
    }

    private void attribute(String name, double value) {
        svg.append("\" ").append(name).append("=\"").append(String.format(Locale.ROOT, "%.1f", value));
    }
}
