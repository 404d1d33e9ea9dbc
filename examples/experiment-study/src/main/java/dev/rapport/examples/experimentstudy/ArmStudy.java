package dev.rapport.examples.experimentstudy;

import dev.rapport.engagement.experiment.ClusterErrors;
import dev.rapport.engagement.experiment.ClusteredArms;
import dev.rapport.engagement.experiment.CovariateAdjustment;
import dev.rapport.engagement.experiment.Effect;
import dev.rapport.engagement.experiment.EffectMethod;
import dev.rapport.engagement.experiment.Judgement;
import dev.rapport.engagement.experiment.Sample;
import dev.rapport.engagement.experiment.SampleRatio;
import dev.rapport.engagement.experiment.TwoArms;
import dev.rapport.engagement.experiment.UpliftConvention;
import dev.rapport.engagement.experiment.UpliftCurve;
import dev.rapport.engagement.experiment.UpliftScores;
import dev.rapport.examples.experimentstudy.Findings.Found;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.Picture;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.examples.shared.study.StudyTable;
import dev.rapport.model.json.JsonOut;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/** One row for each customer. */
final class ArmStudy {

    private static final int MOST_CUSTOMERS = 2_000_000_000;

    private final StudyTable table;
    private final Arguments arguments;
    private final Judgement judgement;
    private final Arms arms;
    private final Optional<SampleRatio> ratio;
    private final List<String> treatments;
    private final double[] outcomes;

    ArmStudy(StudyTable table, Arguments arguments, Judgement judgement) {
        this.table = table;
        this.arguments = arguments;
        this.judgement = judgement;
        this.arms = Arms.of(table.text(arguments.get("treatment")), arguments);
        // Before rows without an outcome go: those who were lost are what it looks for
        this.ratio = ratio();
        for (String column : List.of("outcome", "covariate", "score")) {
            arguments.find(column).ifPresent(name -> table.requireNumber(name, value -> true, "must be a number"));
        }
        arguments.find("cluster").ifPresent(table::requirePresent);
        this.treatments = table.text(arguments.get("treatment"));
        this.outcomes = table.numbers(arguments.get("outcome"));
    }

    private Optional<SampleRatio> ratio() {
        String shares = arguments.find("shares").orElse("");
        if (arguments.find("cluster").isPresent()
                || shares.equals("any")
                || arms.treated().isEmpty()
                || arms.control().isEmpty()) {
            return Optional.empty();
        }
        List<String> all = new ArrayList<>(List.of(arms.control()));
        all.addAll(arms.treated());
        List<String> values = table.text(arguments.get("treatment"));
        List<Long> sizes = all.stream()
                .map(arm -> values.stream().filter(arm::equals).count())
                .toList();
        List<Double> weights = shares.isEmpty()
                ? all.stream().map(arm -> 1.0).toList()
                : Arrays.stream(shares.split(":", -1))
                        .map(text -> ExperimentStudy.number("shares", text))
                        .toList();
        if (weights.size() != sizes.size()) {
            throw new UserError("option (--shares " + shares + ") must have " + sizes.size() + " numbers: of "
                    + String.join(", ", all) + ".");
        }
        return Optional.of(SampleRatio.of(sizes, weights));
    }

    Findings findings() {
        List<Found> found = arms.treated().stream().map(this::compared).toList();
        Findings findings = new Findings(
                arguments.get("outcome"),
                judgement,
                found.isEmpty() ? compared(arguments.get("treatment")) : found.get(0));
        found.stream().skip(1).forEach(findings::also);
        if (found.size() > 1) {
            findings.note(found.size() + " treatments are each compared with \"" + arms.control()
                    + "\"; the more there are, the more likely one looks better by chance.");
        }
        String first = arms.treated().isEmpty() ? "" : arms.treated().get(0);
        writeArms(findings);
        findings.section(
                page -> page.heading("The arms").picture(Picture.bars("Mean " + arguments.get("outcome"), bars())));
        ratio.ifPresent(one -> findings.field(out -> out.object("sampleRatio", fields -> {
            fields.field("statistic", one.statistic());
            fields.field("p", one.p());
            fields.field("mismatch", one.isMismatch());
        })));
        if (ratio.filter(SampleRatio::isMismatch).isPresent()) {
            return findings.note(
                    "The arms are not as large as planned, so somebody was lost on the way, and those who are"
                            + " left cannot be compared. Maybe --shares says another plan, such as --shares 9:1; or --shares any,"
                            + " where lots did not decide.");
        }
        if (arguments.find("cluster").isPresent()) {
            arms.treated().forEach(treated -> jackknife(findings, treated));
        } else if (!first.isEmpty()) {
            beside(findings, first);
        }
        return findings;
    }

