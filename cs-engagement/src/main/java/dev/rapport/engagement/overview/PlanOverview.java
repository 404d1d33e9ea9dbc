package dev.rapport.engagement.overview;

import dev.rapport.engagement.milestone.DecisionsAhead;
import dev.rapport.engagement.plan.Plan;
import dev.rapport.engagement.plan.Section;
import java.util.List;
import java.util.Optional;

/**
 * A plan on one screen: where the book stands, what to decide first, whether each segment pays, what falls due when, what
 * changed, and how far to trust it. Immutable; the same plan gives the same overview.
 *
 * <pre>{@code
 * PlanOverview overview = PlanOverview.of(plan);
 * overview.decisions().forEach(decision -> show(decision.kind(), decision.accountable(), decision.deadline()));
 * }</pre>
 *
 * <p><strong>Units.</strong> Money in the plan's currency, a year; days from the plan's date.
 *
 * <p><strong>Edges.</strong> A part whose data was not fed is empty or says what is missing, and the others stand. Rows of
 * segments sum to the whole to the cent, customers in no segment included. There are fewer than three decisions where there
 * is no more to propose.
 *
 * <p><strong>Algorithm.</strong> All of it is read out of the plan; nothing is computed that the plan has already.
 */
public final class PlanOverview {

    private static final int DECISIONS = 3;

    private final PlanVerdict verdict;
    private final List<Proposal> decisions;
    private final int compared;
    private final List<SegmentRow> segments;
    private final SegmentRow whole;
    private final Section<List<DecisionMonth>> months;
    private final Optional<PlanBridge> bridge;
    private final PlanTrust trust;

    private PlanOverview(Plan plan) {
        SegmentRows rows = new SegmentRows(plan);
        this.segments = rows.rows();
        this.whole = rows.whole();
        this.verdict = PlanVerdict.of(plan, whole.kept());
        Proposals proposals = new Proposals(plan, verdict.days());
        this.decisions = List.copyOf(proposals.first(DECISIONS));
        this.compared = proposals.compared();
        this.months = months(plan);
        this.bridge = PlanBridge.of(plan);
        this.trust = PlanTrust.of(plan);
    }

    private static Section<List<DecisionMonth>> months(Plan plan) {
        Optional<DecisionsAhead> decisions = plan.decisions().value();
        return new Section<>(
                decisions.map(ahead -> DecisionMonth.of(plan, ahead)),
                plan.decisions().missing());
    }

    /**
     * The overview of a plan.
     *
     * @param plan  the plan
     * @return the overview
     */
    public static PlanOverview of(Plan plan) {
        return new PlanOverview(plan);
    }

    /**
     * Where the book stands.
     *
     * @return the numbers of the verdict
     */
    public PlanVerdict verdict() {
        return verdict;
    }

    /**
     * What to decide first.
     *
     * @return at most three proposals in their order; fewer if there is no more to propose
     */
    public List<Proposal> decisions() {
        return decisions;
    }

    /**
     * How many proposals there were to choose from.
     *
     * @return their number
     */
    public int compared() {
        return compared;
    }

    /**
     * What each segment pays, keeps, costs and leaves.
     *
     * @return a row for each, those in no segment last; their ARR sums to that of the whole, to the cent
     */
    public List<SegmentRow> segments() {
        return segments;
    }

    /**
     * The same of the whole book.
     *
     * @return the sums
     */
    public SegmentRow whole() {
        return whole;
    }

    /**
     * What is decided in each month of the plan's horizon.
     *
     * @return the months in order, those without a decision too; lacks what the plan's decisions lack
     */
    public Section<List<DecisionMonth>> months() {
        return months;
    }

    /**
     * How the recurring revenue came here since the last plan, beside what was forecast.
     *
     * @return the bridge; empty without a date to compare with
     */
    public Optional<PlanBridge> bridge() {
        return bridge;
    }

    /**
     * How far the data bears all this.
     *
     * @return the numbers of the trust line
     */
    public PlanTrust trust() {
        return trust;
    }
}
