package dev.rapport.engagement.scope;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The ways to divide the areas, held against the people there are: which fits best, until when, why, and what would move.
 *
 * <pre>{@code
 * ScopeReport report = ScopeReport.of(policy, organisation, lifeCycle, date);
 * report.best().ifPresent(best -> print(best.scope().id() + ": " + report.because()));
 * }</pre>
 *
 * <p><strong>Formula.</strong> A leader with at most {@link ScopeLimits#directReports()} people leads them all. With more, each
 * area needs a lead for every so many people, rounded up. A scope fits where no leader has more areas or leads than the
 * limits allow. Of those that fit today the best is, by the first measure that differs: one that still fits after {@link
 * ScopePolicy#horizonYears()} of {@link ScopePolicy#growthPerYear()}; of those that do not, the one that fits longest; the one
 * with fewest hand-overs between leaders on a round; that of today; the one with the fewest areas a leader; the one with the
 * smallest largest span then; the first.
 *
 * <p><strong>Units.</strong> People, not full-time equivalents; who works in several areas counts once for a leader.
 *
 * <p><strong>Edges.</strong> {@link #best()} is empty where nothing fits today. Growth is looked at to ten times the people of
 * today, for the horizon too.
 *
 * <p><strong>Reference.</strong> Limits: see {@link ScopeLimits#standard()}. That scopes are chosen by size and growth, and
 * why hand-overs, focus and breadth matter, is the second source document's ("as it grows, it will need to be divided with
 * focused leadership and teams"); the order of the measures is ours: what must be divided again within the horizon costs a
 * second change of leaders, which weighs more than a hand-over.
 */
@Value.Immutable
@ValueStyle
public abstract class ScopeReport {

    private static final int TODAY = 100;
    private static final int TEN_TIMES = 1_000;

    /** What a power may be off by, in hundredths. */
    private static final double ROUNDING = 1e-9;

    ScopeReport() {}

    /**
     * The scope of today.
     *
     * @return its id
     */
    public abstract String current();

    /**
     * How many people do the work of all areas.
     *
     * @return a number of people, each once, today
     */
    public abstract int people();

    /**
     * How many there would be after the horizon.
     *
     * @return a number of people, rounded up
     */
    public abstract int peopleAhead();

    /**
     * The ways to divide the areas.
     *
     * @return each scope, in the policy's order
     */
    public abstract List<ScopeFit> fits();

    /**
     * The scope that fits best.
     *
     * @return it, or empty if none fits today
     */
    public abstract Optional<ScopeFit> best();

    /**
     * Why this is the best, and none of the others.
     *
     * @return sentences without full stops: two about the best, if there is one, and one for each other in the policy's order
     */
    public abstract List<String> because();

    /**
     * What each department is responsible for.
     *
     * @return all departments, in the organisation's order
     */
    public abstract List<DepartmentDuties> departments();

    /**
     * Where the areas' departments are not those of the stages and roles.
     *
     * @return in the order of the areas
     */
    public abstract List<Disagreement> disagreements();

    /**
     * What does not fit together about who may decide what.
     *
     * @return in the order of the decisions
     */
    public abstract List<RightFinding> findings();

    /**
     * Holds a policy against the people there are.
     *
     * @param policy  the policy, without problems
     * @param organisation  who works for us
     * @param lifeCycle  the customer's way
     * @param date  the day
     * @return the report
     * @throws dev.rapport.model.problem.InvalidDocumentException if the policy has a problem by itself, with the organisation or the life cycle
     */
    public static ScopeReport of(ScopePolicy policy, Organisation organisation, LifeCycle lifeCycle, LocalDate date) {
        policy.check().orThrow();
        policy.against(organisation, lifeCycle).orThrow();
        Scope today = policy.scope(policy.current()).orElseThrow();
        List<ScopeFit> fits = policy.scopes().stream()
                .map(scope -> fit(scope, today, policy, organisation, lifeCycle, date))
                .toList();
        Duties duties = new Duties(policy, organisation, lifeCycle);
        int people = Headcount.all(policy, organisation, date);
        int peopleAhead = Headcount.grown(people, hundredths(policy));
        ScopeChoice choice = new ScopeChoice(policy, people, peopleAhead);
        return new Builder()
                .current(policy.current())
                .people(people)
                .peopleAhead(peopleAhead)
                .best(choice.best(fits))
                .because(choice.reasons(fits))
                .fits(fits)
                .departments(duties.byDepartment())
                .disagreements(duties.disagreements())
                .findings(RightsCheck.of(policy, organisation, date))
                .build();
    }

    private static ScopeFit fit(
            Scope scope,
            Scope today,
            ScopePolicy policy,
            Organisation organisation,
            LifeCycle lifeCycle,
            LocalDate date) {
        List<Headcount> counts = scope.leaders().stream()
                .map(leader -> Headcount.of(leader, policy, organisation, date))
                .toList();
        List<String> moves = policy.areas().stream()
                .map(Area::id)
                .filter(area -> !scope.leaderOf(area).equals(today.leaderOf(area)))
                .toList();
        return ScopeFit.builder()
                .scope(scope)
                .leaders(loads(counts, policy, organisation, date))
                .leadersAhead(loads(
                        counts.stream()
                                .map(count -> count.grownTo(hundredths(policy)))
                                .toList(),
                        policy,
                        organisation,
                        date))
                .leaderChanges(HandOvers.of(scope, policy, lifeCycle))
                .moves(moves)
                .outgrown(outgrown(counts, policy))
                .build();
    }

    private static List<LeaderLoad> loads(
            List<Headcount> counts, ScopePolicy policy, Organisation organisation, LocalDate date) {
        return counts.stream()
                .map(count -> LeaderLoad.builder()
                        .role(count.leader().role())
                        .holders(organisation.holders(count.leader().role(), date).stream()
                                .map(Member::id)
                                .toList())
                        .areas(count.leader().areas())
                        .people(count.people())
                        .leads(count.leads(policy.limits()))
                        .tooMuch(count.tooMuch(policy.limits()))
                        .build())
                .toList();
    }

    /** The people after the horizon in hundredths of today's, rounded up, at most ten times as many. */
    private static int hundredths(ScopePolicy policy) {
        double grown = TODAY * StrictMath.pow(1 + policy.growthPerYear(), policy.horizonYears());
        return (int) Math.min(TEN_TIMES, StrictMath.ceil(grown - ROUNDING));
    }

    /** Grows all areas alike, a hundredth of today at a time. */
    private static Optional<Outgrown> outgrown(List<Headcount> counts, ScopePolicy policy) {
        for (int hundredths = TODAY; hundredths <= TEN_TIMES; hundredths++) {
            int people = 0;
            Optional<String> because = Optional.empty();
            for (Headcount count : counts) {
                Headcount grown = count.grownTo(hundredths);
                people += grown.people();
                because =
                        because.or(() -> grown.tooMuch(policy.limits()).stream().findFirst());
            }
            if (because.isPresent()) {
                return hundredths == TODAY
                        ? Optional.empty()
                        : Optional.of(new Outgrown(people, years(hundredths, policy.growthPerYear()), because.get()));
            }
        }
        return Optional.empty();
    }

    private static double years(int hundredths, double growthPerYear) {
        return growthPerYear == 0
                ? Double.POSITIVE_INFINITY
                : StrictMath.log(hundredths / 100.0) / StrictMath.log1p(growthPerYear);
    }

    /**
     * The scope of today.
     *
     * @return how it fits
     */
    public ScopeFit today() {
        return fits().stream()
                .filter(fit -> fit.scope().id().equals(current()))
                .findFirst()
                .orElseThrow();
    }

    static final class Builder extends ImmutableScopeReport.Builder {
        Builder() {}
    }
}
