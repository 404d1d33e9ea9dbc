package dev.rapport.examples.segmentstudy;

import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Study;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyProgram;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.model.json.JsonOut;
import dev.rapport.segmentation.tier.Breaks;
import dev.rapport.segmentation.tier.QuantileType;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Tiers of one number: natural breaks, quantiles, cumulative shares. */
final class TierStudy implements StudyProgram.Method {

    private static final int TIERS = 4;
    private static final int MOST = 1000;
    private static final Map<String, QuantileType> TYPES = Map.of(
            "1", QuantileType.INVERTED_DISTRIBUTION,
            "2", QuantileType.AVERAGED_DISTRIBUTION,
            "6", QuantileType.WEIBULL,
            "7", QuantileType.LINEAR,
            "8", QuantileType.MEDIAN_UNBIASED);

    enum Kind {
        NATURAL_BREAKS,
        QUANTILES,
        PARETO
    }

    private final Kind kind;

    TierStudy(Kind kind) {
        this.kind = kind;
    }

    @Override
    public Study study(StudyTable table, Arguments arguments) {
        Optional<Integer> k = arguments.findWhole("k", 1, MOST).map(Long::intValue);
        String type = arguments.find("type").orElse("7");
        double[] shares = shares(arguments, k);
        Input input = Input.of(table, arguments);
        if (input.names().size() != 1 || input.hasCategories()) {
            throw new UserError("option (--columns " + arguments.get("columns") + ") must name one numeric column.");
        }
        String column = input.names().get(0);
        table.requireNumber(
                column,
                value -> kind != Kind.PARETO || value >= 0,
                kind == Kind.PARETO ? "must be a number of at least 0" : "must be a number");
        double[] values = input.numbers(column);
        try {
            Breaks breaks = switch (kind) {
                case NATURAL_BREAKS -> Breaks.natural(values, k.orElse(TIERS));
                case QUANTILES -> Breaks.quantiles(values, k.orElse(TIERS), type(type));
                case PARETO -> Breaks.cumulativeShares(values, shares);
            };
            return split(input, column, values, breaks, shares, type).study();
        } catch (IllegalArgumentException e) {
            throw new UserError("column (" + column + "): " + e.getMessage(), e);
        }
    }

    private static QuantileType type(String type) {
        QuantileType found = TYPES.get(type);
        if (found == null) {
            throw new UserError("option (--type " + type + ") must be 1, 2, 6, 7 or 8.");
        }
        return found;
    }

    private double[] shares(Arguments arguments, Optional<Integer> k) {
        if (kind != Kind.PARETO) {
            return new double[0];
        }
        if (arguments.find("shares").isEmpty()) {
            if (k.isPresent() && k.get() != 2 && k.get() != 3) {
                throw new UserError("option (--k " + k.get() + ") must be 2 or 3 in pareto without --shares.\n"
                        + "Maybe --shares 0.5,0.8,0.95, which makes 4.");
            }
            return k.isPresent() && k.get() == 2 ? new double[] {0.8} : new double[] {0.8, 0.95};
        }
        String text = arguments.get("shares");
        try {
            double[] shares = Arrays.stream(text.split(",", -1))
                    .mapToDouble(Double::parseDouble)
                    .toArray();
            if (k.isPresent() && k.get() != shares.length + 1) {
                throw new UserError("option (--k " + k.get() + ") must be one more than the shares (" + text + ").");
            }
            if (shares.length > 25) {
                throw new UserError("option (--shares " + text + ") must have at most 25 shares.");
            }
            return shares;
        } catch (NumberFormatException e) {
            throw new UserError("option (--shares " + text + ") must be numbers like 0.8,0.95.", e);
        }
    }