    private Found compared(String treated) {
        if (ratio.filter(SampleRatio::isMismatch).isPresent()) {
            return Found.of(treated, new Effect.Refused(method(), "the arms are not as large as planned"));
        }
        if (arguments.find("cluster").isPresent()) {
            return clustered(treated);
        }
        if (arguments.find("covariate").isPresent()) {
            return Found.of(treated, adjustment(treated).effect(judgement));
        }
        return Found.of(treated, twoArms(treated).effect(judgement));
    }

    private EffectMethod method() {
        boolean isShare = Arrays.stream(outcomes).allMatch(outcome -> outcome == 0 || outcome == 1);
        return arguments.find("covariate").isPresent()
                ? EffectMethod.CUPED
                : isShare ? EffectMethod.NEWCOMBE : EffectMethod.WELCH;
    }

    private Found clustered(String treated) {
        ClusteredArms both = clusteredArms(treated);
        return clustered(treated, both, both.suitingErrors());
    }

    private Found clustered(String name, ClusteredArms both, ClusterErrors errors) {
        Effect effect = both.effect(judgement, errors);
        return new Found(name, effect.method().words() + ", " + errors.words(), effect);
    }

    /** Of few clusters the jackknife stands beside the bias-reduced errors: where they differ much, both are unsure. */
    private void jackknife(Findings findings, String treated) {
        ClusteredArms both = clusteredArms(treated);
        if (both.suitingErrors() == ClusterErrors.BIAS_REDUCED) {
            findings.also(clustered(treated + ", jackknife", both, ClusterErrors.JACKKNIFE));
        }
    }

    private ClusteredArms clusteredArms(String treated) {
        List<String> clusters = table.text(arguments.get("cluster"));
        ClusteredArms.Builder builder = ClusteredArms.builder();
        for (int row : rows(treated)) {
            builder.add(clusters.get(row), isTreated(treated, row), outcomes[row]);
        }
        return builder.build();
    }

    private CovariateAdjustment adjustment(String treated) {
        double[] covariate = table.numbers(arguments.get("covariate"));
        return CovariateAdjustment.of(flags(treated), values(treated, outcomes), values(treated, covariate));
    }

    private TwoArms twoArms(String treated) {
        return TwoArms.of(sample(treated), sample(arms.control()));
    }

    private Sample sample(String arm) {
        return Sample.of(IntStream.range(0, outcomes.length)
                .filter(row -> treatments.get(row).equals(arm))
                .mapToDouble(row -> outcomes[row])
                .toArray());
    }

    /** Other ways to see the same. */
    private void beside(Findings findings, String treated) {
        EffectMethod headline = findings.headline().effect().method();
        if (headline != EffectMethod.WELCH) {
            findings.also(
                    Found.of(treated + ", difference of means", twoArms(treated).difference(judgement)));
        }
        findings.also(Found.of(treated + ", relative", twoArms(treated).relative(judgement)));
        arguments
                .findWhole("peek", 1, MOST_CUSTOMERS)
                .ifPresent(expected -> findings.also(
                        Found.of(treated + ", at any look", twoArms(treated).alwaysValid(judgement, expected))));
        if (arguments.find("covariate").isPresent()) {
            double explained = adjustment(treated).explained();
            findings.note("The covariate explains "
                    + StudyPage.number(Double.isNaN(explained) ? 0 : 100 * explained) + " % of the outcome's variance."
                    + " It must be from before the treatment: no number here can tell.");
        }
        if (arguments.find("score").isPresent()
                && sample(arms.control()).count() > 0
                && sample(treated).count() > 0) {
            uplift(findings, treated);
        }
    }

