package dev.rapport.engagement.page;

import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Charts as SVG that stands in a page, readable without colours: every mark has its value as a title.
 */
final class Chart {

    /** One kind of mark in a chart: a name and the CSS class of its colour. */
    record Series(String name, String style) {}

    /** A row or column of a chart: its label and a value for each series. */
    record Group(String label, List<Double> values) {

        double total() {
            return values.stream().mapToDouble(Double::doubleValue).sum();
        }
    }

    private static final int WIDTH = 560;
    private static final int ROW = 26;
    private static final int LABEL = 150;
    private static final int VALUE = 90;
    private static final int COLUMN_HEIGHT = 200;

    private final String title;
    private final List<Series> series;
    private final DoubleFunction<String> format;

    Chart(String title, List<Series> series, DoubleFunction<String> format) {
        this.title = title;
        this.series = series;
        this.format = format;
    }

    /** A horizontal bar for each group, its series side by side, with the total behind. */
    String bars(List<Group> groups) {
        double most = groups.stream().mapToDouble(Group::total).max().orElse(0);
        double scale = most > 0 ? (WIDTH - LABEL - VALUE) / most : 0;
        int height = groups.size() * ROW + legendHeight();
        Svg svg = new Svg(title, WIDTH, height);
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            int y = i * ROW;
            svg.text(LABEL - 8.0, y + 17.0, "end", group.label());
            double x = LABEL;
            for (int s = 0; s < series.size(); s++) {
                double width = group.values().get(s) * scale;
                svg.bar(x, y + 4.0, width, ROW - 8.0, series.get(s).style(), markTitle(group, s));
                x += Math.max(0, width);
            }
            svg.text(x + 6, y + 17.0, "start", format.apply(group.total()));
        }
        legend(svg, groups.size() * ROW);
        return svg.end();
    }

    /** A column for each group, its series stacked from the bottom, with the total above. */
    String columns(List<Group> groups) {
        double most = groups.stream().mapToDouble(Group::total).max().orElse(0);
        double scale = most > 0 ? (COLUMN_HEIGHT - 30) / most : 0;
        double step = (double) WIDTH / Math.max(1, groups.size());
        Svg svg = new Svg(title, WIDTH, COLUMN_HEIGHT + 24 + legendHeight());
        for (int i = 0; i < groups.size(); i++) {
            Group group = groups.get(i);
            double x = i * step + step * 0.15;
            double y = COLUMN_HEIGHT;
            for (int s = 0; s < series.size(); s++) {
                double height = group.values().get(s) * scale;
                y -= height;
                svg.bar(x, y, step * 0.7, height, series.get(s).style(), markTitle(group, s));
            }
            if (group.total() > 0) {
                svg.text(x + step * 0.35, y - 6, "middle", format.apply(group.total()));
            }
            svg.text(x + step * 0.35, COLUMN_HEIGHT + 17.0, "middle", group.label());
        }
        legend(svg, COLUMN_HEIGHT + 24);
        return svg.end();
    }

    private String markTitle(Group group, int s) {
        return group.label() + ", " + series.get(s).name() + ": "
                + format.apply(group.values().get(s));
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
            x += 34 + 7.2 * one.name().length();
        }
    }
}