    private Split split(Input input, String column, double[] values, Breaks breaks, double[] shares, String type) {
        double[] sums = new double[breaks.tiers()];
        double total = 0;
        for (double value : values) {
            sums[breaks.tier(value)] += value;
            total += value;
        }
        String[] ids = ids(breaks, sums, total, shares);
        Map<String, String> assignments = new LinkedHashMap<>();
        List<String> customers = input.ids();
        for (int row = 0; row < values.length; row++) {
            assignments.put(customers.get(row), ids[breaks.tier(values[row])]);
        }
        List<Split.Part> parts = new ArrayList<>();
        for (int tier = 0; tier < ids.length; tier++) {
            String until = tier == ids.length - 1 ? " to " : " to below ";
            String share = total > 0 && breaks.values().get(0) >= 0
                    ? ", " + StudyPage.number(100 * sums[tier] / total) + " % of the total"
                    : "";
            parts.add(new Split.Part(
                    ids[tier],
                    ids[tier],
                    column + " from " + plain(breaks.values().get(tier)) + until
                            + plain(breaks.values().get(tier + 1)) + share));
        }
        if (kind == Kind.PARETO) {
            Collections.reverse(parts);
        }
        return new Split(
                        "Tiers of " + column,
                        parts,
                        assignments,
                        out -> write(out, values, breaks, shares, type),
                        page -> show(page, column, values, breaks))
                .with(breaks.tiers(input.attribute(column), Optional.empty(), List.of(ids)));
    }

    private static String plain(double value) {
        return new BigDecimal(Double.toString(value)).stripTrailingZeros().toPlainString();
    }

    /** Lowest first: t1, t2, ... or q1, q2, ...; of shares A is the highest. */
    private String[] ids(Breaks breaks, double[] sums, double total, double[] shares) {
        String[] ids = new String[breaks.tiers()];
        double above = 0;
        for (int tier = ids.length - 1; tier >= 0; tier--) {
            if (kind == Kind.PARETO) {
                int letter = 0;
                while (letter < shares.length && above >= shares[letter] * total * (1 - 1e-9)) {
                    letter++;
                }
                ids[tier] = Character.toString('A' + letter);
                above += sums[tier];
            } else {
                ids[tier] = (kind == Kind.QUANTILES ? "q" : "t") + (tier + 1);
            }
        }
        return ids;
    }

    private void write(JsonOut out, double[] values, Breaks breaks, double[] shares, String type) {
        out.field("k", breaks.tiers());
        if (kind == Kind.NATURAL_BREAKS) {
            out.field("objective", within(values, breaks));
        }
        out.field("goodness", breaks.goodness());
        out.array("breaks", list -> breaks.values().forEach(list::value));
        if (kind == Kind.QUANTILES) {
            out.field("quantileType", type);
        }
        if (kind == Kind.PARETO) {
            out.array("shares", list -> Arrays.stream(shares).forEach(list::value));
        }
    }

    private static double within(double[] values, Breaks breaks) {
        double[] sums = new double[breaks.tiers()];
        for (double value : values) {
            sums[breaks.tier(value)] += value;
        }
        double within = 0;
        for (double value : values) {
            int tier = breaks.tier(value);
            double difference = value - sums[tier] / breaks.size(tier);
            within += difference * difference;
        }
        return within;
    }

    private static void show(StudyPage page, String column, double[] values, Breaks breaks) {
        page.paragraph("The tiers explain " + StudyPage.number(100 * breaks.goodness()) + " % of the variance of "
                + column + ".");
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        int points = Math.min(sorted.length, 200);
        double[] x = new double[points];
        double[] y = new double[points];
        double[] shareX = new double[points];
        double[] shareY = new double[points];
        double total = Arrays.stream(sorted).sum();
        double sum = 0;
        int done = 0;
        for (int i = 0; i < points; i++) {
            int end = (int) ((long) sorted.length * (i + 1) / points);
            for (; done < end; done++) {
                sum += sorted[sorted.length - 1 - done];
            }
            x[i] = 100.0 * end / sorted.length;
            y[i] = sorted[end - 1];
            shareX[i] = x[i];
            shareY[i] = 100 * sum / total;
        }
        page.heading("Values")
                .lines(
                        "Customers by " + column + ", lowest first",
                        "% of customers",
                        column,
                        List.of(new StudyPage.Series(column, x, y, false)));
        if (sorted[0] >= 0 && total > 0) {
            page.heading("Concentration")
                    .lines(
                            "Share of the total that the greatest have together",
                            "% of customers",
                            "% of total",
                            List.of(new StudyPage.Series("share", shareX, shareY, false)));
        }
    }
}
