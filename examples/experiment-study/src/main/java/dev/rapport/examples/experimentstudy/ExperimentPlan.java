package dev.rapport.examples.experimentstudy;

import dev.rapport.engagement.experiment.Power;
import dev.rapport.examples.shared.Arguments;
import dev.rapport.examples.shared.OutputFolder;
import dev.rapport.examples.shared.UserError;
import dev.rapport.examples.shared.study.StudyPage;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.json.JsonOut;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeSet;

/** What an experiment could show, before it begins: {@code result.json} and {@code index.html}, without data. */
final class ExperimentPlan {

    /** What is asked of a plan and of nothing else. */
    static final Set<String> OPTIONS =
            Set.of("baseline", "deviation", "effect", "customers", "clusters", "size", "likeness", "power");

    private static final Set<String> ALLOWED = Set.of("level", "out");
    private static final int MOST = 1_000_000_000;
    private static final double DEFAULT_LEVEL = 0.95;
    private static final double DEFAULT_POWER = 0.8;

    private final Arguments arguments;
    private final double level;
    private final double wanted;
    private final Power power;
    private final Optional<Double> effect;
    private final Optional<Double> size;
    private final Optional<Double> customers;

    private ExperimentPlan(Arguments arguments) {
        this.arguments = arguments;
        this.level = number("level").orElse(DEFAULT_LEVEL);
        this.wanted = number("power").orElse(DEFAULT_POWER);
        this.effect = number("effect");
        this.size = number("size");
        Optional<Double> clusters = whole("clusters");
        if (size.isPresent() != number("likeness").isPresent() || (clusters.isPresent() && size.isEmpty())) {
            throw new UserError(
                    "options (--size), how many customers share a cluster, and (--likeness), how much they"
                            + " resemble each other from 0 to 1, must come together, and with --clusters.\nMaybe --likeness 0.05.");
        }
        if (clusters.isPresent() && arguments.find("customers").isPresent()) {
            throw new UserError(
                    "options (--clusters) and (--customers) must not come together: clusters times their size are"
                            + " the customers.");
        }
        this.customers = clusters.isPresent() ? Optional.of(clusters.get() * size.orElseThrow()) : whole("customers");
        if (customers.isEmpty() && effect.isEmpty()) {
            throw new UserError("option (--effect) or (--customers) must come with --plan: the one gives the other.\n"
                    + "Maybe --effect 0.03.");
        }
        Power plain = power().at(level, wanted);
        this.power = size.isPresent()
                ? plain.inClusters(size.get(), number("likeness").orElseThrow())
                : plain;
    }

    /** Reckons, writes and prints. */
    static void run(Arguments arguments, PrintStream out, Set<String> ofStudies) {
        for (String option : new TreeSet<>(ofStudies)) {
            if (!ALLOWED.contains(option)
                    && (arguments.has(option) || arguments.find(option).isPresent())) {
                throw new UserError("option (--" + option + ") must stand without --plan, which needs no data.\n"
                        + "Maybe see --help.");
            }
        }
        try {
            new ExperimentPlan(arguments).write(out);
        } catch (IllegalArgumentException e) {
            throw new UserError(String.valueOf(e.getMessage()), e);
        }
    }

    private Power power() {
        Optional<Double> baseline = number("baseline");
        Optional<Double> deviation = number("deviation");
        if (baseline.isPresent() == deviation.isPresent()) {
            throw new UserError(
                    "option (--baseline), the share without the treatment, or (--deviation), the standard deviation"
                            + " of the outcome, must come with --plan, one of them.\nMaybe --baseline 0.85.");
        }
        return baseline.isPresent() ? Power.ofShare(baseline.get()) : Power.ofMean(deviation.orElseThrow());
    }

    private Optional<Double> number(String option) {
        return arguments.find(option).map(text -> ExperimentStudy.number(option, text));
    }

    private Optional<Double> whole(String option) {
        return arguments.findWhole(option, 1, MOST).map(Long::doubleValue);
    }

    private void write(PrintStream out) {
        List<String> sentences = sentences();
        OutputFolder folder = OutputFolder.at(arguments.findPath("out").orElse(Path.of("target", "experiment-study")));
        folder.write("result.json", writer -> JsonLayout.PRETTY.write(writer, json -> json.object(this::write)));
        StudyPage page = StudyPage.titled("What could the experiment show?");
        sentences.forEach(page::paragraph);
        folder.write("index.html", page::writeTo);
        sentences.forEach(out::println);
        out.println("Written to " + folder.path() + ": open index.html");
    }

    private void write(JsonOut fields) {
        fields.field("level", level);
        fields.field("wantedPower", wanted);
        effect.ifPresent(value -> {
            fields.field("effect", value);
            power.customersFor(value)
                    .ifPresentOrElse(
                            needed -> fields.field("customersNeededPerArm", needed),
                            () -> fields.nullField("customersNeededPerArm"));
            size.ifPresent(each -> clustersFor(value)
                    .ifPresentOrElse(
                            needed -> fields.field("clustersNeededPerArm", needed),
                            () -> fields.nullField("clustersNeededPerArm")));
        });
        customers.ifPresent(each -> {
            fields.field("customersPerArm", each);
            effect.ifPresent(value -> fields.field("power", power.of(value, each, each)));
            power.detectable(each, each)
                    .ifPresentOrElse(
                            least -> fields.field("detectableEffect", least),
                            () -> fields.nullField("detectableEffect"));
        });
    }

    private OptionalLong clustersFor(double value) {
        OptionalLong needed = power.customersFor(value);
        return needed.isEmpty()
                ? needed
                : OptionalLong.of((long) Math.ceil(needed.getAsLong() / size.orElseThrow() - 1e-9));
    }

    private List<String> sentences() {
        List<String> sentences = new ArrayList<>();
        effect.ifPresent(value -> {
            OptionalLong needed = power.customersFor(value);
            sentences.add(
                    needed.isEmpty()
                            ? "No number of customers shows an effect of " + StudyPage.number(value) + "."
                            : "To see an effect of " + StudyPage.number(value) + " in " + percent(wanted)
                                    + " of cases takes "
                                    + needed.getAsLong() + " customers in each arm"
                                    + (size.isPresent()
                                            ? ", in " + clustersFor(value).orElseThrow() + " clusters"
                                            : "")
                                    + " (intervals of " + percent(level) + ").");
        });
        customers.ifPresent(each -> {
            String arm = StudyPage.number(each) + " customers in each arm";
            effect.ifPresent(value -> sentences.add("With " + arm + " an effect of " + StudyPage.number(value)
                    + " is seen in " + percent(power.of(value, each, each)) + " of cases."));
            OptionalDouble least = power.detectable(each, each);
            sentences.add(
                    least.isEmpty()
                            ? "With " + arm + " no effect is seen in " + percent(wanted) + " of cases."
                            : "The least effect that " + arm + " show in " + percent(wanted) + " of cases is "
                                    + StudyPage.number(least.getAsDouble()) + ".");
        });
        sentences.add("Decide on the number before it begins; whoever looks earlier needs --peek when it is studied.");
        return sentences;
    }

    private static String percent(double share) {
        return StudyPage.number(100 * share) + " %";
    }
}
