package dev.rapport.engagement.plan;

import dev.rapport.engagement.plan.PlanRetention.SegmentRetention;
import dev.rapport.health.loss.LossPolicy;
import dev.rapport.health.loss.LossReport;
import dev.rapport.health.retention.ArrBridge;
import dev.rapport.health.retention.ArrChange;
import dev.rapport.health.retention.CohortGrain;
import dev.rapport.health.retention.CohortTable;
import dev.rapport.health.retention.Level;
import dev.rapport.health.retention.RenewalsDue;
import dev.rapport.health.retention.RetentionDefinition;
import dev.rapport.health.retention.RetentionRates;
import dev.rapport.health.retention.RevenueHistory;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.ContractLine;
import dev.rapport.model.customer.Outcome;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.segment.Segment;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Works out what the book kept in the last twelve months, and why it lost the rest. */
final class RetentionSections {

    private static final int MONTHS = 12;
    private static final int MONTHS_OF_QUARTER = 3;
    private static final int MOST_COHORTS = 12;
    private static final String NO_SEGMENT = "none";

    private final Facts facts;
    private final Policies policies;
    private final Reckoning reckoning;
    private final DecidedBook decided;
    private final AsOf asOf;
    private final boolean areContractsFed;
    private final Optional<RevenueHistory> history;

    RetentionSections(Facts facts, Policies policies, Reckoning reckoning, DecidedBook decided) {
        this.facts = facts;
        this.policies = policies;
        this.reckoning = reckoning;
        this.decided = decided;
        this.asOf = decided.cut().asOf();
        this.areContractsFed = decided.cut().provides().series().contains(Contract.SERIES);
        this.history = areContractsFed
                ? Optional.of(RevenueHistory.monthly(
                        facts,
                        asOf,
                        MONTHS,
                        atConstantRates(definition(policies), decided.cut().date()),
                        reckoning))
                : Optional.empty();
    }

    private static RetentionDefinition definition(Policies policies) {
        return policies.retention().orElse(RetentionDefinition.STANDARD);
    }

    private static RetentionDefinition atConstantRates(RetentionDefinition definition, LocalDate date) {
        return definition.constantRatesOf().isPresent() ? definition : definition.atRatesOf(date);
    }

    Section<PlanRetention> retention() {
        if (history.isEmpty()) {
            return Section.lacking(List.of("series " + Contract.SERIES));
        }
        RevenueHistory year = history.get();
        List<String> missing = new ArrayList<>();
        List<RetentionRates> rates = new ArrayList<>();
        rates.add(year.whole(Level.ACCOUNT).rates());
        rates.add(year.whole(Level.CONTRACT).rates());
        if (decided.cut().provides().series().contains(ContractLine.SERIES)) {
            rates.add(year.whole(Level.LINE).rates());
        } else {
            missing.add("series " + ContractLine.SERIES);
        }
        if (decided.cut().provides(Contract.SERIES, Contract.END)) {
            rates.add(RenewalsDue.of(year, Level.CONTRACT).rates());
        } else {
            missing.add(Contract.SERIES + "." + Contract.END);
        }
        rates.add(year.trailing(Level.ACCOUNT));
        rates.add(year.trailing(Level.CONTRACT));
        return new Section<>(
                Optional.of(PlanRetention.builder()
                        .definition(year.definition())
                        .year(year.whole(Level.ACCOUNT))
                        .months(year.steps(Level.ACCOUNT))
                        .rates(rates)
                        .atCurrentRates(atCurrentRates(year))
                        .segments(segments(year))
                        .cohorts(cohorts(year))
                        .leftOut(year.untold())
                        .build()),
                missing);
    }

    private Optional<RetentionRates> atCurrentRates(RevenueHistory year) {
        if (reckoning.rates().rates().isEmpty()
                || definition(policies).constantRatesOf().isPresent()) {
            return Optional.empty();
        }
        LocalDate first = year.dates().get(0);
        LocalDate last = year.dates().get(MONTHS);
        return Optional.of(RevenueHistory.at(List.of(first, last), facts, asOf, definition(policies), reckoning)
                .whole(Level.ACCOUNT)
                .rates());
    }

