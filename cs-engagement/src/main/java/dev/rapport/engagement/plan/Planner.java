package dev.rapport.engagement.plan;

import static java.util.Objects.requireNonNull;

import dev.rapport.engagement.coverage.AssignmentStrategy;
import dev.rapport.engagement.coverage.BoundedAssignment;
import dev.rapport.engagement.file.CustomerFile;
import dev.rapport.engagement.file.FileView;
import dev.rapport.engagement.file.Pseudonyms;
import dev.rapport.engagement.milestone.MilestoneLedger;
import dev.rapport.health.change.HealthChange;
import dev.rapport.model.attribute.AttributeKey;
import dev.rapport.model.attribute.Dimension;
import dev.rapport.model.attribute.Sensitivity;
import dev.rapport.model.book.Facts;
import dev.rapport.model.customer.CustomerAttributes;
import dev.rapport.model.customer.Reckoning;
import dev.rapport.model.memory.Memory;
import dev.rapport.model.organisation.TimeSheet;
import dev.rapport.model.problem.InvalidDocumentException;
import dev.rapport.model.time.AsOf;
import java.time.LocalDate;
import java.time.temporal.IsoFields;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/**
 * Makes plans: the whole way from facts to decisions with their reasons. Immutable; one planner serves any number of
 * books and dates.
 *
 * <pre>{@code
 * Planner planner = Planner.of(policies, reckoning);
 * Plan plan = planner.plan(facts, AsOf.endOf(date, zone), Memory.empty(), new InMemoryMilestoneLedger());
 * }</pre>
 */
public final class Planner {

    /** The segment that decides the engagement model, as the planner lays it over a book. */
    public static final AttributeKey<String> SEGMENT =
            AttributeKey.text("segment").dimension(Dimension.COMMERCIAL);

    private static final int HORIZON_DAYS = 120;
    private static final int QUARTERS = 4;

    private final Policies policies;
    private final Reckoning reckoning;
    private final int horizonDays;
    private final AssignmentStrategy assignment;
    private final Optional<TimeSheet> timeSheet;
    private final Optional<ChurnLearning> learning;
    private final ProgressListener progress;
    private final Threads threads;

