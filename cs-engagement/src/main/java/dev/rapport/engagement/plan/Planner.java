package dev.rapport.engagement.plan;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.CustomerFailure;
import dev.rapport.engagement.coverage.Assignment;
import dev.rapport.engagement.coverage.AssignmentProblem;
import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.coverage.AssignmentWeights;
import dev.rapport.engagement.coverage.Coverage;
import dev.rapport.engagement.coverage.GreedyAssignment;
import dev.rapport.engagement.coverage.Holding;
import dev.rapport.engagement.coverage.StopCondition;
import dev.rapport.engagement.escalation.Accountability;
import dev.rapport.engagement.escalation.EscalationPolicy;
import dev.rapport.engagement.escalation.EscalationReport;
import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.engagement.lifecycle.LifeCycleReport;
import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.milestone.Firing;
import dev.rapport.engagement.milestone.FiringLedger;
import dev.rapport.engagement.milestone.MilestonePlanner;
import dev.rapport.engagement.milestone.MilestoneTrigger.Span;
import dev.rapport.engagement.milestone.Tick;
import dev.rapport.engagement.model.Economics;
import dev.rapport.engagement.model.EngagementModel;
import dev.rapport.engagement.model.EngagementPolicy;
import dev.rapport.engagement.model.OwnerRule;
import dev.rapport.health.Health;
import dev.rapport.health.HealthAttributes;
import dev.rapport.health.HealthOfBook;
import dev.rapport.health.risk.AtRiskHorizon;
import dev.rapport.health.risk.AtRiskList;
import dev.rapport.health.risk.RuleBasedRisk;
import dev.rapport.health.scorecard.ScorecardStrategy;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.CustomerView;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.attribute.Requirements;
import dev.rapport.model.book.Book;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.decision.ScoreChange;
import dev.rapport.model.derived.StandardAttributes;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.organisation.Organisation;
import dev.rapport.model.time.AsOf;
import dev.rapport.segmentation.json.SegmentationDocument;
import dev.rapport.segmentation.segment.Segmentation;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.TreeSet;

/**
 * Makes plans: the whole way from facts to decisions with their reasons. Immutable; one planner serves any number of
 * books and dates.
 *
 * <pre>{@code
 * Planner planner = Planner.of(policies, reckoning);
 * Plan plan = planner.plan(facts, AsOf.endOf(date, zone), Memory.empty(), new InMemoryFiringLedger());
 * }</pre>
 */
public final class Planner {

    /** The segment that decides the engagement model, as the planner lays it over a book. */
    public static final AttributeKey<String> SEGMENT =
            AttributeKey.text("segment").dimension(Dimension.COMMERCIAL);

    private static final int HORIZON_DAYS = 120;
    private static final int LEAD_DAYS = 14;
    private static final long ASSIGNMENT_STEPS = 10_000_000;

    private final Policies policies;
    private final Reckoning reckoning;
    private final int horizonDays;
    private final AssignmentStrategy assignment;
    private final ProgressListener progress;

    private Planner(
            Policies policies,
            Reckoning reckoning,
            int horizonDays,
            AssignmentStrategy assignment,
            ProgressListener progress) {
        this.policies = requireNonNull(policies, "policies");
        this.reckoning = requireNonNull(reckoning, "reckoning");
        this.horizonDays = horizonDays;
        this.assignment = requireNonNull(assignment, "assignment");
        this.progress = requireNonNull(progress, "progress");
    }

    /** Hears how far a plan has come. */
    @FunctionalInterface
    public interface ProgressListener {

        /**
         * Is told when a part of the work is done.
         *
         * @param done  what is done
         * @param total  what there is to do, in the same measure
         */
        void progressed(long done, long total);
    }

    /**
     * A planner that looks 120 days ahead and assigns greedily.
     *
     * @param policies  what decides
     * @param reckoning  the currency, its rates and the business calendar
     * @return the planner
     */
    public static Planner of(Policies policies, Reckoning reckoning) {
        return new Planner(policies, reckoning, HORIZON_DAYS, new GreedyAssignment(), (done, total) -> {});
    }

    /**
     * This planner with another horizon.
     *
     * @param days  how many days to look ahead, at least 1
     * @return the planner
     */
    public Planner horizonDays(int days) {
        if (days < 1) {
            throw new IllegalArgumentException("days (" + days + ") must be at least 1.");
        }
        return new Planner(policies, reckoning, days, assignment, progress);
    }

