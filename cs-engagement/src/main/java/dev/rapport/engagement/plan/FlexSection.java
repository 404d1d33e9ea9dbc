package dev.rapport.engagement.plan;

import dev.rapport.engagement.coverage.SponsorPlan;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.FlexReport;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.TimeEntry;
import java.util.ArrayList;
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
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        if (!book.provides().series().contains(TimeEntry.SERIES)) {
            missing.add("series " + TimeEntry.SERIES);
        }
        return new Section<>(
                Optional.of(FlexReport.of(book, models(), organisation(), reckoning.rates())), List.copyOf(missing));
    }

    Section<SponsorPlan> sponsors(Book book) {
        List<String> missing = missing();
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        return models().sponsorship().isEmpty()
                ? Section.lacking(List.of("sponsors of policy engagement-models"))
                : Section.of(SponsorPlan.of(book, models().sponsorship().get(), organisation()));
    }

    private EngagementPolicy models() {
        return policies.engagementModels().orElseThrow();
    }

    private Organisation organisation() {
        return policies.organisation().orElseThrow();
    }

    private List<String> missing() {
        List<String> missing = new ArrayList<>();
        if (policies.organisation().isEmpty()) {
            missing.add("policy organisation");
        }
        if (policies.engagementModels().isEmpty()) {
            missing.add("policy engagement-models");
        }
        return missing;
    }
}
