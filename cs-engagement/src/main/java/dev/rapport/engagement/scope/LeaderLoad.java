package dev.rapport.engagement.scope;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import org.immutables.value.Value;

/** What one leader leads under a scope. */
@Value.Immutable
@ValueStyle
public abstract class LeaderLoad {

    LeaderLoad() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * The leader.
     *
     * @return the role
     */
    public abstract String role();

    /**
     * Who holds the role.
     *
     * @return ids of members, empty if nobody does
     */
    public abstract List<String> holders();

    /**
     * What the leader is responsible for.
     *
     * @return the areas
     */
    public abstract List<String> areas();

    /**
     * Who does the work there.
     *
     * @return a number of people, without the leader
     */
    public abstract int people();

    /**
     * How many of them must lead others, because they are too many for the leader.
     *
     * @return a number of leads, 0 where all report to the leader
     */
    public abstract int leads();

    /**
     * How many report to the leader.
     *
     * @return the leads, else all the people
     */
    @Value.Derived
    public int directReports() {
        return leads() > 0 ? leads() : people();
    }

    /**
     * What is too much.
     *
     * @return a sentence for each limit that is passed; none where the scope fits
     */
    public abstract List<String> tooMuch();

    static final class Builder extends ImmutableLeaderLoad.Builder {
        Builder() {}
    }
}
