package dev.rapport.health.card;

import dev.rapport.health.classification.Evaluation;
import java.util.List;
import java.util.Locale;

/** Draws probability against what happened: on the diagonal a probability means what it says. */
final class CalibrationPlot {

    private static final int SIZE = 300;
    private static final int LEFT = 44;
    private static final int BOTTOM = 36;
    private static final int TOP = 8;
    private static final double SMALLEST = 3;
    private static final double LARGEST = 12;

    private CalibrationPlot() {}

    static String svg(List<Evaluation.Bin> bins) {
        double most = 0;
        double weight = 0;
        for (Evaluation.Bin bin : bins) {
            most = Math.max(most, Math.max(bin.probability(), bin.share()));
            weight = Math.max(weight, bin.weight());
        }
        most = most > 0.5 ? 1 : most > 0.25 ? 0.5 : 0.25;
        StringBuilder svg = new StringBuilder();
        svg.append(format(
                "<svg role=\"img\" viewBox=\"0 0 %d %d\" aria-label=\"Calibration: probability against the share lost\">%n",
                LEFT + SIZE + 12, TOP + SIZE + BOTTOM));
        for (int i = 0; i <= 5; i++) {
            double at = most * i / 5;
            svg.append(format(
                    "<line class=\"grid\" x1=\"%d\" x2=\"%d\" y1=\"%.1f\" y2=\"%.1f\"/>",
                    LEFT, LEFT + SIZE, y(at, most), y(at, most)));
            svg.append(format(
                    "<text x=\"%d\" y=\"%.1f\" text-anchor=\"end\">%s</text>", LEFT - 6, y(at, most) + 4, label(at)));
            svg.append(format(
                    "<text x=\"%.1f\" y=\"%d\" text-anchor=\"middle\">%s</text>%n",
                    x(at, most), TOP + SIZE + 16, label(at)));
        }
        svg.append(format(
                "<line class=\"diagonal\" x1=\"%d\" y1=\"%d\" x2=\"%d\" y2=\"%d\"/>%n",
                LEFT, TOP + SIZE, LEFT + SIZE, TOP));
        for (Evaluation.Bin bin : bins) {
            double radius = SMALLEST + (LARGEST - SMALLEST) * Math.sqrt(bin.weight() / weight);
            svg.append(format(
                    "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"%.1f\"><title>said %s, lost %s, of %.0f</title></circle>%n",
                    x(bin.probability(), most),
                    y(bin.share(), most),
                    radius,
                    Html.percent(bin.probability()),
                    Html.percent(bin.share()),
                    bin.weight()));
        }
        svg.append(format(
                "<text x=\"%d\" y=\"%d\" text-anchor=\"middle\">probability that was said</text></svg>%n",
                LEFT + SIZE / 2, TOP + SIZE + 32));
        return svg.toString();
    }

    private static double x(double value, double most) {
        return LEFT + SIZE * value / most;
    }

    private static double y(double value, double most) {
        return TOP + SIZE - SIZE * value / most;
    }

    private static String label(double share) {
        return format("%.0f %%", 100 * share);
    }

    private static String format(String format, Object... values) {
        return String.format(Locale.ROOT, format.replace("%n", "\n"), values);
    }
}
