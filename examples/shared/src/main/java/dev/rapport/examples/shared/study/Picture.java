package dev.rapport.examples.shared.study;

import java.util.List;
import java.util.Locale;

/** A picture of a page: bars, or points in groups. */
public final class Picture {

    private static final int WIDTH = 720;
    private static final int LEFT = 220;
    private static final int RIGHT = 80;
    private static final int BAR = 22;
    private static final int TALL = 460;
    private static final int MARGIN = 24;

    private final String caption;
    private final String svg;

    private Picture(String caption, int height, String content) {
        this.caption = caption;
        this.svg = "<svg viewBox=\"0 0 " + WIDTH + " " + height + "\" role=\"img\" aria-label=\""
                + StudyPage.escape(caption) + "\">\n" + content + "</svg>";
    }

    /** A bar: what it says, how long it is, either way, and the group it is coloured by. */
    public record Bar(String name, double value, int group) {}

    /** A point and the group it is coloured by. */
    public record Point(double x, double y, int group) {}

    /** Bars from zero to the right or, below zero, to the left; each with its name and its number. */
    public static Picture bars(String caption, List<Bar> bars) {
        return bars(caption, bars, BAR, true);
    }

    /** Thin bars without names, for many. */
    public static Picture thinBars(String caption, List<Bar> bars) {
        return bars(caption, bars, Math.max(1, Math.min(BAR, 600 / Math.max(1, bars.size()))), false);
    }

    private static Picture bars(String caption, List<Bar> bars, int height, boolean named) {
        double least = Math.min(0, bars.stream().mapToDouble(Bar::value).min().orElse(0));
        double most = Math.max(0, bars.stream().mapToDouble(Bar::value).max().orElse(0));
        double scale = most > least ? (WIDTH - LEFT - RIGHT) / (most - least) : 0;
        double zero = LEFT - least * scale;
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            double from = Math.min(zero, zero + bar.value() * scale);
            double length = Math.abs(bar.value() * scale);
            content.append(String.format(
                    Locale.ROOT,
                    "<rect x=\"%.1f\" y=\"%d\" width=\"%.1f\" height=\"%d\" fill=\"%s\"/>%n",
                    from,
                    i * height,
                    length,
                    named ? height - 4 : height,
                    colour(bar.group())));
            if (named) {
                content.append(String.format(
                        Locale.ROOT,
                        "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"13\">%s</text>"
                                + "<text x=\"%.1f\" y=\"%d\" font-size=\"12\">%s</text>%n",
                        LEFT - 8 - (least < 0 ? 40 : 0),
                        i * height + 14,
                        StudyPage.escape(bar.name().length() > 26 ? bar.name().substring(0, 25) + "…" : bar.name()),
                        from + length + 6,
                        i * height + 14,
                        StudyPage.number(bar.value())));
            }
        }
        return new Picture(caption, Math.max(1, bars.size() * height), content.toString());
    }

    /** A number between two ends: what it says, and the group it is coloured by. */
    public record Range(String name, double low, double value, double high, int group) {}

    /** Numbers between their ends, on one scale that holds zero. */
    public static Picture ranges(String caption, List<Range> ranges) {
        double least = Math.min(0, ranges.stream().mapToDouble(Range::low).min().orElse(0));
        double most = Math.max(0, ranges.stream().mapToDouble(Range::high).max().orElse(0));
        double scale = most > least ? (WIDTH - LEFT - 2 * RIGHT) / (most - least) : 0;
        double zero = LEFT + RIGHT / 2.0 - least * scale;
        StringBuilder content = new StringBuilder();
        for (int i = 0; i < ranges.size(); i++) {
            Range range = ranges.get(i);
            int middle = i * 2 * BAR + BAR;
            content.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"13\">%s</text>"
                            + "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"%d\" y2=\"%d\" stroke-width=\"3\" stroke=\"%s\"/>"
                            + "<circle cx=\"%.1f\" cy=\"%d\" r=\"5\" fill=\"%s\"/>"
                            + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"12\">%s</text>%n",
                    LEFT - 8,
                    middle + 4,
                    StudyPage.escape(range.name().length() > 30 ? range.name().substring(0, 29) + "…" : range.name()),
                    zero + range.low() * scale,
                    zero + range.high() * scale,
                    middle,
                    middle,
                    colour(range.group()),
                    zero + range.value() * scale,
                    middle,
                    colour(range.group()),
                    zero + range.value() * scale,
                    middle - 10,
                    StudyPage.number(range.value())));
        }
        int height = Math.max(1, ranges.size() * 2 * BAR + BAR);
        content.append(String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" x2=\"%.1f\" y1=\"0\" y2=\"%d\" stroke=\"#888\" stroke-dasharray=\"4 3\"/>"
                        + "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\" font-size=\"12\">0</text>%n",
                zero,
                zero,
                height - 16,
                zero,
                height - 2));
        return new Picture(caption, height, content.toString());
    }

    /** Points, with the names of their groups. */
    public static Picture points(String caption, List<Point> points, List<String> groups) {
        double[] x = points.stream().mapToDouble(Point::x).sorted().toArray();
        double[] y = points.stream().mapToDouble(Point::y).sorted().toArray();
        StringBuilder content = new StringBuilder();
        for (Point point : points) {
            content.append(String.format(
                    Locale.ROOT,
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"3\" fill=\"%s\" fill-opacity=\"0.6\"/>%n",
                    MARGIN + share(point.x(), x) * (WIDTH - 2 * MARGIN),
                    TALL - MARGIN - share(point.y(), y) * (TALL - 2 * MARGIN),
                    colour(point.group())));
        }
        for (int i = 0; i < groups.size() && i < 24; i++) {
            content.append(String.format(
                    Locale.ROOT,
                    "<text x=\"%d\" y=\"%d\" text-anchor=\"end\" font-size=\"13\" fill=\"%s\">%s</text>%n",
                    WIDTH - 8,
                    16 + 16 * i,
                    colour(i),
                    StudyPage.escape(groups.get(i))));
        }
        return new Picture(caption, TALL, content.toString());
    }

    private static double share(double value, double[] sorted) {
        double least = sorted[0];
        double most = sorted[sorted.length - 1];
        return most > least ? (value - least) / (most - least) : 0.5;
    }

    private static String colour(int group) {
        return StudyPage.COLOURS.get(group % StudyPage.COLOURS.size());
    }

    /** What it shows. */
    public String caption() {
        return caption;
    }

    String svg() {
        return svg;
    }
}
