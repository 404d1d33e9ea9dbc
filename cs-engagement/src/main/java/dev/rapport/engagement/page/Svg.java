package dev.rapport.engagement.page;

import java.util.Locale;

/** Writes one SVG image. */
final class Svg {

    private final StringBuilder svg = new StringBuilder();

    Svg(String title, int width, int height) {
        svg.append("<svg role=\"img\" viewBox=\"0 0 ")
                .append(width)
                .append(' ')
                .append(height)
                .append("\" aria-label=\"")
                .append(Text.escape(title))
                .append("\">");
    }

    void bar(double x, double y, double width, double height, String style, String title) {
        if (!(width > 0) || !(height > 0)) {
            return;
        }
        svg.append("<rect class=\"").append(style).append("\" x=\"").append(number(x));
        svg.append("\" y=\"").append(number(y)).append("\" width=\"").append(number(width));
        svg.append("\" height=\"").append(number(height)).append("\"><title>");
        svg.append(Text.escape(title)).append("</title></rect>");
    }

    void text(double x, double y, String anchor, String text) {
        svg.append("<text x=\"").append(number(x)).append("\" y=\"").append(number(y));
        svg.append("\" text-anchor=\"").append(anchor).append("\">");
        svg.append(Text.escape(Text.shortened(text, 24))).append("</text>");
    }

    String end() {
        return svg.append("</svg>").toString();
    }

    private static String number(double value) {
        return String.format(Locale.ROOT, "%.1f", value);
    }
}
