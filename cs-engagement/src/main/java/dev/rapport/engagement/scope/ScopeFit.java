package dev.rapport.engagement.scope;

import dev.rapport.model.internal.ValueStyle;
import java.util.List;
import java.util.Optional;
import org.immutables.value.Value;

/** One way to divide the areas, held against the people there are. */
@Value.Immutable
@ValueStyle
public abstract class ScopeFit {

    ScopeFit() {}

    static Builder builder() {
        return new Builder();
    }

    /**
     * The way.
     *
     * @return the scope
     */
    public abstract Scope scope();

    /**
     * What each leader leads.
     *
     * @return in the scope's order
     */
    public abstract List<LeaderLoad> leaders();

    /**
     * What each leader would lead after the horizon, all areas grown alike.
     *
     * @return in the scope's order
     */
    public abstract List<LeaderLoad> leadersAhead();

    /**
     * Where leaders take over from one another on one round of the customer's way.
     *
     * @return in the order of the stages, the way back into the round next, work beside the way last
     */
    public abstract List<LeaderChange> leaderChanges();

    /**
     * Which areas would get another leader than today.
     *
     * @return ids of areas, none for the scope of today
     */
    public abstract List<String> moves();

    /**
     * When it does not fit any more.
     *
     * @return people and years; empty where it does not fit now, or at ten times the people
     */
    public abstract Optional<Outgrown> outgrown();

    /**
     * Whether no leader has too much.
     *
     * @return true if it fits now
     */
    @Value.Derived
    public boolean fits() {
        return leaders().stream().allMatch(leader -> leader.tooMuch().isEmpty());
    }

    /**
     * Whether no leader would have too much after the horizon.
     *
     * @return true if it fits then; never where it does not fit now
     */
    @Value.Derived
    public boolean fitsAhead() {
        return leadersAhead().stream().allMatch(leader -> leader.tooMuch().isEmpty());
    }

    /**
     * How many areas the leaders have on average: the fewer, the more focus.
     *
     * @return a number from 1
     */
    @Value.Derived
    public double areasPerLeader() {
        return leaders().stream()
                .mapToInt(leader -> leader.areas().size())
                .average()
                .orElse(0);
    }

    static final class Builder extends ImmutableScopeFit.Builder {
        Builder() {}
    }
}
