package dev.rapport.engagement.plan;

import dev.rapport.engagement.evaluation.LifetimeValues;
import dev.rapport.engagement.model.LifetimeOutlook;
import dev.rapport.health.lifetime.ContractLifetime;
import dev.rapport.health.lifetime.Tenures;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.book.Book;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.problem.Checked;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.joda.money.Money;

/**
 * How long customers stay under contract, fitted to all that the book had so far, and what those of today are worth by it.
 *
 * @param tenures  what it was fitted to
 * @param values  the fitted model over the customers of today
 */
public record PlanLifetime(Tenures tenures, LifetimeValues values) {

    private static final String NAME = "lifetime of customers";

    /** Lacks the policy's outlook, the contracts, or the reason why no model can be fitted. */
    static Section<PlanLifetime> of(DecidedBook decided, Policies policies) {
        Optional<LifetimeOutlook> outlook = policies.engagementModels().flatMap(models -> models.lifetimeOutlook());
        List<String> missing = new ArrayList<>();
        decided.cut().missing(Tenures.requirements()).series().forEach(series -> missing.add("series " + series));
        if (outlook.isEmpty()) {
            missing.add("lifetimeValue of policy engagement-models");
        }
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        Tenures tenures = Tenures.of(decided.cut());
        Checked<ContractLifetime> fitted = tenures.fit();
        return fitted.find().isEmpty()
                ? Section.lacking(fitted.problems().list().stream()
                        .map(problem -> NAME + ": " + problem.message())
                        .toList())
                : Section.of(new PlanLifetime(
                        tenures,
                        values(
                                decided.book(),
                                tenures,
                                LifetimeValues.builder(fitted.find().get(), outlook.get()))));
    }

    private static LifetimeValues values(Book book, Tenures tenures, LifetimeValues.Builder values) {
        for (CustomerView view : book.customers()) {
            Optional<String> segment = view.find(Planner.SEGMENT);
            Optional<Money> arr = view.find(StandardAttributes.ARR)
                    .filter(amount -> amount.getCurrencyUnit().equals(book.currency()));
            if (segment.isPresent() && arr.isPresent()) {
                values.customer(
                        segment.get(),
                        tenures.yearsOf(view.customerId()).orElse(0),
                        arr.get().getAmount().doubleValue());
            }
        }
        return values.build();
    }
}
