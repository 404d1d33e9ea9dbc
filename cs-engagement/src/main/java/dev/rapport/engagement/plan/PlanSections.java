package dev.rapport.engagement.plan;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.FamilyRevenue;
import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.Holding;
import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.escalation.EscalationPolicy;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.expansion.ExpansionReport;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.milestone.LedgerEntry;
import dev.rapport.engagement.milestone.MilestoneFailure;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.plan.Planner.ProgressListener;
import dev.rapport.engagement.time.TimeSpent;
import dev.rapport.health.atrisk.AtRiskList;
import dev.rapport.health.atrisk.AtRiskPolicy;
import dev.rapport.health.atrisk.AtRiskRanking;
import dev.rapport.health.residual.ResidualValues;
import dev.rapport.health.warning.AlertList;
import dev.rapport.health.warning.EarlyWarning;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.customer.Contract;
import dev.rapport.model.customer.Ownership;
import dev.rapport.model.customer.Play;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.family.Families;
import dev.rapport.model.family.Family;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.organisation.TimeEntry;
import dev.rapport.model.organisation.TimeSheet;
import dev.rapport.segmentation.segment.Segment;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.joda.money.Money;

/** Works out the sections of a plan, one by one. */
final class PlanSections {

    private static final int TIME_DAYS = 90;

    private final DecidedBook decided;
    private final Policies policies;
    private final Reckoning reckoning;
    private final int horizonDays;
    private final Optional<TimeSheet> timeSheet;
    private final Section<ResidualValues> residual;
    private final Book book;
    private final Section<DecisionsAhead> decisions;
    private final List<Remark> failures = new ArrayList<>();

    PlanSections(
            DecidedBook decided,
            Policies policies,
            Reckoning reckoning,
            int horizonDays,
            Optional<TimeSheet> timeSheet) {
        this.decided = decided;
        this.policies = policies;
        this.reckoning = reckoning;
        this.horizonDays = horizonDays;
        this.timeSheet = timeSheet;
        this.residual = ResidualSection.isNeeded(decided.book())
                ? ResidualSection.of(decided.book(), policies, reckoning)
                : Section.lacking(List.of());
        this.book = ReviewSection.layOver(ResidualSection.layOver(decided.book(), residual.value()), policies);
        this.decisions = decisionsAhead();
    }

    /** What must be decided, within the horizon. */
    Section<DecisionsAhead> decisions() {
        return decisions;
    }

    Plan.Builder plan(MilestoneLedger ledger, AssignmentStrategy assignment, ProgressListener progress) {
        Threads beside = decided.beside();
        Supplier<Section<ExpansionReport>> expansions = beside.begin(() -> new ExpansionSection(policies).of(book));
        List<CustomerFailure> misplaced = new ArrayList<>();
        Supplier<Section<Map<String, Assignment>>> placing =
                beside.begin(() -> new AssignmentSection(policies, misplaced::addAll).of(book, assignment));
        Section<Coverage> coverage = coverage();
        Section<Economics> economics = economics();
        Section<AtRiskList> atRisk = atRisk();
        Section<TimeSpent> time = time(economics);
        Section<Map<String, Assignment>> assignments = placing.get();
        took("assignments", misplaced);
        return Plan.builder()
                .book(book)
                .horizonDays(horizonDays)
                .policies(decided.references())
                .segmentation(decided.segmentation())
                .furtherSegmentations(decided.further())
                .bands(decided.bands())
                .formerCustomers(decided.former())
                .lines(lines(coverage, progress))
                .families(families())
                .atRisk(atRisk)
                .residualValues(residual.value())
                .alerts(alerts())
                .decisions(decisions)
                .callList(CallSection.of(decided, book, policies))
                .expansions(expansions.get())
                .milestones(milestones(ledger))
                .economics(economics)
                .lifetime(PlanLifetime.of(decided, policies))
                .coverage(coverage)
                .staff(policies.organisation().map(known -> new Staff(known, book.date(), reckoning)))
                .assignments(assignments)
                .flex(new FlexSection(policies, reckoning).flex(book))
                .sponsors(new FlexSection(policies, reckoning).sponsors(book))
                .time(time)
                .team(new TeamSection(policies, reckoning).of(book, coverage, time, atRisk, decisions, assignments))
                .escalations(escalations())
                .lifeCycle(lifeCycle())
                .reviews(new ReviewSection(policies, reckoning, failed -> took("reviews", failed)).of(book))
                .voice(new VoiceSection(policies, failed -> took("voice", failed)).of(book))
                .failures(failures);
    }