    private void uplift(Findings findings, String treated) {
        double[] ours = values(treated, outcomes);
        boolean[] success = new boolean[ours.length];
        for (int i = 0; i < ours.length; i++) {
            success[i] = ours[i] == 1;
            if (ours[i] != 0 && ours[i] != 1) {
                throw new UserError("column (" + arguments.get("outcome")
                        + ") must hold 0 and 1 for --score, which counts successes.");
            }
        }
        UpliftCurve curve =
                UpliftCurve.of(values(treated, table.numbers(arguments.get("score"))), flags(treated), success);
        UpliftScores grouped = curve.scores(UpliftConvention.SCIKIT_UPLIFT);
        UpliftScores byRow = curve.scores(UpliftConvention.CAUSAL_ML);
        findings.field(out -> out.object("uplift", fields -> {
            write(fields, "scikitUplift", grouped);
            write(fields, "causalMl", byRow);
            curve.upliftOfFirst(0.3).ifPresent(value -> fields.field("upliftOfFirst30Percent", value));
        }));
        findings.section(page -> {
            List<UpliftCurve.Point> points = curve.points();
            double[] x =
                    points.stream().mapToDouble(UpliftCurve.Point::customers).toArray();
            double[] y = points.stream().mapToDouble(UpliftCurve.Point::gain).toArray();
            page.heading("Whom it moves")
                    .lines(
                            "What is gained by treating only those whom " + arguments.get("score") + " puts first",
                            "customers",
                            "gain",
                            List.of(
                                    new StudyPage.Series("by score", x, y, false),
                                    new StudyPage.Series(
                                            "at random",
                                            new double[] {0, x[x.length - 1]},
                                            new double[] {0, y[y.length - 1]},
                                            false)))
                    .table(
                            List.of("convention", "Qini", "area under the uplift curve"),
                            List.of(row("scikit-uplift", grouped), row("CausalML", byRow)));
        });
    }

    private static List<String> row(String name, UpliftScores scores) {
        return List.of(name, number(scores.qini()), number(scores.areaUnderUplift()));
    }

    private static String number(OptionalDouble value) {
        return StudyPage.number(value.orElse(Double.NaN));
    }

    private static void write(JsonOut out, String name, UpliftScores scores) {
        out.object(name, fields -> {
            scores.qini().ifPresentOrElse(value -> fields.field("qini", value), () -> fields.nullField("qini"));
            scores.areaUnderUplift()
                    .ifPresentOrElse(value -> fields.field("auuc", value), () -> fields.nullField("auuc"));
        });
    }

    private void writeArms(Findings findings) {
        List<String> all = new ArrayList<>(List.of(arms.control()));
        all.addAll(arms.treated());
        findings.field(out -> out.array(
                "arms",
                list -> all.forEach(arm -> list.object(fields -> {
                    fields.field("value", arm);
                    fields.field("customers", sample(arm).count());
                    fields.field("mean", sample(arm).mean());
                }))));
    }

    private List<Picture.Bar> bars() {
        List<Picture.Bar> bars = new ArrayList<>(List.of(bar(arms.control(), 5)));
        arms.treated().forEach(arm -> bars.add(bar(arm, 0)));
        return bars;
    }

    private Picture.Bar bar(String arm, int group) {
        Sample sample = sample(arm);
        return new Picture.Bar(arm + " (" + sample.count() + ")", sample.mean(), group);
    }

    private int[] rows(String treated) {
        return IntStream.range(0, outcomes.length)
                .filter(row -> isTreated(treated, row) || treatments.get(row).equals(arms.control()))
                .toArray();
    }

    private boolean isTreated(String treated, int row) {
        return treatments.get(row).equals(treated);
    }

    private boolean[] flags(String treated) {
        int[] rows = rows(treated);
        boolean[] flags = new boolean[rows.length];
        for (int i = 0; i < rows.length; i++) {
            flags[i] = isTreated(treated, rows[i]);
        }
        return flags;
    }

    private double[] values(String treated, double[] of) {
        return Arrays.stream(rows(treated)).mapToDouble(row -> of[row]).toArray();
    }
}
