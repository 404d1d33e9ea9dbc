package dev.rapport.examples.quickstart;

import dev.rapport.engagement.json.PlanJson;
import dev.rapport.engagement.json.PolicyDocuments;
import dev.rapport.engagement.milestone.InMemoryMilestoneLedger;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Planner;
import dev.rapport.engagement.plan.Policies;
import dev.rapport.examples.quickstart.sample.SampleBook;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.json.JsonLayout;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.util.Optional;

/** Plans of other dates, without files. */
final class PlannedAt {

    private PlannedAt() {}

    static Tree plan(SampleBook book, LocalDate date) {
        Source source = Sources.sample(book, false, Optional.empty());
        AsOf asOf = AsOf.endOf(date, SampleBook.ZONE);
        Policies policies = PolicyDocuments.read(
                        source.documents(), source.facts().asOf(asOf).provides())
                .orThrow();
        Plan plan = Planner.of(policies, source.reckoning())
                .plan(source.facts(), asOf, Memory.empty(), new InMemoryMilestoneLedger());
        return Tree.of(JsonLayout.PRETTY.text(out -> PlanJson.write(plan, out)));
    }

    /** The first day after the last contract of a customer. */
    static LocalDate lastEnd(SampleBook book, String customer) {
        return Sources.sample(book, false, Optional.empty())
                .facts()
                .asOf(SampleBook.UNTIL)
                .find(customer)
                .orElseThrow()
                .series(Contract.SERIES)
                .stream()
                .map(contract -> contract.endedOn().or(contract::end).orElseThrow())
                .max(LocalDate::compareTo)
                .orElseThrow();
    }
}
