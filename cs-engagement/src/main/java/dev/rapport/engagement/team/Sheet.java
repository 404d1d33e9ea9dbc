package dev.rapport.engagement.team;

import dev.rapport.engagement.coverage.MemberLoad;
import dev.rapport.engagement.milestone.DecisionAhead;
import dev.rapport.engagement.time.MemberTime;
import dev.rapport.health.atrisk.AtRisk;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/**
 * What to talk over with one person: the load, what the hours went into against the plan, skills to learn, and what is at
 * risk among their customers. Immutable.
 */
@Value.Immutable
@ValueStyle
public interface Sheet {

    /**
     * Who it is about.
     *
     * @return the id of the member
     */
    String memberId();

    /**
     * The role.
     *
     * @return the id of the role
     */
    String role();

    /**
     * The customers the person looks after by name.
     *
     * @return their ids, in natural order; those of a pool are nobody's in particular
     */
    List<String> customers();

    /**
     * The hours that the customers need beside those there are.
     *
     * @return the load of a year
     */
    MemberLoad load();

    /**
     * What the time went into lately.
     *
     * @return the time, empty where no time is told
     */
    Optional<MemberTime> time();

    /**
     * The hours by kind against the plan.
     *
     * @return the kinds in natural order; empty where no time is told
     */
    List<KindDrift> byKind();

    /**
     * What the person should be able to do for these customers, and is not.
     *
     * @return the gaps, by skill
     */
    List<SkillGap> skillGaps();

    /**
     * The customers at risk whose decision can still be changed.
     *
     * @return their lines, highest expected loss first
     */
    List<AtRisk> atRisk();

    /**
     * The decisions of these customers that come.
     *
     * @return the decisions within the horizon, in the order in which they fall
     */
    List<DecisionAhead> decisions();

    /**
     * The customers who have no sponsor any more.
     *
     * @return their ids, in natural order
     */
    List<String> withoutSponsor();

    /**
     * The customers whose sponsor is silent.
     *
     * @return who they are and since when, by customer
     */
    List<SilentSponsor> silentSponsors();

    /** Fills a sheet. Not for use by several threads. */
    final class Builder extends ImmutableSheet.Builder {
        Builder() {}
    }
}
