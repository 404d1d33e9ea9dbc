package dev.rapport.engagement.page;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoubleFunction;
import java.util.stream.Collectors;

/**
 * Charts as SVG that stands in a page. Readable without colours and without eyes: every mark has its value as a title, and
 * the image's label says all of them.
 */
final class Chart {

    /** One kind of mark in a chart: a name and the CSS class of its colour. */
    record Series(String name, String style) {}

    /** A row or column of a chart: its label, a value for each series, and what stands at its end in place of the total. */
    record Group(String label, List<Double> values, Optional<String> end) {

        Group(String label, List<Double> values) {
            this(label, values, Optional.empty());
        }

        double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }

        private double above() {
            return values.stream().mapToDouble(value -> Math.max(0, value)).sum();
        }

        private double below() {
            return values.stream().mapToDouble(value -> Math.max(0, -value)).sum();
        }
    }

    private static final int WIDTH = 560;
    private static final int ROW = 26;
    private static final int LABEL = 150;
    private static final int VALUE = 90;
    private static final int COLUMNS = 170;
    private static final int ABOVE = 24;
    private static final int BELOW = 24;

    private final String title;
    private final List<Series> series;
    private final DoubleFunction<String> format;

    Chart(String title, List<Series> series, DoubleFunction<String> format) {
        this.title = title;
        this.series = series;
        this.format = format;
    }

    /** A horizontal bar for each group, what is negative to the left, with the total or its end behind; empty without groups. */
    String bars(List<Group> groups) {
        if (groups.isEmpty()) {
            return "";
        }
        double below = groups.stream().mapToDouble(Group::below).max().orElse(0);
        double scale = scale(groups, WIDTH - LABEL - VALUE);
        double zero = LABEL + below * scale;
        Svg svg = new Svg(label(groups), WIDTH, groups.size() * ROW + legendHeight());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double y = (double) i * ROW;
            svg.text(LABEL - 8.0, y + 17, "end", group.label());
            double right = zero;
            double left = zero;
            for (int s = 0; s < series.size(); s++) {
                double length = group.values().get(s) * scale;
                left -= Math.max(0, -length);
                double from = length < 0 ? left : right;
                svg.bar(from, y + 4, Math.abs(length), ROW - 8.0, series.get(s).style(), mark(group, s));
                right += Math.max(0, length);
            }
            svg.text(right + 6, y + 17, "start", group.end().orElseGet(() -> format.apply(group.total())));
        }
        axisIfNegative(svg, below, zero, groups.size());
        legend(svg, groups.size() * ROW);
        return svg.end();
    }

    /** A column for each group, its series stacked from the zero line, with the total above; empty without groups. */
    String columns(List<Group> groups) {
        if (groups.isEmpty()) {
            return "";
        }
        double above = groups.stream().mapToDouble(Group::above).max().orElse(0);
        double scale = scale(groups, COLUMNS);
        double zero = ABOVE + above * scale;
        int foot = ABOVE + COLUMNS;
        double step = (double) WIDTH / groups.size();
        Svg svg = new Svg(label(groups), WIDTH, foot + BELOW + legendHeight());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double x = i * step + step * 0.15;
            double top = zero;
            double bottom = zero;
            for (int s = 0; s < series.size(); s++) {
                double height = group.values().get(s) * scale;
                top -= Math.max(0, height);
                double from = height < 0 ? bottom : top;
                svg.bar(x, from, step * 0.7, Math.abs(height), series.get(s).style(), mark(group, s));
                bottom += Math.max(0, -height);
            }
            if (group.total() != 0) {
                svg.text(x + step * 0.35, top - 6, "middle", format.apply(group.total()));
            }
            svg.text(x + step * 0.35, foot + 17.0, "middle", group.label());
        }
        svg.line(0, above > 0 ? zero : foot, WIDTH, above > 0 ? zero : foot);
        legend(svg, foot + BELOW);
        return svg.end();
    }

    /**
     * A way from the first value to the last one: both stand on the zero line, and each change between them begins where
     * the one before ended. The series are the levels, what is gained and what is lost.
     */
    String waterfall(Group start, List<Group> changes, Group end) {
        double most = Math.max(start.total(), end.total());
        double level = start.total();
        for (Group change : changes) {
            level += change.total();
            most = Math.max(most, level);
        }
        double scale = most > 0 ? (WIDTH - LABEL - VALUE) / most : 0;
        List<Group> all = new ArrayList<>(changes);
        all.add(0, start);
        all.add(end);
        Svg svg = new Svg(label(all), WIDTH, all.size() * ROW + 4);
        level = 0;
        for (int i = 0; i < all.size(); i++) {
            Group group = all.get(i);
            boolean isLevel = i == 0 || i == all.size() - 1;
            double from = isLevel ? 0 : Math.min(level, level + group.total());
            double length = Math.abs(group.total()) * scale;
            double y = (double) i * ROW;
            svg.text(LABEL - 8.0, y + 17, "end", group.label());
            int kind = isLevel ? 0 : group.total() < 0 ? 2 : 1;
            String words = group.label() + ": " + signed(group.total(), isLevel);
            svg.bar(
                    LABEL + from * scale,
                    y + 4,
                    length,
                    ROW - 8.0,
                    series.get(kind).style(),
                    words);
            svg.text(LABEL + from * scale + length + 6, y + 17, "start", signed(group.total(), isLevel));
            level = isLevel ? group.total() : level + group.total();
        }
        return svg.end();
    }

    private String signed(double value, boolean isLevel) {
        return (isLevel || !(value > 0) ? "" : "+") + format.apply(value);
    }

    private static double scale(List<Group> groups, int length) {
        double span = groups.stream().mapToDouble(Group::above).max().orElse(0)
                + groups.stream().mapToDouble(Group::below).max().orElse(0);
        return span > 0 ? length / span : 0;
    }

    private String mark(Group group, int s) {
        return group.label() + ", " + series.get(s).name() + ": "
                + format.apply(group.values().get(s));
    }

    private String label(List<Group> groups) {
        return groups.stream().map(this::words).collect(Collectors.joining("; ", title + ". ", "."));
    }

    private String words(Group group) {
        List<String> words = new ArrayList<>();
        for (int s = 0; s < group.values().size() && group.values().size() > 1; s++) {
            if (group.values().get(s) != 0) {
                words.add(
                        series.get(s).name() + " " + format.apply(group.values().get(s)));
            }
        }
        return group.label() + ": " + (words.isEmpty() ? format.apply(group.total()) : String.join(", ", words));
    }

    private static void axisIfNegative(Svg svg, double below, double zero, int rows) {
        if (below > 0) {
            svg.line(zero, 0, zero, (double) rows * ROW);
        }
    }

    private int legendHeight() {
        return series.size() > 1 ? ROW : 4;
    }

    private void legend(Svg svg, int top) {
        if (series.size() < 2) {
            return;
        }
        double x = 0;
        for (Series one : series) {
            svg.bar(x, top + 9.0, 12, 12, one.style(), one.name());
            svg.text(x + 18, top + 19.0, "start", one.name());
            x += 34 + 7.2 * Math.min(one.name().length(), 24);
        }
    }
}