    private static CohortTable cohorts(RevenueHistory year) {
        CohortTable quarters = CohortTable.of(year, Level.ACCOUNT, CohortGrain.QUARTER);
        return quarters.rows().size() <= MOST_COHORTS
                ? quarters
                : CohortTable.of(year, Level.ACCOUNT, CohortGrain.YEAR);
    }

    private List<SegmentRetention> segments(RevenueHistory year) {
        Map<String, String> segmentOf = segmentByCustomer(year);
        Set<String> names = new LinkedHashSet<>();
        for (Segment segment : decided.segmentation().segments()) {
            names.add(segment.id());
        }
        names.addAll(new TreeSet<>(segmentOf.values()));
        names.add(NO_SEGMENT);
        List<SegmentRetention> segments = new ArrayList<>();
        for (String name : names) {
            RevenueHistory part = year.only(unit ->
                    segmentOf.getOrDefault(unit.customerId(), NO_SEGMENT).equals(name));
            SegmentRetention segment = new SegmentRetention(
                    name,
                    part.whole(Level.ACCOUNT),
                    List.of(
                            part.whole(Level.ACCOUNT).rates(),
                            part.whole(Level.CONTRACT).rates()));
            if (!segment.year().changes().isEmpty()) {
                segments.add(segment);
            }
        }
        return segments;
    }

    /** The segment at the first date at which somebody paid, so that nobody leaves a segment's cohort by growing. */
    private Map<String, String> segmentByCustomer(RevenueHistory year) {
        Map<String, String> segments = new HashMap<>();
        firstPaid(year).forEach((date, customers) -> {
            boolean isNow = date.equals(decided.cut().date());
            AsOf then = isNow ? asOf : AsOf.endOf(date, facts.zone()).knownAt(asOf.knownAt());
            Book paying = facts.asOf(then).only(view -> customers.contains(view.customerId()));
            segments.putAll(DecidedSegments.headlineOf(paying, policies));
        });
        return segments;
    }

    private static Map<LocalDate, Set<String>> firstPaid(RevenueHistory year) {
        Map<LocalDate, Set<String>> byDate = new TreeMap<>();
        Set<String> known = new HashSet<>();
        for (ArrBridge step : year.steps(Level.ACCOUNT)) {
            for (ArrChange change : step.changes()) {
                LocalDate date = change.opening().isPositive() ? step.from() : step.to();
                boolean isPaying =
                        change.opening().isPositive() || change.closing().isPositive();
                if (isPaying && known.add(change.unit().customerId())) {
                    byDate.computeIfAbsent(date, absent -> new TreeSet<>())
                            .add(change.unit().customerId());
                }
            }
        }
        return byDate;
    }

    Section<AttributionReport> attribution() {
        return new AttributionSection(policies, decided.cut()).of(history, this::quarter);
    }

    private RevenueHistory quarter() {
        RevenueHistory year = history.orElseThrow();
        List<LocalDate> ends = List.of(
                year.dates().get(MONTHS - MONTHS_OF_QUARTER), year.dates().get(MONTHS));
        return RevenueHistory.at(ends, facts, asOf, year.definition(), reckoning);
    }

    Section<LossReport> losses() {
        List<String> missing = new ArrayList<>();
        if (!areContractsFed) {
            missing.add("series " + Contract.SERIES);
        }
        if (policies.lossReasons().isEmpty()) {
            missing.add("policy loss-reasons");
        }
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        LossPolicy policy = policies.lossReasons().get();
        Set<AttributeKey<?>> attributes = decided.cut().provides().attributes();
        if (!decided.cut().provides().series().contains(Outcome.SERIES)) {
            missing.add("series " + Outcome.SERIES);
        }
        policy.missingFrom(attributes).forEach(name -> missing.add("attribute " + name));
        return new Section<>(
                Optional.of(policy.fedBy(attributes)
                        .resolve(attributes)
                        .orThrow()
                        .report(facts, asOf, history.orElseThrow())),
                missing);
    }
}
