package dev.rapport.engagement.plan;

import dev.rapport.engagement.lifecycle.LifeCycleFlow;
import dev.rapport.engagement.lifecycle.LifeCycleReport;
import dev.rapport.engagement.lifecycle.RoadmapReport;
import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** Where customers stand in their life cycle, and how they move through it. Immutable. */
@Value.Immutable
@ValueStyle
public interface PlanLifeCycle {

    /**
     * Where the current customers stand.
     *
     * @return who is in which stage, who is stuck, what is wrong with the ways there
     */
    LifeCycleReport report();

    /**
     * How customers move, former ones included.
     *
     * @return conversion, movements, time to value, promises, hand-offs
     */
    LifeCycleFlow flow();

    /**
     * What customers gain by it.
     *
     * @return the roadmap of value; empty where the policy has none or nobody feeds goals
     */
    Optional<RoadmapReport> roadmap();

    /**
     * The departments that have no part in any stage.
     *
     * @return their ids; empty without an organisation
     */
    List<String> departmentsWithoutPart();
}
