package dev.rapport.engagement.scope;

import dev.rapport.engagement.lifecycle.LifeCycle;
import dev.rapport.model.internal.ValueStyle;
import dev.rapport.model.organisation.Member;
import dev.rapport.model.organisation.Organisation;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * The ways to divide the areas, held against the people there are: which fits now, until when, and what would move.
 *
 * <pre>{@code
 * ScopeReport report = ScopeReport.of(policy, organisation, lifeCycle, date);
 * report.best().ifPresent(best -> print(best.scope().id() + " until " + best.outgrown()));
 * }</pre>
 *
 * <p>A leader with at most {@link ScopeLimits#directReports()} people leads them all. With more, each area needs a lead
 * for every so many people. A scope fits where no leader has more areas or leads than the limits allow. Of those that fit
 * the best has the fewest changes of leader on the customer's way, of equals the one of today, then the one with
 * the fewest areas a leader, then the first.
 */
@Value.Immutable
@ValueStyle
public abstract class ScopeReport {

    private static final int TODAY = 100;
    private static final int TEN_TIMES = 1_000;

    ScopeReport() {}

    /**
     * The scope of today.
     *
     * @return its id
     */
    public abstract String current();

    /**
     * The ways to divide the areas.
     *
     * @return each scope, in the policy's order
     */
    public abstract List<ScopeFit> fits();

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
        return new Builder()
                .current(policy.current())
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
        List<LeaderLoad> loads = counts.stream()
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
        List<String> moves = policy.areas().stream()
                .map(Area::id)
                .filter(area -> !scope.leaderOf(area).equals(today.leaderOf(area)))
                .toList();
        return ScopeFit.builder()
                .scope(scope)
                .leaders(loads)
                .leaderChanges(HandOvers.of(scope, policy, lifeCycle))
                .moves(moves)
                .outgrown(outgrown(counts, policy))
                .build();
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

    /**
     * The scope that fits best now.
     *
     * @return it, or empty if none fits
     */
    public Optional<ScopeFit> best() {
        return fits().stream()
                .filter(ScopeFit::fits)
                .min(Comparator.<ScopeFit>comparingInt(
                                fit -> fit.leaderChanges().size())
                        .thenComparing(fit -> !fit.scope().id().equals(current()))
                        .thenComparingDouble(ScopeFit::areasPerLeader));
    }

    static final class Builder extends ImmutableScopeReport.Builder {
        Builder() {}
    }
}