    /**
     * This planner with another strategy of assignment.
     *
     * @param strategy  the strategy
     * @return the planner
     */
    public Planner assigningWith(AssignmentStrategy strategy) {
        return new Planner(policies, reckoning, horizonDays, strategy, progress);
    }

    /**
     * This planner with somebody who listens.
     *
     * @param listener  hears how far each plan has come, on the thread that plans
     * @return the planner
     */
    public Planner reportingTo(ProgressListener listener) {
        return new Planner(policies, reckoning, horizonDays, assignment, listener);
    }

    /**
     * Makes the plan of one cut.
     *
     * @param facts  the uncut history, with the standard attributes derived
     * @param asOf  the cut
     * @param memory  what was decided before, for bands with hysteresis; what to remember comes back in the plan's lines
     * @param ledger  what has fired; receives what fires now
     * @return the plan
     * @throws dev.rapport.model.problem.InvalidDocumentException if a policy does not fit the facts, with all that is wrong
     */
    public Plan plan(Facts facts, AsOf asOf, Memory memory, FiringLedger ledger) {
        return new Run(facts.asOf(asOf), memory).plan(ledger).build();
    }

    /**
     * Makes the plan of one cut, and says what changed since another.
     *
     * @param facts  the uncut history, with the standard attributes derived
     * @param asOf  the cut
     * @param since  the earlier cut to compare with
     * @param memory  what was decided before
     * @param ledger  what has fired; receives what fires now
     * @return the plan
     * @throws IllegalArgumentException if the other cut is not earlier
     */
    public Plan plan(Facts facts, AsOf asOf, AsOf since, Memory memory, FiringLedger ledger) {
        if (!since.validAt().isBefore(asOf.validAt())) {
            throw new IllegalArgumentException(
                    "since (" + since.validAt() + ") must be before the plan's date (" + asOf.validAt() + ").");
        }
        Run now = new Run(facts.asOf(asOf), memory);
        Plan.Builder plan = now.plan(ledger);
        Run then = new Run(facts.asOf(since), memory);
        return plan.changes(Comparison.of(then.book, then.scorecard, now.book, now.scorecard, memory, reckoning))
                .build();
    }

    /**
     * The file of one customer of a plan, with everything that the policies say about them.
     *
     * @param plan  a plan of this planner
     * @param customerId  the customer
     * @param ledger  what has fired
     * @return the file, without personal data; empty if the plan has no such customer
     */
    public Optional<CustomerFile> file(Plan plan, String customerId, FiringLedger ledger) {
        Optional<CustomerLine> line = plan.find(customerId);
        return line.isEmpty()
                ? Optional.empty()
                : plan.book().find(customerId).map(view -> file(plan, line.get(), view, ledger));
    }

    private CustomerFile file(Plan plan, CustomerLine line, CustomerView view, FiringLedger ledger) {
        CustomerFile file = CustomerFile.of(view, plan.book().provides().attributes(), reckoning)
                .withHealth(line.health().band(), line.health().reasons())
                .withSegment(
                        line.segment().orElse("none"),
                        Segmentation.decide(policies.segmentation().strategy(), view)
                                .reasons())
                .withEscalations(plan.escalations().read(report -> report.of(line.customerId()), List.of()));
        if (policies.churnRisk().isPresent()) {
            RuleBasedRisk risk = policies.churnRisk()
                    .get()
                    .resolve(plan.book().provides().attributes())
                    .orThrow();
            file = file.withChurnRisk(risk.assess(view).reasons());
        }
        if (policies.milestones().isPresent() && plan.milestones().value().isPresent()) {
            Span span = new Span(plan.date().minusDays(plan.horizonDays()), plan.date().plusDays(plan.horizonDays()));
            file = file.withMilestones(MilestonePlanner.of(policies.milestones().get(), reckoning)
                    .occurrences(view, span, ledger.firingsOf(List.of(line.customerId()))));
        }
        return policies.lifeCycle().isPresent() && plan.lifeCycle().value().isPresent()
                ? file.withJourney(policies.lifeCycle().get().journey(view))
                : file;
    }

    /**
     * Says why the health score of a customer moved between two cuts.
     *
     * @param facts  the uncut history, with the standard attributes derived
     * @param customerId  the customer
     * @param from  the earlier cut
     * @param to  the later cut
     * @param memory  what was decided before
     * @return the change; empty if one of the cuts has no such customer
     */
    public Optional<ScoreChange> explain(Facts facts, String customerId, AsOf from, AsOf to, Memory memory) {
        Run then = new Run(facts.asOf(from), memory);
        Run now = new Run(facts.asOf(to), memory);
        return then.book.find(customerId).flatMap(before -> now.book
                .find(customerId)
                .map(after -> then.scorecard.changeTo(now.scorecard, before, after)));
    }

