package dev.rapport.health.validation;

import static dev.rapport.health.validation.FloorCheck.number;

import dev.rapport.health.classification.Evaluation;
import dev.rapport.health.estimate.Interval;
import dev.rapport.health.observation.Fate;
import dev.rapport.health.observation.Observations;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** One validation. */
final class ValidationRun {

    private final Predictions predictions;
    private final ValidationPolicy policy;
    private final List<Prediction> decided;
    private final Sample sample;

    ValidationRun(Predictions predictions, ValidationPolicy policy) {
        this.predictions = predictions;
        this.policy = policy;
        this.decided = predictions.decided();
        this.sample = new Sample(predictions, decided, policy);
    }

    Validation validation() {
        ValidationData data = data();
        Map<Figure, Measured> figures = measure(data);
        Validation.Builder builder = Validation.builder()
                .candidate(predictions.candidate())
                .method(predictions.method())
                .policy(policy)
                .data(data)
                .putAllFigures(figures)
                .calibration(data.losses() == 0 ? List.of() : sample.calibration())
                .leadTimes(new LeadTimesRun(policy).of(predictions.rows()))
                .putAllAucByDate(aucByDate());
        List<String> lacks = lacks(data);
        if (!lacks.isEmpty()) {
            return builder.verdict(Verdict.NOT_ENOUGH_DATA)
                    .addWords("Not enough data for a verdict: " + String.join(", ", lacks) + ".")
                    .build();
        }
        List<FloorCheck> floors = policy.floors().stream()
                .map(floor -> FloorCheck.of(floor, figures.getOrDefault(floor.figure(), Measured.NOTHING)))
                .toList();
        builder.floors(floors);
        Measured auc = figures.getOrDefault(Figure.AUC, Measured.NOTHING);
        if (!isAboveChance(auc)) {
            return builder.verdict(Verdict.NO_BETTER_THAN_CHANCE)
                    .addWords(chance(data, auc))
                    .build();
        }
        List<String> missed = floors.stream()
                .filter(floor -> !floor.met())
                .map(floor -> floor.sentence() + ".")
                .toList();
        return builder.verdict(missed.isEmpty() ? Verdict.PASSES : Verdict.FALLS_SHORT)
                .addWords(
                        missed.isEmpty()
                                ? passes(data)
                                : "It predicts, but falls short of " + missed.size() + " of " + floors.size()
                                        + " floors, " + basis(data) + ".")
                .addAllWords(
                        (missed.isEmpty() ? floors.stream() : floors.stream().filter(floor -> !floor.met()))
                                .map(floor -> sentence(floor.sentence()))
                                .toList())
                .build();
    }

    private static String sentence(String text) {
        return Character.toUpperCase(text.charAt(0)) + text.substring(1) + ".";
    }

    private String passes(ValidationData data) {
        return "It passes all " + policy.floors().size() + " floors, " + basis(data) + ".";
    }

    private static String basis(ValidationData data) {
        return "judged by " + data.losses() + " losses among " + data.customers() + " customers from "
                + data.firstDate() + " to " + data.lastDay();
    }

    private String chance(ValidationData data, Measured auc) {
        String figure = auc.value().isPresent()
                ? "The area under its curve is " + number(auc.value().getAsDouble())
                : "The area under its curve is not known";
        String interval = auc.interval()
                .map(ends -> ", with " + Math.round(100 * policy.confidence()) + " % confidence between "
                        + number(ends.low()) + " and " + number(ends.high()))
                .orElse("");
        return "Losses cannot be predicted from this data by this candidate: it cannot be told from chance. " + figure
                + interval + ", where 0.5 is chance, " + basis(data) + ".";
    }

    private static boolean isAboveChance(Measured auc) {
        return auc.interval().map(interval -> interval.low() > 0.5).orElse(false);
    }

    private List<String> lacks(ValidationData data) {
        List<String> lacks = new ArrayList<>();
        MinimumData minimum = policy.minimum();
        if (data.months() < minimum.months()) {
            lacks.add(counted(data.months(), "month") + ", of which it takes " + minimum.months());
        }
        if (data.losses() < minimum.losses()) {
            lacks.add(counted(data.losses(), "loss") + ", of which it takes " + minimum.losses());
        }
        return lacks;
    }

    private static String counted(int count, String what) {
        return count + " " + what + (count == 1 ? "" : what.endsWith("s") ? "es" : "s");
    }

    private Map<Figure, Measured> measure(ValidationData data) {
        Map<Figure, Measured> measured = new EnumMap<>(Figure.class);
        if (data.rows() == 0) {
            return measured;
        }
        int[] everybody = sample.everybody();
        Map<Figure, Double> values = sample.figures(everybody, false);
        Map<Figure, Double> byRevenue = sample.hasRevenue() ? sample.figures(everybody, true) : Map.of();
        Map<Figure, Interval> intervals =
                new Resampling(policy, sample.customers()).intervals(drawn -> sample.figures(drawn, false));
        values.forEach((figure, value) -> measured.put(
                figure,
                new Measured(
                        OptionalDouble.of(value),
                        Optional.ofNullable(intervals.get(figure)),
                        byRevenue.containsKey(figure)
                                ? OptionalDouble.of(byRevenue.get(figure))
                                : OptionalDouble.empty())));
        return measured;
    }

    private ValidationData data() {
        Observations observed = predictions.observations();
        Set<LocalDate> dates = new TreeSet<>();
        predictions.rows().forEach(row -> dates.add(row.date()));
        Set<String> customers = new HashSet<>();
        Set<String> losses = new HashSet<>();
        for (Prediction row : decided) {
            customers.add(row.customerId());
            if (row.isLost()) {
                losses.add(row.customerId() + " " + row.observation().episode());
            }
        }
        LocalDate until = observed.until().date(observed.zone());
        LocalDate from = dates.stream().findFirst().orElse(until);
        long unknown =
                predictions.rows().stream().filter(row -> row.risk().isEmpty()).count();
        return ValidationData.builder()
                .firstDate(from)
                .lastDay(until)
                .months((int) ChronoUnit.MONTHS.between(from, until))
                .dates(dates.size())
                .window(observed.plan().window())
                .customers(customers.size())
                .rows(decided.size())
                .losses(losses.size())
                .baseRate(decided.isEmpty() ? 0 : sample.baseRate())
                .unknown((int) unknown)
                .censored((int) predictions.rows().stream()
                        .filter(row -> row.observation().fate() == Fate.CENSORED)
                        .count())
                .notPredicted(observed.size() - predictions.rows().size())
                .putAllExcluded(observed.excludedByReason())
                .build();
    }

    private Map<LocalDate, Double> aucByDate() {
        Map<LocalDate, List<Prediction>> byDate = new TreeMap<>();
        decided.forEach(row ->
                byDate.computeIfAbsent(row.date(), absent -> new ArrayList<>()).add(row));
        Map<LocalDate, Double> auc = new TreeMap<>();
        byDate.forEach((date, rows) -> {
            boolean[] lost = new boolean[rows.size()];
            for (int row = 0; row < lost.length; row++) {
                lost[row] = rows.get(row).isLost();
            }
            Evaluation.of(rows.stream().mapToDouble(Prediction::rawRisk).toArray(), lost)
                    .auc()
                    .ifPresent(value -> auc.put(date, value));
        });
        return auc;
    }
}
