package dev.rapport.health.validation;

import static java.util.Objects.requireNonNull;

import dev.rapport.health.HealthOfBook;
import dev.rapport.health.HealthStrategy;
import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.observation.Observation;
import dev.rapport.health.observation.Observations;
import dev.rapport.health.observation.Snapshots;
import dev.rapport.health.observation.Split;
import dev.rapport.health.risk.ChurnRisk;
import dev.rapport.health.risk.RiskOfBook;
import dev.rapport.model.book.Book;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.problem.Checked;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Function;

/**
 * Lets candidates decide at past dates with what was known then, on the same observations each. Immutable.
 *
 * <pre>{@code
 * BackTest test = BackTest.of(plan.snapshots(facts), AsOf.endOf(today, zone));
 * Validation.of(test.health(book -> scorecard), ValidationPolicy.scorecards()).verdict();
 * }</pre>
 */
public final class BackTest {

    private final Snapshots snapshots;
    private final Observations observations;
    private final Map<LocalDate, List<Observation>> byDate;

    private BackTest(Snapshots snapshots, Observations observations) {
        this.snapshots = snapshots;
        this.observations = observations;
        this.byDate = new TreeMap<>();
        observations
                .rows()
                .forEach(row -> byDate.computeIfAbsent(row.date(), absent -> new ArrayList<>())
                        .add(row));
    }

    /**
     * A back-test.
     *
     * @param snapshots  what was known at each date
     * @param until  up to when outcomes are seen, and as known when
     * @return the test
     */
    public static BackTest of(Snapshots snapshots, AsOf until) {
        return new BackTest(requireNonNull(snapshots, "snapshots"), snapshots.until(until));
    }

    /**
     * What candidates are tried on.
     *
     * @return the observations with their outcomes
     */
    public Observations observations() {
        return observations;
    }

    /**
     * The book of a date, as known then.
     *
     * @param date  one of the dates of the plan
     * @return the book
     */
    public Book book(LocalDate date) {
        return snapshots.book(date);
    }

    /**
     * Tries rules, or a model that was fitted elsewhere. One that was fitted to these outcomes would know the answers.
     *
     * @param risk  the candidate
     * @return what it said
     */
    public Predictions risk(ChurnRisk risk) {
        List<Prediction> rows = new ArrayList<>();
        byDate.forEach((date, observed) -> rows.addAll(ofRisk(risk, snapshots.book(date), observed)));
        return new Predictions(risk.policy(), Predictions.Method.FIXED, true, observations, rows);
    }

    /**
     * Tries a scorecard, date by date with its own memory, as it would have decided then.
     *
     * @param strategy  what decides about a book; mostly the same for all
     * @return what it said
     */
    public Predictions health(Function<? super Book, ? extends HealthStrategy> strategy) {
        List<Prediction> rows = new ArrayList<>();
        Memory memory = Memory.empty();
        PolicyRef policy = new PolicyRef("none", "none");
        for (LocalDate date : snapshots.plan().dates()) {
            List<Observation> observed = byDate.getOrDefault(date, List.of());
            if (observed.isEmpty()) {
                continue;
            }
            Book book = snapshots.book(date);
            HealthOfBook health = strategy.apply(book).decide(book, memory);
            memory = memory.with(health.toRemember());
            policy = health.policy();
            Map<String, Integer> at = new HashMap<>();
            for (int row = 0; row < health.size(); row++) {
                at.put(health.customerId(row), row);
            }
            for (Observation one : observed) {
                Integer row = at.get(one.customerId());
                double score = row == null ? Double.NaN : health.computed().score(row);
                rows.add(new Prediction(
                        one, 1 - score / 100, Optional.ofNullable(row).map(health.computed()::band)));
            }
        }
        return new Predictions(policy, Predictions.Method.FIXED, false, observations, rows);
    }

    /**
     * Tries a way to fit: at each date a model is fitted to what was over and known by then, and asked about the date.
     * Dates at which none could be fitted have no predictions.
     *
     * @param candidate  what the model is called
     * @param trainer  fits
     * @return what the models said
     */
    public Predictions refitting(PolicyRef candidate, Trainer trainer) {
        List<Prediction> rows = new ArrayList<>();
        byDate.forEach((date, observed) -> {
            Book book = snapshots.book(date);
            Checked<? extends ChurnModel> model = trainer.fit(snapshots.until(book.asOf()));
            model.find().ifPresent(fitted -> rows.addAll(ofRisk(fitted, book, observed)));
        });
        return new Predictions(candidate, Predictions.Method.REFITTED, true, observations, rows);
    }

    /**
     * Tries a way to fit on customers that it has not seen. Other than {@link #refitting} it sees later dates of other
     * customers: for data without dates, or too short to look back.
     *
     * @param candidate  what the model is called
     * @param trainer  fits
     * @param folds  into how many parts the customers are split, at least 2
     * @param seed  another seed gives other parts
     * @return what the models said
     */
    public Predictions crossValidated(PolicyRef candidate, Trainer trainer, int folds, long seed) {
        Map<Observation, Prediction> said = new HashMap<>();
        Map<LocalDate, Book> books = new HashMap<>();
        for (Split fold : observations.folds(folds, seed)) {
            Optional<? extends ChurnModel> model = trainer.fit(fold.training()).find();
            if (model.isEmpty()) {
                continue;
            }
            Map<LocalDate, List<Observation>> tested = new TreeMap<>();
            fold.test()
                    .rows()
                    .forEach(row -> tested.computeIfAbsent(row.date(), absent -> new ArrayList<>())
                            .add(row));
            tested.forEach(
                    (date, observed) -> ofRisk(model.get(), books.computeIfAbsent(date, snapshots::book), observed)
                            .forEach(one -> said.put(one.observation(), one)));
        }
        List<Prediction> rows = new ArrayList<>();
        for (Observation row : observations.rows()) {
            Prediction one = said.get(row);
            if (one != null) {
                rows.add(one);
            }
        }
        return new Predictions(candidate, Predictions.Method.CROSS_VALIDATED, true, observations, rows);
    }

    private static List<Prediction> ofRisk(ChurnRisk risk, Book book, List<Observation> observed) {
        RiskOfBook assessed = risk.assess(book);
        Map<String, Double> probability = new HashMap<>();
        for (int row = 0; row < assessed.size(); row++) {
            probability.put(assessed.customerId(row), assessed.probability(row));
        }
        return observed.stream()
                .map(one ->
                        new Prediction(one, probability.getOrDefault(one.customerId(), Double.NaN), Optional.empty()))
                .toList();
    }
}