    private CustomerLines lines(Section<Coverage> coverage, ProgressListener progress) {
        Map<String, List<String>> owners = new LinkedHashMap<>();
        coverage.value().ifPresent(known -> {
            for (Holding holding : known.holdings()) {
                owners.computeIfAbsent(holding.customerId(), absent -> new ArrayList<>())
                        .add(holding.owner());
            }
        });
        return new CustomerLines(decided, book, owners, progress);
    }

    /** Parents are looked for among all who are or were customers. */
    private Section<List<FamilyRevenue>> families() {
        List<String> missing = Missing.names(decided.cut().missing(Families.requirements()));
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        List<FamilyRevenue> families = new ArrayList<>();
        for (Family family : Families.of(decided.cut()).all()) {
            List<String> customers = new ArrayList<>();
            Money arr = Money.zero(book.currency());
            for (String member : family.members()) {
                Optional<CustomerView> view = book.find(member);
                view.ifPresent(customer -> customers.add(member));
                arr = arr.plus(view.flatMap(customer -> customer.find(StandardAttributes.ARR))
                        .orElse(Money.zero(book.currency())));
            }
            if (customers.size() > 1) {
                families.add(new FamilyRevenue(family.top(), List.copyOf(customers), arr));
            }
        }
        families.sort(Comparator.comparing(FamilyRevenue::arr).reversed().thenComparing(FamilyRevenue::top));
        return Section.of(List.copyOf(families));
    }

    private Section<AtRiskList> atRisk() {
        List<String> missing = missing(AtRiskRanking.requirements());
        if (!missing.isEmpty() || book.provides().series().contains(Contract.SERIES)) {
            missing.addAll(DecisionsAhead.missingFields(book));
        }
        boolean knowsResidualValues = book.provides().attributes().contains(AtRiskRanking.RESIDUAL_VALUE);
        if (decided.risk().isEmpty() || !(missing.isEmpty() || knowsResidualValues)) {
            if (!book.provides().series().contains(Contract.SERIES)) {
                missing.addAll(residual.missing());
            }
            if (decided.risk().isEmpty()) {
                missing.add("policy churn-risk");
            }
            return Section.lacking(missing);
        }
        AtRiskRanking ranking = AtRiskRanking.by(decided.risk().get(), horizonDays);
        return policies.atRisk().isEmpty()
                ? new Section<>(Optional.of(ranking.of(book)), List.of("policy at-risk"))
                : withPlays(ranking, policies.atRisk().get());
    }

    private Section<AtRiskList> withPlays(AtRiskRanking ranking, AtRiskPolicy policy) {
        AtRiskRanking choosing =
                ranking.choosing(policy.resolve(book.provides().attributes()).orThrow());
        List<String> missing = missing(Requirements.series(Play.SERIES));
        Optional<Double> share = policy.plays().shareOfHours();
        List<String> missingTeam = share.isEmpty() ? List.of() : missing(Requirements.series(Ownership.SERIES));
        if (share.isPresent() && policies.organisation().isEmpty()) {
            missingTeam.add("policy organisation");
        }
        missing.addAll(missingTeam);
        if (share.isEmpty() || !missingTeam.isEmpty()) {
            return new Section<>(Optional.of(choosing.of(book)), missing);
        }
        SaveTeam team = new SaveTeam(organisation(), book);
        return new Section<>(
                Optional.of(choosing.within(team.hours(share.get())).of(team.book())), missing);
    }

    private Section<EarlyWarningReport> alerts() {
        if (policies.earlyWarning().isEmpty()) {
            return Section.lacking(List.of("policy early-warning"));
        }
        Book all = decided.cut();
        EarlyWarning policy = policies.earlyWarning().get();
        List<String> missing = new ArrayList<>(policy.missingFrom(all));
        Optional<EarlyWarning> fed = policy.fedBy(all);
        if (fed.isEmpty()) {
            return Section.lacking(missing);
        }
        missing.addAll(missing(AlertList.requirements()));
        return new Section<>(
                Optional.of(EarlyWarningReport.of(fed.get(), all, book, reckoning, decided.memory())), missing);
    }

    private Section<DecisionsAhead> decisionsAhead() {
        Section<DecisionsAhead> section = DecisionsSection.of(decided, horizonDays, reckoning);
        section.value().ifPresent(known -> took("decisions", known.failures()));
        return section;
    }

