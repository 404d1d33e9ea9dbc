package dev.rapport.health.validation;

import dev.rapport.health.classification.Evaluation;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalDouble;

/** Predictions as arrays, grouped by customer, so that customers can be drawn with all their rows. */
final class Sample {

    private static final int BINS = 10;

    private final ValidationPolicy policy;
    private final boolean isProbability;
    private final boolean hasBands;
    private final boolean hasRevenue;
    private final double[] risk;
    private final boolean[] lost;
    private final double[] arr;
    private final boolean[] worst;
    private final boolean[] best;
    private final int[][] rowsOf;
    private final List<List<Warning>> warningsOf;

    /** A loss, and whether its customer stood below the best band ahead of it. */
    private record Warning(boolean warned, double arr) {}

    Sample(Predictions predictions, List<Prediction> rows, ValidationPolicy policy) {
        this.policy = policy;
        this.isProbability = predictions.isProbability();
        this.hasBands = rows.stream().anyMatch(row -> row.band().isPresent());
        this.risk = rows.stream().mapToDouble(Prediction::rawRisk).toArray();
        this.lost = new boolean[risk.length];
        this.arr = new double[risk.length];
        this.worst = new boolean[risk.length];
        this.best = new boolean[risk.length];
        Map<String, List<Integer>> byCustomer = new LinkedHashMap<>();
        boolean isPaid = false;
        for (int row = 0; row < risk.length; row++) {
            Prediction one = rows.get(row);
            lost[row] = one.isLost();
            arr[row] = Math.max(0, one.observation().arr().orElse(0));
            isPaid |= arr[row] > 0;
            worst[row] = one.band().filter(policy.worstBands()::contains).isPresent();
            best[row] = one.band().filter(policy.bestBands()::contains).isPresent();
            byCustomer
                    .computeIfAbsent(one.customerId(), absent -> new ArrayList<>())
                    .add(row);
        }
        this.hasRevenue = isPaid;
        this.rowsOf = byCustomer.values().stream()
                .map(list -> list.stream().mapToInt(row -> row).toArray())
                .toArray(int[][]::new);
        Map<String, List<Warning>> warnings = warnings(predictions.rows(), policy);
        this.warningsOf = byCustomer.keySet().stream()
                .map(customer -> warnings.getOrDefault(customer, List.of()))
                .toList();
    }

    private record Relation(String customerId, int episode) {}

    private static Map<String, List<Warning>> warnings(List<Prediction> rows, ValidationPolicy policy) {
        Map<Relation, Prediction> latest = new LinkedHashMap<>();
        for (Prediction row : rows) {
            double days = row.observation().days();
            if (row.observation().lostAfterDays() && days >= policy.warnedFromDays() && days <= policy.warnedToDays()) {
                Relation relation =
                        new Relation(row.customerId(), row.observation().episode());
                latest.merge(relation, row, (a, b) -> later(a.date(), b.date()) ? a : b);
            }
        }
        Map<String, List<Warning>> warnings = new HashMap<>();
        latest.forEach((relation, row) -> warnings.computeIfAbsent(relation.customerId(), absent -> new ArrayList<>())
                .add(new Warning(
                        row.risk().isPresent()
                                && row.band()
                                        .filter(band -> !policy.bestBands().contains(band))
                                        .isPresent(),
                        Math.max(0, row.observation().arr().orElse(0)))));
        return warnings;
    }

    private static boolean later(LocalDate one, LocalDate other) {
        return one.isAfter(other);
    }

    int customers() {
        return rowsOf.length;
    }

    boolean hasRevenue() {
        return hasRevenue;
    }

    boolean hasBands() {
        return hasBands;
    }

    /** All customers, each once. */
    int[] everybody() {
        int[] all = new int[rowsOf.length];
        Arrays.setAll(all, customer -> customer);
        return all;
    }

