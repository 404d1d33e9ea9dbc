package dev.rapport.engagement.plan;

import dev.rapport.engagement.coverage.SponsorPlan;
import dev.rapport.engagement.model.FlexReport;
import dev.rapport.engagement.model.Sponsorship;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.organisation.TimeEntry;
import java.util.List;
import java.util.Optional;

/** Looks for whom the engagement models have hours on a trigger, and an executive of ours. */
final class FlexSection {

    private final Policies policies;
    private final Reckoning reckoning;

    FlexSection(Policies policies, Reckoning reckoning) {
        this.policies = policies;
        this.reckoning = reckoning;
    }

    Section<FlexReport> flex(Book book) {
        List<String> missing = Missing.team(policies);
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        if (!book.provides().series().contains(TimeEntry.SERIES)) {
            missing.add("series " + TimeEntry.SERIES);
        }
        FlexReport report = FlexReport.of(
                book,
                policies.engagementModels().orElseThrow(),
                policies.organisation().orElseThrow(),
                reckoning.rates());
        return new Section<>(Optional.of(report), List.copyOf(missing));
    }

    Section<SponsorPlan> sponsors(Book book) {
        List<String> missing = Missing.team(policies);
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        Optional<Sponsorship> sponsorship =
                policies.engagementModels().orElseThrow().sponsorship();
        return sponsorship.isEmpty()
                ? Section.lacking(List.of("sponsors of policy engagement-models"))
                : Section.of(SponsorPlan.of(
                        book, sponsorship.get(), policies.organisation().orElseThrow()));
    }
}