    private Planner(
            Policies policies,
            Reckoning reckoning,
            int horizonDays,
            AssignmentStrategy assignment,
            Optional<TimeSheet> timeSheet,
            Optional<ChurnLearning> learning,
            ProgressListener progress,
            Threads threads) {
        this.policies = requireNonNull(policies, "policies");
        this.reckoning = requireNonNull(reckoning, "reckoning");
        this.horizonDays = horizonDays;
        this.assignment = requireNonNull(assignment, "assignment");
        this.timeSheet = timeSheet;
        this.learning = learning;
        this.progress = requireNonNull(progress, "progress");
        this.threads = threads;
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
     * A planner that looks 120 days ahead and assigns by the library's own search, which says how far from the best it can be.
     *
     * @param policies  what decides
     * @param reckoning  the currency, its rates and the business calendar
     * @return the planner
     */
    public static Planner of(Policies policies, Reckoning reckoning) {
        return new Planner(
                policies,
                reckoning,
                HORIZON_DAYS,
                new BoundedAssignment(1),
                Optional.empty(),
                Optional.empty(),
                (done, total) -> {},
                Threads.ONE);
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
        return new Planner(policies, reckoning, days, assignment, timeSheet, learning, progress, threads);
    }

    /**
     * This planner with another strategy of assignment.
     *
     * @param strategy  the strategy
     * @return the planner
     */
    public Planner assigningWith(AssignmentStrategy strategy) {
        return new Planner(policies, reckoning, horizonDays, strategy, timeSheet, learning, progress, threads);
    }

    /**
     * This planner with the hours that are no facts of customers.
     *
     * @param sheet  the time sheet, uncut: each plan counts what its own cut sees
     * @return the planner
     */
    public Planner counting(TimeSheet sheet) {
        return new Planner(
                policies, reckoning, horizonDays, assignment, Optional.of(sheet), learning, progress, threads);
    }

    /**
     * This planner learning a model of churn from the book's own past. Where the gate passes it, the at-risk list goes by it
     * in place of the rules; each plan says which it used, and why.
     *
     * @param how  how it learns
     * @return the planner
     */
    public Planner learningChurn(ChurnLearning how) {
        return new Planner(
                policies, reckoning, horizonDays, assignment, timeSheet, Optional.of(how), progress, threads);
    }

    /**
     * This planner with somebody who listens.
     *
     * @param listener  hears how far each plan has come, on the thread that plans
     * @return the planner
     */
    public Planner reportingTo(ProgressListener listener) {
        return new Planner(policies, reckoning, horizonDays, assignment, timeSheet, learning, listener, threads);
    }

    /**
     * This planner with threads for what is worked out by columns. The plan does not depend on them.
     *
     * @param executor  runs the tasks; the caller's
     * @param tasks  into how many tasks work is split, at least 1
     * @return the planner
     */
    public Planner on(Executor executor, int tasks) {
        return new Planner(
                policies,
                reckoning,
                horizonDays,
                assignment,
                timeSheet,
                learning,
                progress,
                new Threads(executor, tasks));
    }

    /**
     * Makes the plan of one cut.
     *
     * @param facts  the uncut history, with the standard attributes derived
     * @param asOf  the cut
     * @param memory  what was decided before, for bands with hysteresis; what to remember comes back in the plan's lines
     * @param ledger  what has fired; receives what fires now
     * @return the plan
     * @throws InvalidDocumentException if a policy does not fit the facts, with all that is wrong
     */
    public Plan plan(Facts facts, AsOf asOf, Memory memory, MilestoneLedger ledger) {
        Optional<ChurnGate> gate = gate(facts, asOf, memory);
        return plan(facts, decided(facts, asOf, memory, gate), Optional.empty(), gate, ledger)
                .build();
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
    public Plan plan(Facts facts, AsOf asOf, AsOf since, Memory memory, MilestoneLedger ledger) {
        if (!since.validAt().isBefore(asOf.validAt())) {
            throw new IllegalArgumentException(
                    "since (" + since.validAt() + ") must be before the plan's date (" + asOf.validAt() + ").");
        }
        Optional<ChurnGate> gate = gate(facts, asOf, memory);
        DecidedBook now = decided(facts, asOf, memory, gate);
        // What changed is told by health and revenue, which need no model of churn
        DecidedBook then = decided(facts, since, memory, Optional.empty());
        return plan(facts, now, Optional.of(then), gate, ledger)
                .segmentMoves(SegmentMoves.between(then.segments(), now.segments(), policies))
                .build();
    }

    private Plan.Builder plan(
            Facts facts,
            DecidedBook now,
            Optional<DecidedBook> then,
            Optional<ChurnGate> gate,
            MilestoneLedger ledger) {
        Optional<PlanChanges> changes = then.map(earlier -> PlanChanges.between(earlier, now, reckoning));
        Supplier<QualitySection.All> quality = now.beside().begin(() -> new QualitySection(facts, policies, now).all());
        PlanSections sections = sections(now);
        ForecastSection forecast = new ForecastSection(facts, policies, reckoning, horizonDays);
        RetentionSections retention = new RetentionSections(facts, policies, reckoning, now);
        return sections.plan(ledger, assignment, progress)
                .churnGate(gate)
                .changes(changes)
                .forecast(forecast.of(now, sections.decisions(), gate, then, changes))
                .membership(now.segments().membership())
                .quality(quality.get().headline())
                .furtherQualities(quality.get().further())
                .surveys(new SurveySection(facts, policies).of(now))
                .overrides(new OverrideSection(facts, policies).of(now))
                .experiments(new ExperimentSection(facts, policies, now).results())
                .scope(new ScopeSection(policies).on(now.cut().date()))
                .retention(retention.retention())
                .attribution(retention.attribution())
                .losses(retention.losses());
    }

    private Optional<ChurnGate> gate(Facts facts, AsOf asOf, Memory memory) {
        return learning.or(policies::churnLearning)
                .map(how -> new ChurnGateRun(facts, policies, memory, how, horizonDays).gate(facts.asOf(asOf)));
    }

    private DecidedBook decided(Facts facts, AsOf asOf, Memory memory, Optional<ChurnGate> gate) {
        Memory remembered = StickyHistory.of(facts, policies, asOf, memory);
        return new DecidedBook(facts.asOf(asOf), policies, remembered, gate.flatMap(ChurnGate::model), threads);
    }

    private PlanSections sections(DecidedBook decided) {
        return new PlanSections(decided, policies, reckoning, horizonDays, timeSheet);
    }

    /**
     * The file of one customer of a plan, with everything that the policies say about them.
     *
     * @param plan  a plan of this planner
     * @param customerId  the customer
     * @param ledger  what has fired
     * @return the file, without personal data; empty if the plan has no such customer
     */
    public Optional<CustomerFile> file(Plan plan, String customerId, MilestoneLedger ledger) {
        return file(plan, customerId, ledger, FileView.everything(Sensitivity.INTERNAL), Pseudonyms.none());
    }

    /**
     * The file of one customer of a plan for some readers.
     *
     * @param plan  a plan of this planner
     * @param customerId  the customer
     * @param ledger  what has fired
     * @param seen  what the readers may see
     * @param pseudonyms  stand for what they may only see hashed
     * @return the file; empty if the plan has no such customer
     * @throws IllegalArgumentException if something is to be hashed and there are no pseudonyms
     */
    public Optional<CustomerFile> file(
            Plan plan, String customerId, MilestoneLedger ledger, FileView seen, Pseudonyms pseudonyms) {
        Optional<CustomerLine> line = plan.find(customerId);
        return line.isEmpty()
                ? Optional.empty()
                : plan.book().find(customerId).map(view -> {
                    List<AttributeKey<?>> attributes =
                            inOrder(plan.book().provides().attributes());
                    return CustomerFile.of(view, attributes, reckoning, seen, pseudonyms)
                            .with(new FilledFile(policies, reckoning, plan, view).sections(line.get(), ledger));
                });
    }

    /**
     * How customers were at the ends of the four quarters of the calendar before a cut, each by what was known and in force
     * then. Quarters in which nobody was a customer, or a policy lacks what it reads, are left out.
     *
     * @param facts  the uncut history, with the standard attributes derived
     * @param asOf  the cut
     * @param memory  what was decided before
     * @return the history, for {@link CustomerFile#withHealthHistory(List)}
     */
    public HealthHistory healthHistory(Facts facts, AsOf asOf, Memory memory) {
        HealthHistory history = new HealthHistory();
        LocalDate quarter = asOf.date(facts.zone()).with(IsoFields.DAY_OF_QUARTER, 1);
        for (int back = QUARTERS - 1; back >= 0; back--) {
            LocalDate end = quarter.minusMonths(3L * back).minusDays(1);
            AsOf then = AsOf.endOf(end, facts.zone());
            try {
                history.add(end, decided(facts, then, memory, Optional.empty()));
            } catch (InvalidDocumentException e) {
                // A policy asks for what nobody fed then: of that quarter nothing can be told
            }
        }
        return history;
    }

    /** Those of the standard model in its order, then all others by name: not in the order a source happens to have. */
    private static List<AttributeKey<?>> inOrder(Collection<? extends AttributeKey<?>> attributes) {
        List<AttributeKey<?>> standard = CustomerAttributes.all();
        List<AttributeKey<?>> sorted = new ArrayList<>(attributes);
        sorted.sort(Comparator.<AttributeKey<?>>comparingInt(
                        key -> standard.contains(key) ? standard.indexOf(key) : standard.size())
                .thenComparing(AttributeKey::name));
        return sorted;
    }

    /**
     * Says why the health of a customer moved between two cuts, each under the policies in force on its day.
     *
     * @param facts  the uncut history, with the standard attributes derived
     * @param customerId  the customer
     * @param from  the earlier cut
     * @param to  the later cut
     * @param memory  what was decided before
     * @return the change; empty if one of the cuts has no such customer
     */
    public Optional<HealthChange> explain(Facts facts, String customerId, AsOf from, AsOf to, Memory memory) {
        DecidedBook then = decided(facts, from, memory, Optional.empty());
        DecidedBook now = decided(facts, to, memory, Optional.empty());
        return then.book()
                .find(customerId)
                .flatMap(before -> now.book()
                        .find(customerId)
                        .map(after -> HealthChange.between(HealthOfCuts.of(then, now), before, after, memory)));
    }
}