    /** The figures of some customers, who may be drawn several times; those that cannot be told are left out. */
    Map<Figure, Double> figures(int[] customers, boolean byRevenue) {
        int[] rows = rows(customers);
        double[] weight = new double[rows.length];
        double[] p = new double[rows.length];
        boolean[] y = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            p[i] = risk[rows[i]];
            y[i] = lost[rows[i]];
            weight[i] = byRevenue ? arr[rows[i]] : 1;
        }
        Evaluation evaluation = Evaluation.of(p, y, weight);
        Map<Figure, Double> figures = new EnumMap<>(Figure.class);
        put(figures, Figure.AUC, evaluation.auc());
        put(figures, Figure.AVERAGE_PRECISION, evaluation.averagePrecision());
        put(figures, Figure.KOLMOGOROV_SMIRNOV, evaluation.kolmogorovSmirnov());
        if (rows.length > 0) {
            int capacity = (int) Math.max(1, Math.round(policy.capacity() * rows.length));
            Evaluation.AtCapacity chosen = evaluation.atCapacity(capacity);
            put(figures, Figure.PRECISION_AT_CAPACITY, chosen.precision());
            put(figures, Figure.RECALL_AT_CAPACITY, chosen.recall());
            put(figures, Figure.LIFT_AT_CAPACITY, chosen.lift());
        }
        if (isProbability) {
            putProbabilities(figures, evaluation);
        }
        if (hasBands) {
            putBands(figures, rows, weight, customers, byRevenue);
        }
        return figures;
    }

    private static void putProbabilities(Map<Figure, Double> figures, Evaluation evaluation) {
        put(figures, Figure.BRIER, evaluation.brier());
        put(figures, Figure.LOG_LOSS, evaluation.logLoss());
        put(figures, Figure.CALIBRATION_ERROR, evaluation.calibrationError(BINS));
        double base = evaluation.baseRate().orElse(0);
        if (base > 0 && base < 1) {
            evaluation.brier().ifPresent(brier -> figures.put(Figure.BRIER_SKILL, 1 - brier / (base * (1 - base))));
        }
    }

    private void putBands(
            Map<Figure, Double> figures, int[] rows, double[] weight, int[] customers, boolean byRevenue) {
        double total = 0;
        double totalLost = 0;
        double red = 0;
        double redLost = 0;
        double green = 0;
        for (int i = 0; i < rows.length; i++) {
            total += weight[i];
            totalLost += lost[rows[i]] ? weight[i] : 0;
            red += worst[rows[i]] ? weight[i] : 0;
            redLost += worst[rows[i]] && lost[rows[i]] ? weight[i] : 0;
            green += best[rows[i]] ? weight[i] : 0;
        }
        if (red > 0 && totalLost > 0) {
            figures.put(Figure.RED_LIFT, redLost / red / (totalLost / total));
        }
        if (total > 0) {
            figures.put(Figure.GREEN_SHARE, green / total);
        }
        double losses = 0;
        double warned = 0;
        for (int customer : customers) {
            for (Warning warning : warningsOf.get(customer)) {
                double counts = byRevenue ? warning.arr() : 1;
                losses += counts;
                warned += warning.warned() ? counts : 0;
            }
        }
        if (losses > 0) {
            figures.put(Figure.WARNED, warned / losses);
        }
    }

    private static void put(Map<Figure, Double> figures, Figure figure, OptionalDouble value) {
        value.ifPresent(number -> figures.put(figure, number));
    }

    private int[] rows(int[] customers) {
        int count = 0;
        for (int customer : customers) {
            count += rowsOf[customer].length;
        }
        int[] rows = new int[count];
        int at = 0;
        for (int customer : customers) {
            for (int row : rowsOf[customer]) {
                rows[at++] = row;
            }
        }
        return rows;
    }

    /** The bins of the calibration plot. */
    List<Evaluation.Bin> calibration() {
        return isProbability ? Evaluation.of(risk, lost).calibration(BINS) : List.of();
    }

    double baseRate() {
        return Evaluation.of(risk, lost).baseRate().orElse(0);
    }
}