    /** The making of one plan. */
    private final class Run {

        private final Memory memory;
        private final Segmentation segmentation;
        private final Map<String, Segmentation> further = new LinkedHashMap<>();
        private final ScorecardStrategy scorecard;
        private final Optional<RuleBasedRisk> risk;
        private final Book book;
        private final List<Remark> failures = new ArrayList<>();

        Run(Book cut, Memory memory) {
            this.memory = memory;
            this.segmentation = Segmentation.of(policies.segmentation().strategy(), cut);
            Book decided = cut.with(SEGMENT, source(policies.segmentation()), segmentation.assignments());
            for (SegmentationDocument document : policies.furtherSegmentations()) {
                Segmentation beside = Segmentation.of(document.strategy(), decided);
                further.put(document.header().id(), beside);
                decided = decided.with(segmentKey(document), source(document), beside.assignments());
            }
            this.scorecard = policies.scorecard()
                    .resolve(decided.provides().attributes())
                    .orThrow();
            HealthOfBook health = scorecard.decide(decided, memory, Runnable::run, 1);
            decided = health.layOver(decided);
            Set<AttributeKey<?>> provided = decided.provides().attributes();
            this.risk = policies.churnRisk().map(policy -> policy.resolve(provided).orThrow());
            this.book = risk.isPresent() ? risk.get().assess(decided).layOver(decided) : decided;
        }

        Plan.Builder plan(FiringLedger ledger) {
            Section<Coverage> coverage = coverage();
            return Plan.builder()
                    .book(book)
                    .horizonDays(horizonDays)
                    .policies(policies.references())
                    .segmentation(segmentation)
                    .furtherSegmentations(further)
                    .bands(policies.scorecard().bands())
                    .customers(customers(coverage))
                    .atRisk(atRisk())
                    .decisions(decisions())
                    .milestones(milestones(ledger))
                    .economics(economics())
                    .coverage(coverage)
                    .assignments(assignments())
                    .escalations(escalations())
                    .lifeCycle(lifeCycle())
                    .failures(failures);
        }

        private List<CustomerLine> customers(Section<Coverage> coverage) {
            Map<String, List<String>> owners = new LinkedHashMap<>();
            coverage.value().ifPresent(known -> {
                for (Holding holding : known.holdings()) {
                    owners.computeIfAbsent(holding.customerId(), absent -> new ArrayList<>())
                            .add(holding.owner());
                }
            });
            List<CustomerLine> lines = new ArrayList<>(book.size());
            for (CustomerView view : book.customers()) {
                lines.add(line(view, owners.getOrDefault(view.customerId(), List.of())));
                progress.progressed(lines.size(), book.size());
            }
            return lines;
        }

        private CustomerLine line(CustomerView view, List<String> owners) {
            Health health = scorecard.decide(view, memory);
            CustomerLine.Builder line = CustomerLine.builder()
                    .customerId(view.customerId())
                    .name(view.find(CustomerAttributes.NAME))
                    .segment(view.find(SEGMENT))
                    .arr(view.find(StandardAttributes.ARR))
                    .health(health)
                    .nextDecision(view.find(StandardAttributes.DECISION_NEXT_DATE))
                    .owners(owners);
            for (SegmentationDocument document : policies.furtherSegmentations()) {
                view.find(segmentKey(document))
                        .ifPresent(segment -> line.putFurtherSegments(document.header().id(), segment));
            }
            return line.churnRisk(view.find(HealthAttributes.CHURN_RISK)
                            .map(OptionalDouble::of)
                            .orElseGet(OptionalDouble::empty))
                    .build();
        }

        private Section<AtRiskList> atRisk() {
            List<String> missing = missing(AtRiskList.requirements());
            if (risk.isEmpty()) {
                missing.add("policy churn-risk");
            }
            missing.addAll(DecisionsAhead.missingFields(book));
            return risk.isEmpty() || !missing.isEmpty()
                    ? Section.lacking(missing)
                    : Section.of(AtRiskList.of(book, risk.get(), new AtRiskHorizon(horizonDays, LEAD_DAYS)));
        }

        private Section<DecisionsAhead> decisions() {
            List<String> missing = DecisionsAhead.missingFields(book);
            if (!missing.isEmpty()) {
                return Section.lacking(missing);
            }
            String worst = policies.scorecard().bands().list().get(0).code();
            DecisionsAhead decisions = DecisionsAhead.of(book, horizonDays, reckoning, view -> view.find(
                            HealthAttributes.BAND)
                    .filter(worst::equals)
                    .map(band -> "health band " + band));
            took("decisions", decisions.failures());
            return Section.of(decisions);
        }

