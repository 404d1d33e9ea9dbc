package dev.rapport.engagement.plan;

import dev.rapport.health.challenge.Loss;
import dev.rapport.health.churn.ChurnModel;
import dev.rapport.health.churn.Feature;
import dev.rapport.health.churn.LogisticChurn;
import dev.rapport.health.classification.LogisticRegression;
import dev.rapport.health.observation.Losses;
import dev.rapport.health.observation.ObservationPlan;
import dev.rapport.health.observation.Window;
import dev.rapport.health.validation.BackTest;
import dev.rapport.health.validation.Comparison;
import dev.rapport.health.validation.Figure;
import dev.rapport.health.validation.Predictions;
import dev.rapport.health.validation.Trainer;
import dev.rapport.health.validation.Validation;
import dev.rapport.health.validation.Verdict;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.decision.PolicyRef;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;

/** Fits a model of churn at past dates, lets the gate judge it, and says what the at-risk list goes by. */
final class ChurnGateRun {

    private final Facts facts;
    private final Policies policies;
    private final Memory memory;
    private final ChurnLearning learning;
    private final int horizonDays;

    ChurnGateRun(Facts facts, Policies policies, Memory memory, ChurnLearning learning, int horizonDays) {
        this.facts = facts;
        this.policies = policies;
        this.memory = memory;
        this.learning = learning;
        this.horizonDays = horizonDays;
    }

    ChurnGate gate(Book cut) {
        if (!cut.provides().series().contains(Contract.SERIES)) {
            return rules(
                    Optional.of(Verdict.NOT_ENOUGH_DATA),
                    List.of("Not enough data for a verdict: without contracts nobody can be seen to leave."));
        }
        Predicate<CustomerView> drawn = drawn(cut);
        LocalDate first = dates(cut.date()).get(0);
        Function<Book, List<Loss>> losses = Losses.ofContracts(learning.lateDays());
        int lost = lostSince(first, cut, losses.apply(cut.only(drawn)));
        int least = learning.floors().minimum().losses();
        if (lost < least) {
            return rules(
                    Optional.of(Verdict.NOT_ENOUGH_DATA),
                    List.of("Not enough data for a verdict: " + lost + (lost == 1 ? " loss" : " losses") + " since "
                            + first + ", of which it takes " + least + "."));
        }
        Function<AsOf, Book> books = books(drawn);
        ObservationPlan plan = plan(cut, books.apply(cut.asOf()), losses);
        PolicyRef fitted = new PolicyRef("fitted-churn", cut.date().toString());
        return judged(fitted, BackTest.of(plan.snapshots(books, cut.zone()), cut.asOf()), cut.size());
    }

    private ChurnGate judged(PolicyRef fitted, BackTest test, int customers) {
        Trainer trainer = trainer(fitted, test);
        Predictions predictions = test.refitting(fitted, trainer);
        Validation validation = Validation.of(predictions, learning.floors());
        Optional<Comparison> comparison =
                champion(test).map(rules -> Comparison.of(rules, predictions, learning.floors()));
        Optional<? extends ChurnModel> model = trainer.fit(test.observations()).find();
        boolean isWorse = comparison
                .map(both -> both.better(Figure.AUC) == Comparison.Outcome.CHAMPION)
                .orElse(false);
        List<String> words = new ArrayList<>(validation.words());
        comparison.ifPresent(both -> words.add(both.sentence(Figure.AUC)));
        if (customers > learning.atMostCustomers()) {
            words.add("It was learnt from and tried on " + learning.atMostCustomers() + " of the " + customers
                    + " customers, drawn by their ids alone.");
        }
        boolean isUsed = validation.passes() && !isWorse && model.isPresent();
        ChurnGate.Builder gate = ChurnGate.builder()
                .verdict(validation.verdict())
                .validation(validation)
                .comparison(comparison);
        if (!isUsed) {
            return gate.used(rulesUsed())
                    .addWords(sentence())
                    .addAllWords(words)
                    .build();
        }
        return gate.used(fitted)
                .model(model.get())
                .addWords("The at-risk list goes by a model that was fitted to this book: the gate passes it.")
                .addAllWords(words)
                .build();
    }

    private ChurnGate rules(Optional<Verdict> verdict, List<String> words) {
        return ChurnGate.builder()
                .verdict(verdict)
                .used(rulesUsed())
                .addWords(sentence())
                .addAllWords(words)
                .build();
    }

    private String sentence() {
        return rulesUsed()
                .map(rules -> "The at-risk list goes by the rules " + rules + ", not by a fitted model.")
                .orElse("There are no rules of churn risk, and the gate passes no fitted model.");
    }

    private Optional<PolicyRef> rulesUsed() {
        return policies.churnRisk().map(policy -> policy.policy());
    }

    /** Windows that end by the day of the plan, the latest on it. */
    private List<LocalDate> dates(LocalDate today) {
        List<LocalDate> dates = new ArrayList<>();
        for (int back = learning.dates() - 1; back >= 0; back--) {
            dates.add(today.minusDays(horizonDays).minusMonths((long) back * learning.everyMonths()));
        }
        return dates;
    }

    private static int lostSince(LocalDate first, Book cut, List<Loss> losses) {
        Set<Loss> since = new HashSet<>();
        for (Loss loss : losses) {
            if (loss.at().isAfter(first.atStartOfDay(cut.zone()).toInstant())) {
                since.add(loss);
            }
        }
        return since.size();
    }

    private ObservationPlan plan(Book cut, Book decided, Function<Book, List<Loss>> losses) {
        Set<AttributeKey<?>> provided = decided.provides().attributes();
        return ObservationPlan.builder()
                .dates(dates(cut.date()))
                .window(Window.within(horizonDays))
                .features(learning.features().stream()
                        .map(Feature::key)
                        .filter(provided::contains)
                        .distinct()
                        .toList())
                .eligible(
                        view -> view.find(StandardAttributes.CONTRACTS_IN_FORCE).orElse(0.0) > 0)
                .losses(losses)
                .build();
    }

    /** The books of past dates as the policies decided about them then, former customers included. */
    private Function<AsOf, Book> books(Predicate<CustomerView> drawn) {
        Map<AsOf, Book> made = new HashMap<>();
        return asOf -> made.computeIfAbsent(
                asOf,
                at -> new DecidedBook(facts.asOf(at).only(drawn), policies, memory, Optional.empty()).everybody());
    }

    private Trainer trainer(PolicyRef fitted, BackTest test) {
        List<AttributeKey<?>> fed = test.observations().plan().features();
        List<Feature> features = learning.features().stream()
                .filter(feature -> fed.contains(feature.key()))
                .toList();
        return training ->
                LogisticChurn.fit(fitted, features, LogisticRegression.plain().ridge(learning.ridge()), training);
    }

    private Optional<Predictions> champion(BackTest test) {
        return policies.churnRisk()
                .flatMap(policy -> {
                    Set<AttributeKey<?>> provided = test.book(
                                    test.observations().plan().dates().get(0))
                            .provides()
                            .attributes();
                    return policy.resolve(provided).find();
                })
                .map(test::risk);
    }

    /** The first of a large book in the order of a hash of their ids, so that a book that grows keeps most of them. */
    private Predicate<CustomerView> drawn(Book cut) {
        if (cut.size() <= learning.atMostCustomers()) {
            return view -> true;
        }
        List<String> ids = new ArrayList<>(cut.customerIds());
        ids.sort(Comparator.<String>comparingInt(String::hashCode).thenComparing(id -> id));
        Set<String> drawn = new HashSet<>(ids.subList(0, learning.atMostCustomers()));
        return view -> drawn.contains(view.customerId());
    }
}