    private Section<List<LedgerEntry>> milestones(MilestoneLedger ledger) {
        if (policies.milestones().isEmpty()) {
            return Section.lacking(List.of("policy milestones"));
        }
        List<String> missing = missing(policies.milestones().get().requirements());
        missing.addAll(DecisionsAhead.missingFields(book));
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        Tick tick = MilestonePlanner.of(policies.milestones().get(), reckoning).tick(book, ledger);
        took(
                "milestones",
                tick.failures().stream().map(MilestoneFailure::ofCustomer).toList());
        return Section.of(tick.alerts());
    }

    private Section<Economics> economics() {
        List<String> missing = Missing.team(policies);
        if (!missing.isEmpty()) {
            return Section.lacking(missing);
        }
        Economics economics = Economics.of(book, models(), organisation(), reckoning.rates());
        return new Section<>(Optional.of(economics), Missing.names(economics.missing()));
    }

    private Section<Coverage> coverage() {
        List<String> missing = Missing.team(policies);
        if (!missing.isEmpty()) {
            missing.addAll(Missing.names(book.missing(Coverage.requirements())));
            return Section.lacking(missing);
        }
        Coverage coverage = Coverage.of(book, AssignmentSection.present(policies, book), models());
        return coverage.missing().series().isEmpty()
                ? new Section<>(Optional.of(coverage), Missing.names(coverage.missing()))
                : Section.lacking(Missing.names(coverage.missing()));
    }

    private Section<TimeSpent> time(Section<Economics> economics) {
        List<String> unfed = Missing.names(decided.cut().missing(Requirements.series(TimeEntry.SERIES)));
        if (!unfed.isEmpty() && timeSheet.isEmpty()) {
            return Section.lacking(unfed);
        }
        List<String> missing = new ArrayList<>();
        if (timeSheet.isEmpty()) {
            missing.add("hours without customer");
        }
        List<TimeEntry> entries = new ArrayList<>();
        decided.cut().customers().forEach(view -> entries.addAll(TimeEntry.of(view)));
        timeSheet.ifPresent(sheet -> entries.addAll(sheet.asOf(book.asOf(), book.zone())));
        TimeSpent spent = TimeSpent.of(
                entries,
                book,
                book.date().minusDays(TIME_DAYS - 1L),
                book.date().plusDays(1));
        if (policies.organisation().isPresent()) {
            spent = spent.against(organisation());
        } else {
            missing.add("policy organisation");
        }
        return new Section<>(Optional.of(spent.against(hoursPerYear(economics))), missing);
    }

    private Map<String, BigDecimal> hoursPerYear(Section<Economics> economics) {
        Map<String, BigDecimal> hours = new LinkedHashMap<>();
        for (Segment segment : decided.segmentation().segments()) {
            economics
                    .value()
                    .flatMap(known -> known.segments().stream()
                            .filter(row -> row.segment().equals(segment.id()))
                            .findFirst())
                    .ifPresent(row -> hours.put(segment.id(), row.hoursPerYear()));
        }
        return hours;
    }

    private Section<EscalationReport> escalations() {
        Requirements read = EscalationReport.requirements();
        List<String> missing = missing(read);
        if (policies.escalation().isEmpty()) {
            missing.add("policy escalation");
        }
        if (policies.escalation().isEmpty()
                || book.missing(read).series().size() == read.series().size()) {
            return Section.lacking(missing);
        }
        EscalationPolicy policy = policies.escalation().get();
        Accountability accountability =
                policies.organisation().map(Accountability::of).orElseGet(Accountability::ownersOnly);
        EscalationReport report = EscalationReport.of(policy, book, accountability, reckoning.calendar());
        if (policies.organisation().isEmpty()) {
            missing.add("policy organisation");
        }
        took("escalations", report.failures());
        return new Section<>(Optional.of(report), missing);
    }

    private Section<PlanLifeCycle> lifeCycle() {
        return new LifeCycleSection(policies, reckoning, failed -> took("life cycle", failed)).of(decided);
    }

    private EngagementPolicy models() {
        return policies.engagementModels().orElseThrow();
    }

    private Organisation organisation() {
        return policies.organisation().orElseThrow();
    }

    private List<String> missing(Requirements requirements) {
        return Missing.names(book.missing(requirements));
    }

    private void took(String section, List<CustomerFailure> failed) {
        for (CustomerFailure failure : failed) {
            failures.add(new Remark(
                    "failed-" + section.replace(' ', '-'), 1, failure.customerId() + ": " + failure.reason()));
        }
    }
}
