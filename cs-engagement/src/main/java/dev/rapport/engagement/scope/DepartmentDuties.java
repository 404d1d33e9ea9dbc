package dev.rapport.engagement.scope;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** What one department is responsible for on the customer's way, and who leads that today. */
@Value.Immutable
@ValueStyle
public abstract class DepartmentDuties {

    DepartmentDuties() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * Which department.
     *
     * @return its id
     */
    public abstract String department();

    /**
     * What it is responsible for by the scope policy.
     *
     * @return ids of areas, in the policy's order
     */
    public abstract List<String> areas();

    /**
     * Who leads these areas under the scope of today.
     *
     * @return roles, each once, in the order of the areas
     */
    public abstract List<String> leaders();

    /**
     * Which stages it delivers by the life cycle.
     *
     * @return ids of stages, in their order
     */
    public abstract List<String> delivers();

    /**
     * What it does in stages that others deliver.
     *
     * @return in the order of the stages
     */
    public abstract List<StageHelp> helps();

    static final class Builder extends ImmutableDepartmentDuties.Builder {
        Builder() {}
    }
}