        private Section<List<Firing>> milestones(FiringLedger ledger) {
            if (policies.milestones().isEmpty()) {
                return Section.lacking(List.of("policy milestones"));
            }
            List<String> missing = missing(policies.milestones().get().requirements());
            missing.addAll(DecisionsAhead.missingFields(book));
            if (!missing.isEmpty()) {
                return Section.lacking(missing);
            }
            Tick tick = MilestonePlanner.of(policies.milestones().get(), reckoning).tick(book, ledger);
            took("milestones", tick.failures());
            return Section.of(tick.fired());
        }

        private Section<Economics> economics() {
            List<String> missing = missingTeam();
            if (!missing.isEmpty()) {
                return Section.lacking(missing);
            }
            Economics economics = Economics.of(book, models(), organisation(), reckoning.rates());
            return new Section<>(Optional.of(economics), names(economics.missing()));
        }

        private Section<Coverage> coverage() {
            List<String> missing = missingTeam();
            if (!missing.isEmpty()) {
                return Section.lacking(missing);
            }
            Coverage coverage = Coverage.of(book, organisation(), models());
            return coverage.missing().series().isEmpty()
                    ? new Section<>(Optional.of(coverage), names(coverage.missing()))
                    : Section.lacking(names(coverage.missing()));
        }

        private Section<Map<String, Assignment>> assignments() {
            List<String> missing = missingTeam();
            if (!missing.isEmpty()) {
                return Section.lacking(missing);
            }
            Set<String> roles = new TreeSet<>();
            for (EngagementModel model : models().models()) {
                for (OwnerRule rule : model.owners()) {
                    if (rule.pool().isEmpty() && rule.atLeast() > 0) {
                        roles.add(rule.role());
                    }
                }
            }
            Map<String, Assignment> assignments = new LinkedHashMap<>();
            for (String role : roles) {
                AssignmentProblem problem = AssignmentProblem.of(
                        book, organisation(), models(), role, AssignmentWeights.CONTINUITY_FIRST);
                assignments.put(role, assignment.assign(problem, StopCondition.steps(ASSIGNMENT_STEPS)));
            }
            return Section.of(assignments);
        }

        private Section<EscalationReport> escalations() {
            Requirements read = EscalationReport.requirements();
            List<String> missing = missing(read);
            if (policies.escalation().isEmpty()) {
                missing.add("policy escalation");
            }
            if (policies.escalation().isEmpty() || book.missing(read).series().size() == read.series().size()) {
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

        private Section<LifeCycleReport> lifeCycle() {
            List<String> missing = missing(LifeCycle.requirements());
            if (policies.lifeCycle().isEmpty()) {
                missing.add("policy life-cycle");
            }
            if (!missing.isEmpty()) {
                return Section.lacking(missing);
            }
            LifeCycleReport report = LifeCycleReport.of(policies.lifeCycle().orElseThrow(), book);
            took("life cycle", report.failures());
            return Section.of(report);
        }

        private EngagementPolicy models() {
            return policies.engagementModels().orElseThrow();
        }

        private Organisation organisation() {
            return policies.organisation().orElseThrow();
        }

        private List<String> missingTeam() {
            List<String> missing = new ArrayList<>();
            if (policies.organisation().isEmpty()) {
                missing.add("policy organisation");
            }
            if (policies.engagementModels().isEmpty()) {
                missing.add("policy engagement-models");
            }
            return missing;
        }

        private List<String> missing(Requirements requirements) {
            return names(book.missing(requirements));
        }

        private void took(String section, List<CustomerFailure> failed) {
            for (CustomerFailure failure : failed) {
                failures.add(new Remark(
                        "failed-" + section.replace(' ', '-'), 1, failure.customerId() + ": " + failure.reason()));
            }
        }
    }

    private static List<String> names(Requirements requirements) {
        List<String> names = new ArrayList<>();
        requirements.series().forEach(series -> names.add("series " + series));
        requirements.attributes().forEach(attribute -> names.add("attribute " + attribute));
        return names;
    }

    private static AttributeKey<String> segmentKey(SegmentationDocument document) {
        return AttributeKey.text("segment." + document.header().id());
    }

    private static String source(SegmentationDocument document) {
        return document.header().id() + "@" + document.header().revision();
    }
}
